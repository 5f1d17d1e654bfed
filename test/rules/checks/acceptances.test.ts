import { expect, test } from "vitest";
import { catalogueOf } from "../../../src/rules/catalogue.ts";
import { checkAcceptances } from "../../../src/rules/checks/acceptances.ts";
import { problemsOf } from "../../support/refusal.ts";
import { ruleBook } from "../../support/rule-book.ts";

const catalogue = catalogueOf(ruleBook());
const check = (...rules: readonly string[]) =>
  checkAcceptances(
    rules.map((rule) => ({ rule, reason: "known" })),
    catalogue,
  );

test("a warning may be accepted", () => {
  expect(() => check("fits-nowhere", "share-of-other")).not.toThrow();
});

test("an error may not, nor a rule that is none", async () => {
  const problems = await problemsOf(() => check("undecided-outcome", "fits-nowhere", "fits-somewhere"));
  expect(problems.map(({ what }) => what)).toEqual([
    expect.stringContaining('"undecided-outcome", which is an error'),
    expect.stringContaining('"fits-somewhere", which is no rule'),
  ]);
});
