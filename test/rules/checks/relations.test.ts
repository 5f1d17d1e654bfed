import { describe, expect, test } from "vitest";
import type { Place } from "../../../src/domain/source-table.ts";
import { checkRelations, type Figures } from "../../../src/rules/checks/relations.ts";
import { siteRow } from "../../support/figures.ts";
import { ruleBook } from "../../support/rule-book.ts";

/** A row of a published file. */
const row = (siteCode: string, changes: Readonly<Record<string, number>> = {}, place: Place | null = null) => ({
  ...siteRow(siteCode, changes),
  place,
});
const check = (figures: Partial<Figures>) =>
  checkRelations({ organisation: "RZZ", rows: [], overall: null, trustRowCounted: false, ...figures }, ruleBook());

test("nothing is found where every relation holds", () => {
  expect(check({ rows: [row("RZZ01"), row("RZZ02")] })).toEqual([]);
});

test("every row is checked, not only the first that fails", () => {
  const found = check({ rows: [row("RZZ01", { Age_Total: 6 }), row("RZZ02"), row("RZZ03", { Age_Total: 4 })] });
  expect(new Set(found.map(({ site }) => site))).toEqual(new Set(["RZZ01", "RZZ03"]));
});

describe("a finding says", () => {
  const [found] = check({
    rows: [row("RZZ01", { Complaints_Total_Carried_Forward: 3 }, { file: "published.csv", row: 7 })],
  });

  test("which relation, where and in which item", () => {
    expect(found).toMatchObject({
      rule: "carried-forward",
      severity: "error",
      site: "RZZ01",
      item: "Complaints_Total_Carried_Forward",
      source: { file: "published.csv", row: 7 },
    });
  });

  test("what was found, what was expected and of what it is the sum", () => {
    expect(found?.detail).toEqual({
      kind: "relation",
      title: "Carried Forward is Brought Forward plus New less Resolved",
      says: "Total Brought Forward + Total New - Total Resolved",
      found: 3,
      expected: 4,
      how: "equal",
    });
  });
});

test("the organisation's own row is checked as well", () => {
  expect(check({ overall: row("RZZ", { Status_Total: 4 }) }).map(({ rule }) => rule)).toEqual(["status-total", "status-total"]);
});

test("a figure that is no number is no whole number", () => {
  const found = check({ rows: [row("RZZ01", { Service_Ambulance: Number.NaN })] });
  expect(found.map(({ rule, item }) => [rule, item])).toContainEqual(["whole-numbers", "Service_Ambulance"]);
});
