import { describe, expect, test } from "vitest";
import type { Complaint } from "../../src/domain/complaint.ts";
import { FIELDS } from "../../src/domain/field.ts";
import { decider } from "../../src/rules/decide.ts";
import { complaint, contextOf, day, NOTHING } from "../support/complaint.ts";

const verdict = (changes: Partial<Complaint> = {}, policies: Readonly<Record<string, string>> = {}) =>
  decider(contextOf({ policies }))(complaint(changes), []);

describe("a complaint that counts", () => {
  test("has one of brought forward and new, and one of resolved and carried forward", () => {
    const decided = { kind: "decided", decision: "not-upheld" } as const;
    expect(verdict()).toMatchObject({
      items: expect.arrayContaining(["Complaints_Total_New", "Complaints_Total_Carried_Forward"]),
    });
    expect(verdict({ received: day("2025-01-10"), closed: day("2025-06-20"), outcome: decided })).toMatchObject({
      items: ["Complaints_Total_Brought_Forward", "Complaints_Total_Resolved", "Complaints_Number_Not_Upheld"],
    });
  });

  test("brought forward is in none of sections 3 to 8", () => {
    expect(verdict({ received: day("2025-01-10") })).toMatchObject({
      items: ["Complaints_Total_Brought_Forward", "Complaints_Total_Carried_Forward"],
      rules: ["brought-forward", "open-at-period-end", "one-count-per-complaint"],
    });
  });

  test("carries the rules that put it there", () => {
    expect(verdict()).toMatchObject({
      rules: ["new-in-period", "open-at-period-end", "one-count-per-complaint", "age-band", "every-aspect"],
    });
  });

  test("logged as not upheld because it was withdrawn says so", () => {
    expect(verdict({ withdrawn: day("2025-07-01") }, { withdrawn: "not-upheld" })).toMatchObject({
      kind: "counted",
      rules: expect.arrayContaining(["withdrawn", "resolved-in-period"]),
    });
  });
});

describe("a complaint that counts carries the rule of the policy that chose how", () => {
  const rulesOf = (...[changes, policies]: Parameters<typeof verdict>) => {
    const found = verdict(changes, policies);
    return found.kind === "counted" ? found.rules : [];
  };
  const times = (rules: readonly string[], rule: string) => rules.filter((one) => one === rule).length;
  const inconclusive = {
    closed: day("2025-06-20"),
    outcome: { kind: "inconclusive", words: "Inconclusive" },
  } as const satisfies Partial<Complaint>;

  test.each(["stay-open", "upheld", "partially-upheld", "not-upheld"])("an inconclusive outcome, which counts as %s", (value) => {
    expect(times(rulesOf(inconclusive, { inconclusive: value }), "undecided-outcome")).toBe(1);
  });

  test("not where its outcome was recorded", () => {
    const decided = { ...inconclusive, outcome: { kind: "decided", decision: "upheld" } } as const;
    expect(rulesOf(decided, { inconclusive: "upheld" })).not.toContain("undecided-outcome");
  });

  test.each<[string, Partial<Complaint>]>([
    ["a follow-up by its kind", { recordType: "follow-up" }],
    ["a follow-up by its original", { original: "C-9" }],
    ["one opened again", { reopened: day("2025-09-01") }],
  ])("%s, counted anew", (_, changes) => {
    expect(times(rulesOf(changes, { reopened: "new-complaint" }), "reopened")).toBe(1);
  });

  test("not where it follows nothing but itself", () => {
    expect(rulesOf({ reference: "C-1", original: "C-1" }, { reopened: "new-complaint" })).not.toContain("reopened");
  });
});

test("a complaint that counts carries the rules that ask about it", () => {
  expect(verdict({ approval: "unapproved" })).toMatchObject({ rules: expect.arrayContaining(["unapproved-record"]) });
});

describe("a finding on a complaint", () => {
  test("names the complaint, its site, its row and the column to put right", () => {
    const { findings } = verdict({ closed: day("2025-06-20") });
    expect(findings).toEqual([
      expect.objectContaining({
        rule: "closed-without-outcome",
        severity: "error",
        reference: "C-1",
        site: "RZZ01",
        source: { file: "export.csv", row: 2, column: FIELDS.outcome },
      }),
    ]);
  });

  test("uses the heading that the trust has", () => {
    const headingOf = () => "KO41 outcome";
    const { findings } = decider(contextOf({ headingOf }))(complaint({ closed: day("2025-06-20") }), []);
    expect(findings[0]?.source?.column).toBe("KO41 outcome");
  });

  test("names the item in which a gap was counted", () => {
    expect(verdict({ professions: NOTHING }).findings).toEqual([expect.objectContaining({ item: "Profession_Other" })]);
  });
});

describe("a complaint that is kept out", () => {
  test("has its reason and no figures", () => {
    expect(verdict({ recordType: "compliment" })).toMatchObject({ kind: "excluded", rule: "not-a-complaint", findings: [] });
  });

  test("is not asked about what does not matter any more", () => {
    expect(verdict({ recordType: "compliment", closed: day("2025-06-20"), professions: NOTHING }).findings).toEqual([]);
  });
});
