import { expect, test } from "vitest";
import { choosePolicies } from "../../src/rulebook/policies.ts";
import { problemsOf } from "../support/refusal.ts";
import { ruleBook } from "../support/rule-book.ts";

const book = ruleBook();

test("without a choice the defaults of the contract hold", () => {
  expect(choosePolicies(book, [])).toEqual({
    withdrawn: "exclude",
    oralResolvedNextWorkingDay: "exclude",
    reopened: "same-complaint",
    ageAt: "received",
    inconclusive: "stay-open",
    clinicalZeros: "zero",
    smallNumbers: "5",
  });
});

test("a later choice wins, so the command line wins over the config", () => {
  const chosen = choosePolicies(book, [
    { name: "withdrawn", value: "not-upheld", where: "ko41a.yaml: policies" },
    { name: "withdrawn", value: "exclude", where: "--policy" },
    { name: "ageAt", value: "incident", where: "ko41a.yaml: policies" },
  ]);
  expect(chosen).toMatchObject({ withdrawn: "exclude", ageAt: "incident" });
});

test("every wrong name and value is named, with where it stands and what may be chosen", async () => {
  const problems = await problemsOf(() =>
    choosePolicies(book, [
      { name: "withdraw", value: "exclude", where: "--policy" },
      { name: "reopened", value: "twice", where: "ko41a.yaml: policies" },
    ]),
  );
  expect(problems).toHaveLength(2);
  expect(problems[0]).toMatchObject({ where: "--policy", what: expect.stringContaining("withdraw") });
  expect(problems[0]?.fix).toContain("oralResolvedNextWorkingDay");
  expect(problems[1]).toMatchObject({ where: "ko41a.yaml: policies", what: expect.stringContaining("twice") });
  expect(problems[1]?.fix).toContain("same-complaint, new-complaint");
});
