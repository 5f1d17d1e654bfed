import { expect, test } from "vitest";
import { ruleBook } from "../support/rule-book.ts";

const { relations, itemsOfSection } = ruleBook();

test("the relations of the contract are there, all of them errors", () => {
  expect(relations.map(({ id }) => id)).toEqual([
    "resolved-total",
    "carried-forward",
    "age-total",
    "status-total",
    "service-total",
    "clinical-sub-total",
    "subject-sub-total",
    "subject-total",
    "profession-total",
    "whole-numbers",
    "sites-sum",
    "no-trust-total",
  ]);
  expect(new Set(relations.map(({ severity }) => severity))).toEqual(new Set(["error"]));
});

test("a sum over a section is written out as the counts it adds, without its totals", () => {
  const [check] = relations.find(({ id }) => id === "age-total")?.checks ?? [];
  expect(check).toEqual({
    verb: "adds-up",
    total: "Age_Total",
    plus: itemsOfSection(3)
      .map(({ id }) => id)
      .filter((id) => id !== "Age_Total"),
    minus: [],
  });
});
