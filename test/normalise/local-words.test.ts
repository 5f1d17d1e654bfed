import { describe, expect, test } from "vitest";
import type { Field } from "../../src/domain/field.ts";
import { withLocalWords } from "../../src/normalise/local-words.ts";
import { problemsOf } from "../support/refusal.ts";
import { ruleBook } from "../support/rule-book.ts";

type Values = readonly (readonly [Field, Readonly<Record<string, string>>])[];

const book = ruleBook();
const INPATIENT = { kind: "item", item: "Service_Inpatient", rule: null };
const layer = (values: Values) => new Map(values.map(([field, words]) => [field, new Map(Object.entries(words))]));
const local = (...layers: readonly Values[]) => withLocalWords(book, ...layers.map(layer));

describe("a trust's own words", () => {
  test.each(["Inpatient", "5.28", "Service_Inpatient", "in-patient"])("may be given the meaning %s", (target) => {
    expect(local([["services", { "Ward 7": target }]]).vocabularies.services.get("ward 7")).toEqual(INPATIENT);
  });

  test("win over the rule book's", () => {
    const { vocabularies } = local([["services", { "Out of hours": "Inpatient" }]]);
    expect(vocabularies.services.get("out of hours")).toEqual(INPATIENT);
    expect(book.vocabularies.services.get("out of hours")).toMatchObject({ item: "Service_Other_Community_Healthcare" });
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

describe("a system's words and the trust's own together", () => {
  test("are all understood", () => {
    const { services } = local([["services", { "Ward 7": "Inpatient" }]], [["services", { Clinic: "5.29" }]]).vocabularies;
    expect(services.get("ward 7")).toEqual(INPATIENT);
    expect(services.get("clinic")).toMatchObject({ item: "Service_Outpatient" });
  });

  test("of two that speak of the same words the later wins, however they are written", () => {
    const { services } = local(
      [["services", { "WARD 7": "Outpatient" }]],
      [["services", { "ward-7": "Inpatient" }]],
    ).vocabularies;
    expect(services.get("ward 7")).toEqual(INPATIENT);
  });

  test("a meaning is one of the rule book's, not another local word", async () => {
    const problems = await problemsOf(() => local([["services", { "Ward 7": "Inpatient", "Ward 8": "Ward 7" }]]));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.what).toContain('"Ward 8"');
  });
});

describe("a word that says nothing", () => {
  test.each(["", "  "])("is given the meaning %j", (target) => {
    const { vocabularies, meanings } = local([
      ["subjects", { "No Subject": target }],
      ["outcome", { "No Outcome": target }],
    ]);
    expect(vocabularies.subjects.get("no subject")).toEqual({ kind: "nothing" });
    expect(meanings.outcome?.get("no outcome")).toBe("");
  });

  test("may be given one after all", () => {
    const { meanings } = local([["outcome", { Unknown: "" }]], [["outcome", { Unknown: "Inconclusive" }]]);
    expect(meanings.outcome?.get("unknown")).toBe("inconclusive");
  });

  test("may be one that the rule book knows", () => {
    expect(local([["subjects", { Other: "" }]]).vocabularies.subjects.get("other")).toEqual({ kind: "nothing" });
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
