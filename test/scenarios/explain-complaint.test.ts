import { beforeAll, describe, expect, test } from "vitest";
import { returnOf } from "./support/outputs.ts";
import { deskWithReturns } from "./support/returns.ts";
import { type Desk, PATIENCE } from "./support/run.ts";
import { transcript } from "./support/transcript.ts";

interface Explained {
  readonly schema: string;
  readonly kind: string;
  readonly fate: string;
  readonly site: string | null;
  readonly figures: readonly { readonly number: string; readonly rules: readonly string[] }[];
  readonly rules: readonly { readonly id: string }[];
  readonly mergedInto: string | null;
  readonly followUps: readonly { readonly reference: string }[];
  readonly otherwise: { readonly site: string; readonly alsoKeptOutBy: readonly string[] } | null;
  readonly others: readonly unknown[];
}

let here: Desk;
beforeAll(async () => {
  here = await deskWithReturns("before.csv");
});

const explain = (reference: string, ...more: readonly string[]) =>
  here.run("explain", "before", "--complaint", reference, ...more);
const explained = async (reference: string): Promise<Explained> =>
  JSON.parse((await explain(reference, "--format", "json")).stdout) as Explained;

describe.concurrent("a complaint", PATIENCE, () => {
  test.for([
    ["that counts, with its follow-up", "E-01", "counted"],
    ["that a rule keeps out", "E-06", "excluded"],
    ["that two rules keep out", "E-16", "excluded-twice"],
    ["that stands under another", "E-10", "merged"],
    ["that could not be read", "E-11", "refused"],
  ])("%s, as the officer reads it", async ([, reference = "", name], { expect: golden }) => {
    const ran = await explain(reference);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    await golden(transcript(ran)).toMatchFileSnapshot(`golden/explain-${name}.txt`);
  });

  test.each([
    { reference: "E-01", fate: "counted", site: "RZZ01", followUps: ["E-10"], rules: ["new-in-period", "reopened"] },
    { reference: "E-02", fate: "counted", site: "RZZ01", rules: ["brought-forward", "resolved-in-period"] },
    { reference: "E-05", fate: "counted", site: "RZZ", rules: ["no-ods-code", "brought-forward"] },
    { reference: "E-06", fate: "excluded", site: null, rules: ["withdrawn"], otherwise: [] },
    { reference: "E-07", fate: "excluded", site: null, rules: ["transferred-out"], otherwise: [] },
    { reference: "E-08", fate: "excluded", site: null, rules: ["not-a-complaint"], otherwise: [] },
    { reference: "E-09", fate: "counted", site: "RZZ01", rules: ["closed-without-outcome", "open-at-period-end"] },
    { reference: "E-10", fate: "merged", site: null, rules: ["reopened"], into: "E-01", otherwise: [] },
    { reference: "E-11", fate: "refused", site: null, rules: ["received-unreadable"] },
    { reference: "E-13", fate: "excluded", site: null, rules: ["outside-period"] },
    { reference: "E-16", fate: "excluded", site: null, rules: ["transferred-out"], otherwise: ["withdrawn"] },
  ])("$reference is $fate", async ({ reference, fate, site, followUps = [], rules, into = null, otherwise = null }) => {
    const one = await explained(reference);
    expect(one).toMatchObject({ schema: "ko41a-explain/1", kind: "complaint", fate, site, mergedInto: into, others: [] });
    expect(one.followUps.map((follow) => follow.reference)).toEqual(followUps);
    expect(one.rules.map(({ id }) => id)).toEqual(expect.arrayContaining(rules));
    expect(one.otherwise?.alsoKeptOutBy ?? null).toEqual(otherwise);
    if (fate !== "counted") expect(one.figures).toEqual([]);
  });

  test("is in the figures that return.json names, and in their totals", async () => {
    const one = await explained("E-04");
    expect(one.figures.map(({ number }) => number)).toEqual([
      "2.6",
      "2.7",
      "2.9",
      "3.16",
      "3.20",
      "4.25",
      "4.26",
      "5.28",
      "5.36",
      "6.48",
      "6.49",
      "7.71",
      "8.72",
      "8.82",
    ]);
    const traced = (await returnOf(here, "before")).complaints.find(({ reference }) => reference === "E-04");
    expect(one.figures.length).toBeGreaterThan(traced?.items.length ?? 0);
  });

  test("of two rows is named with both", async () => {
    expect((await explain("E-03")).stdout).toContain("  before.csv rows 4 and 5\n");
  });

  test("is found in any case and with spaces around", async () => {
    expect((await explain(" e-01 ")).stdout).toBe((await explain("E-01")).stdout);
  });

  test("says which policy could be chosen otherwise", async () => {
    expect((await explain("E-06")).stdout).toContain("Policy withdrawn is exclude; it could be not-upheld.");
  });
});

test("a row without a reference has nothing to be asked by, and the refusal says where it stands", PATIENCE, async () => {
  const ran = await explain("");
  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toContain("ledger.csv");
});
