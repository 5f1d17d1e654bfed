import { describe, expect, test } from "vitest";
import type { Field } from "../../src/domain/field.ts";
import { withLocalWords } from "../../src/normalise/local-words.ts";
import { problemsOf } from "../support/refusal.ts";
import { ruleBook } from "../support/rule-book.ts";

type Values = readonly (readonly [Field, Readonly<Record<string, string>>])[];

const book = ruleBook();
const local = (values: Values) =>
  withLocalWords(book, new Map(values.map(([field, words]) => [field, new Map(Object.entries(words))])));

describe("a trust's own words", () => {
  test.each(["Inpatient", "5.28", "Service_Inpatient", "in-patient"])("may be given the meaning %s", (target) => {
    expect(local([["services", { "Ward 7": target }]]).vocabularies.services.get("ward 7")?.item).toBe("Service_Inpatient");
  });

  test("win over the rule book's", () => {
    const { vocabularies } = local([["services", { "Out of hours": "Inpatient" }]]);
    expect(vocabularies.services.get("out of hours")).toEqual({ item: "Service_Inpatient", rule: null });
    expect(book.vocabularies.services.get("out of hours")?.item).toBe("Service_Other_Community_Healthcare");
  });

  test("for outcomes and answers", () => {
    const { meanings } = local([
      ["outcome", { "Well founded": "Upheld" }],
      ["investigated", { Perhaps: "No" }],
    ]);
    expect(meanings.outcome?.get("well founded")).toBe("upheld");
    expect(meanings.investigated?.get("perhaps")).toBe("no");
    expect(meanings.responded?.get("perhaps")).toBeUndefined();
  });
});

describe("a word that leads nowhere is refused", () => {
  test("every one of them", async () => {
    const problems = await problemsOf(() =>
      local([
        ["services", { "Ward 7": "Surgery ward", "Ward 8": "Inpatient" }],
        ["outcome", { Good: "Fine" }],
      ]),
    );
    expect(problems.map(({ what }) => what)).toEqual([
      expect.stringMatching(/"Service areas".*"Ward 7".*"Surgery ward"/),
      expect.stringMatching(/"Outcome".*"Good".*"Fine"/),
    ]);
  });

  test("also in a column that holds no fixed words", async () => {
    const [problem] = await problemsOf(() => local([["siteName", { "The General": "RZZ01" }]]));
    expect(problem?.what).toContain('"Site name"');
  });
});
