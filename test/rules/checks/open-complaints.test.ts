import { describe, expect, test } from "vitest";
import { checkOpenComplaints } from "../../../src/rules/checks/open-complaints.ts";
import { BROUGHT, counted, itemIds, keptOut, OPEN, UPHELD } from "../../support/traced.ts";

const brought = (reference: string, site = "RZZ01") => counted(reference, { site, items: BROUGHT });
const resolved = (reference: string) => counted(reference, { items: UPHELD });

/** Findings in short. */
function check(...[prior, made]: Parameters<typeof checkOpenComplaints>) {
  return checkOpenComplaints(prior, made).map(({ detail, reference, site }) => [reference, site, detail]);
}

describe("nothing is found when", () => {
  test("what was carried forward is brought forward at the same site", () => {
    expect(check([counted("C-1"), brought("C-2", "RZZ02")], [brought("C-2", "RZZ02"), brought("C-1")])).toEqual([]);
  });

  test("what is brought forward was resolved in the period", () => {
    const items = itemIds("Complaints_Total_Brought_Forward", "Complaints_Total_Resolved", "Complaints_Number_Upheld");
    expect(check([counted("C-1")], [counted("C-1", { items })])).toEqual([]);
  });

  test("the rest is resolved, new or kept out on both sides", () => {
    expect(check([resolved("C-1"), keptOut("C-2", "withdrawn")], [counted("C-3"), keptOut("C-2", "withdrawn")])).toEqual([]);
    expect(check([], [])).toEqual([]);
  });
});

describe("a complaint that was carried forward", () => {
  const now = (...made: Parameters<typeof check>[1]) => check([counted("C-1")], made);
  const said = (detail: object) => [["C-1", "RZZ01", { kind: "not-brought-forward", now: detail }]];

  test("is not in the export now", () => {
    expect(now()).toEqual(said({ kind: "not in the export" }));
  });

  test("is kept out now, by a rule", () => {
    expect(now(keptOut("C-1", "outside-period"))).toEqual(said({ kind: "kept out", rule: "outside-period" }));
    expect(now(keptOut("C-1", "", { fate: "refused", rules: [] }))).toEqual(said({ kind: "kept out", rule: "refused" }));
  });

  test("is new now", () => {
    expect(now(counted("C-1"))).toEqual(said({ kind: "new" }));
  });

  test("is brought forward at another site", () => {
    expect(now(brought("C-1", "RZZ02"))).toEqual(said({ kind: "at another site", site: "RZZ02" }));
  });

  test("is told by the record that counts, where several stand under its reference", () => {
    const followUp = keptOut("C-1", "reopened", { fate: "merged" });
    for (const records of [
      [followUp, counted("C-1")],
      [counted("C-1"), followUp],
    ])
      expect(now(...records)).toEqual(said({ kind: "new" }));
  });
});

describe("a complaint that is brought forward", () => {
  const earlier = (...prior: Parameters<typeof check>[0]) => check(prior, [brought("C-1", "RZZ02")]);
  const said = (detail: object) => [["C-1", "RZZ02", { kind: "not-carried-forward", before: detail }]];

  test("was not in the last export", () => {
    expect(earlier()).toEqual(said({ kind: "not in the export" }));
  });

  test("was kept out, by a rule", () => {
    expect(earlier(keptOut("C-1", "withdrawn"))).toEqual(said({ kind: "kept out", rule: "withdrawn" }));
  });

  test("was resolved", () => {
    expect(earlier(resolved("C-1"))).toEqual(said({ kind: "resolved" }));
  });

  test("was carried forward at another site, which is said once", () => {
    expect(earlier(counted("C-1")).map(([, site, detail]) => [site, detail])).toEqual([
      ["RZZ01", { kind: "not-brought-forward", now: { kind: "at another site", site: "RZZ02" } }],
    ]);
  });
});

test("each is a warning about Total Brought Forward, at the row of this return's export", () => {
  const source = [{ file: "now.csv", row: 9 }];
  const found = checkOpenComplaints(
    [counted("C-1"), counted("C-2")],
    [counted("C-1", { items: OPEN, source }), counted("C-3", { items: BROUGHT, source })],
  );
  expect(found.map(({ rule, severity, item, source: place }) => [rule, severity, item, place])).toEqual([
    ["not-brought-forward", "warning", "Complaints_Total_Brought_Forward", source[0]],
    ["not-brought-forward", "warning", "Complaints_Total_Brought_Forward", null],
    ["not-carried-forward", "warning", "Complaints_Total_Brought_Forward", source[0]],
  ]);
});

describe("two open records under one reference", () => {
  const at = (...sites: readonly string[]) => sites.map((site) => counted("C-1", { site }));
  const broughtAt = (...sites: readonly string[]) => sites.map((site) => brought("C-1", site));

  test("are compared site by site, in any order", () => {
    const carried = at("RZZ01", "RZZ02");
    expect(check(carried, broughtAt("RZZ01", "RZZ02"))).toEqual([]);
    expect(check(carried, broughtAt("RZZ02", "RZZ01"))).toEqual([]);
    expect(check(carried, broughtAt("RZZ02"))).toEqual([["C-1", "RZZ01", { kind: "not-brought-forward", now: { kind: "new" } }]]);
  });

  test("are each brought forward, at one site as well", () => {
    expect(check(at("RZZ01", "RZZ01"), broughtAt("RZZ01", "RZZ01"))).toEqual([]);
    expect(check(at("RZZ01", "RZZ01"), broughtAt("RZZ01")).map(([, site]) => site)).toEqual(["RZZ01"]);
    expect(check(at("RZZ01"), broughtAt("RZZ01", "RZZ01")).map(([, site, detail]) => [site, detail])).toEqual([
      ["RZZ01", { kind: "not-carried-forward", before: { kind: "resolved" } }],
    ]);
  });

  test("of which one went to another site are said once", () => {
    expect(check(at("RZZ01", "RZZ02"), broughtAt("RZZ02", "RZZ03"))).toEqual([
      ["C-1", "RZZ01", { kind: "not-brought-forward", now: { kind: "at another site", site: "RZZ03" } }],
    ]);
  });

  test("of which one is more are a move and one that was not carried forward", () => {
    expect(check(at("RZZ01"), broughtAt("RZZ02", "RZZ03")).map(([, site, detail]) => [site, detail])).toEqual([
      ["RZZ01", { kind: "not-brought-forward", now: { kind: "at another site", site: "RZZ02" } }],
      ["RZZ03", { kind: "not-carried-forward", before: { kind: "resolved" } }],
    ]);
  });
});
