import { describe, expect, test } from "vitest";
import type { TracedComplaint } from "../../../src/domain/return.ts";
import type { Causes } from "../../../src/trace/diff/causes.ts";
import { changedComplaints } from "../../../src/trace/diff/complaints.ts";
import { BOOK, BROUGHT, counted, itemIds, keptOut, OPEN, UPHELD } from "../../support/traced.ts";

const NO_CAUSES: Causes = { settings: [], ofPresence: () => [], ofCounting: () => [], of: () => [] };
const changes = (a: readonly TracedComplaint[], b: readonly TracedComplaint[]) => changedComplaints(a, b, BOOK.items, NO_CAUSES);
/** A change in short: its kind with its reasons. */
const only = (a: readonly TracedComplaint[], b: readonly TracedComplaint[]) => {
  const [change, ...more] = changes(a, b);
  expect(more).toEqual([]);
  return { kind: change?.kind, reasons: change?.reasons.map(({ causes: _, ...reason }) => reason) };
};

const RESOLVED = ["Complaints_Total_Resolved", "Complaints_Number_Upheld"] as const;
const replaced = (gone: string, come: string) => [...OPEN.filter((id) => id !== gone), ...itemIds(come)];

test("a complaint in the same figures has not changed, whatever the order of its items, its rules and its rows", () => {
  const now = counted("C-1", { items: OPEN.toReversed(), rules: [], source: [{ file: "other.csv", row: 7 }] });
  expect(changes([counted("C-1")], [now])).toEqual([]);
});

test("a complaint that is in no figure on either side has not changed, though the reason is another", () => {
  expect(changes([keptOut("C-1", "withdrawn")], [keptOut("C-1", "transferred-out")])).toEqual([]);
  expect(changes([keptOut("C-1", "withdrawn")], [])).toEqual([]);
});

test("changes stand in the order of their references, with both states", () => {
  const found = changes([counted("C-2"), counted("C-10")], [keptOut("C-2", "withdrawn"), counted("A-1")]);
  expect(found.map(({ reference, kind }) => [reference, kind])).toEqual([
    ["A-1", "entered"],
    ["C-10", "left"],
    ["C-2", "left"],
  ]);
  expect(found[2]).toMatchObject({
    a: { fate: "counted", site: "RZZ01", items: OPEN },
    b: { fate: "excluded", site: null, items: [], rules: ["withdrawn"] },
  });
  expect(found[1]?.b).toBeNull();
});

describe("a complaint differs", () => {
  test("in presence: one return does not have it at all", () => {
    expect(only([], [counted("C-1")])).toEqual({ kind: "entered", reasons: [{ kind: "presence", a: false, b: true }] });
    expect(only([counted("C-1")], [])).toEqual({ kind: "left", reasons: [{ kind: "presence", a: true, b: false }] });
  });

  test("in counting: a rule keeps it out on one side", () => {
    expect(only([keptOut("C-1", "outside-period")], [counted("C-1")])).toEqual({
      kind: "entered",
      reasons: [{ kind: "counting", a: "outside-period", b: null }],
    });
    const refused = keptOut("C-1", "received-missing", { fate: "refused" });
    expect(only([counted("C-1")], [refused]).reasons).toEqual([{ kind: "counting", a: null, b: "received-missing" }]);
    const nameless = keptOut("C-1", "", { fate: "merged", rules: [] });
    expect(only([counted("C-1")], [nameless]).reasons).toEqual([{ kind: "counting", a: null, b: "merged" }]);
  });

  test("in its site", () => {
    expect(only([counted("C-1")], [counted("C-1", { site: "RZZ02" })])).toEqual({
      kind: "moved",
      reasons: [{ kind: "site", a: "RZZ01", b: "RZZ02" }],
    });
  });

  test("in its outcome", () => {
    expect(only([counted("C-1")], [counted("C-1", { items: UPHELD })])).toEqual({
      kind: "changed",
      reasons: [{ kind: "outcome", a: null, b: "Complaints_Number_Upheld" }],
    });
  });

  test("in its arrival, which says all about its aspects", () => {
    expect(only([counted("C-1", { items: UPHELD })], [counted("C-1", { items: BROUGHT })])).toEqual({
      kind: "changed",
      reasons: [
        { kind: "arrival", a: "new", b: "brought-forward" },
        { kind: "outcome", a: "Complaints_Number_Upheld", b: null },
      ],
    });
  });

  test("in its aspects, section by section", () => {
    const now = counted("C-1", {
      items: [...replaced("Subject_Area_Communications", "Clinical_Treatment_Surgical_Group"), ...itemIds("Service_Maternity")],
    });
    expect(only([counted("C-1")], [now])).toEqual({
      kind: "changed",
      reasons: [
        { kind: "aspects", section: 5, a: [], b: ["Service_Maternity"] },
        { kind: "aspects", section: 6, a: [], b: ["Clinical_Treatment_Surgical_Group"] },
        { kind: "aspects", section: 7, a: ["Subject_Area_Communications"], b: [] },
      ],
    });
    expect(only([counted("C-1")], [counted("C-1", { items: replaced("Age_26_55", "Age_Unknown") })]).reasons).toEqual([
      { kind: "aspects", section: 3, a: ["Age_26_55"], b: ["Age_Unknown"] },
    ]);
  });

  test("in several respects at once", () => {
    const now = counted("C-1", { site: "RZZ02", items: [...UPHELD, ...itemIds("Profession_Nursing")] });
    expect(only([counted("C-1")], [now]).reasons?.map(({ kind }) => kind)).toEqual(["site", "outcome", "aspects"]);
  });
});

describe("each reason is asked for its causes", () => {
  /** What was asked, and what the first reason was told. */
  const asked = (a: TracedComplaint | null, b: TracedComplaint | null) => {
    const questions: unknown[] = [];
    const answer = (...question: readonly unknown[]) => {
      questions.push(question);
      return [{ kind: "record" } as const];
    };
    const causes: Causes = {
      settings: [],
      ofPresence: () => answer("presence"),
      ofCounting: (...about) => answer("counting", ...about),
      of: (...about) => answer(...about),
    };
    const list = (one: TracedComplaint | null) => (one === null ? [] : [one]);
    const [change] = changedComplaints(list(a), list(b), BOOK.items, causes);
    for (const { causes: told } of change?.reasons ?? []) expect(told).toEqual([{ kind: "record" }]);
    return questions;
  };
  const was = counted("C-1", { rules: ["new-in-period"] });
  const both = ["new-in-period", "primary-site"];

  test("of presence, with nothing else", () => {
    expect(asked(was, null)).toEqual([["presence"]]);
    expect(asked(null, was)).toEqual([["presence"]]);
  });

  test("of counting, with the rule that keeps it out and those of the side where it counts", () => {
    const out = keptOut("C-1", "withdrawn");
    expect(asked(was, out)).toEqual([["counting", ["withdrawn"], ["new-in-period"]]]);
    expect(asked(out, was)).toEqual([["counting", ["withdrawn"], ["new-in-period"]]]);
  });

  test("of its site, with the rules of both sides and no figure", () => {
    expect(asked(was, counted("C-1", { site: "RZZ02", rules: ["primary-site"] }))).toEqual([["site", [], both]]);
  });

  test("of its arrival and outcome, with the figures that they are about", () => {
    const now = counted("C-1", { items: itemIds("Complaints_Total_Brought_Forward", ...RESOLVED), rules: ["primary-site"] });
    expect(asked(was, now)).toEqual([
      ["arrival", ["Complaints_Total_New", "Complaints_Total_Brought_Forward"], both],
      ["outcome", ["Complaints_Total_Carried_Forward", "Complaints_Total_Resolved"], both],
    ]);
  });

  test("of its aspects, section by section, with the items that it is in on one side only", () => {
    const now = counted("C-1", {
      items: [...replaced("Age_26_55", "Age_Unknown"), ...itemIds("Service_Maternity")],
      rules: ["primary-site"],
    });
    expect(asked(was, now)).toEqual([
      ["aspects", [3, "Age_26_55", "Age_Unknown"], both],
      ["aspects", [5, "Service_Maternity"], both],
    ]);
  });
});

describe("a reference that stands twice", () => {
  const other = counted("C-1", { site: "RZZ02", items: UPHELD });

  test("has not changed when both records are the same, in any order", () => {
    expect(changes([counted("C-1"), other], [other, counted("C-1")])).toEqual([]);
  });

  test("has changed in the record that is not the same", () => {
    const moved = counted("C-1", { site: "RZZ03", items: UPHELD });
    expect(only([counted("C-1"), other], [moved, counted("C-1")])).toEqual({
      kind: "moved",
      reasons: [{ kind: "site", a: "RZZ02", b: "RZZ03" }],
    });
  });

  test("has gained a record, or lost one", () => {
    expect(only([counted("C-1")], [counted("C-1"), other]).reasons).toEqual([{ kind: "presence", a: false, b: true }]);
    expect(only([other, counted("C-1")], [counted("C-1")]).reasons).toEqual([{ kind: "presence", a: true, b: false }]);
    expect(only([counted("C-1")], [counted("C-1"), counted("C-1")]).kind).toBe("entered");
  });

  test("compares records that count before those that are kept out", () => {
    const followUp = keptOut("C-1", "reopened", { fate: "merged", mergedInto: "C-1" });
    expect(only([counted("C-1")], [followUp, counted("C-1", { items: UPHELD })]).kind).toBe("changed");
    expect(only([followUp, counted("C-1")], [counted("C-1", { items: UPHELD }), followUp])).toEqual({
      kind: "changed",
      reasons: [{ kind: "outcome", a: null, b: "Complaints_Number_Upheld" }],
    });
  });

  test("tells a record that is kept out now from one that always was", () => {
    const theirs = keptOut("C-1", "another-organisation");
    expect(only([counted("C-1"), theirs], [keptOut("C-1", "withdrawn"), theirs]).reasons).toEqual([
      { kind: "counting", a: null, b: "withdrawn" },
    ]);
    expect(only([keptOut("C-1", "withdrawn"), theirs], [counted("C-1"), theirs]).reasons).toEqual([
      { kind: "counting", a: "withdrawn", b: null },
    ]);
  });

  test("does not move a record to a site at which another one came", () => {
    const come = counted("C-1", { site: "RZZ01" });
    const found = changes([counted("C-1", { site: "RZZ02" })], [come, counted("C-1", { site: "RZZ02", items: UPHELD })]);
    expect(found.map(({ kind }) => kind).sort()).toEqual(["changed", "entered"]);
  });

  test("compares those at one site, in any order", () => {
    const at = (site: string, items = OPEN) => counted("C-1", { site, items });
    const found = changes([at("RZZ01"), at("RZZ02")], [at("RZZ02", UPHELD), at("RZZ01", UPHELD)]);
    expect(found.map(({ kind, a, b }) => [kind, a?.site, b?.site])).toEqual([
      ["changed", "RZZ01", "RZZ01"],
      ["changed", "RZZ02", "RZZ02"],
    ]);
  });

  test("takes no record for moved while another one at its site was kept out", () => {
    const found = changes(
      [counted("C-1"), counted("C-1", { site: "RZZ02" })],
      [keptOut("C-1", "withdrawn"), counted("C-1", { site: "RZZ02", items: UPHELD })],
    );
    expect(found.map(({ kind, reasons }) => [kind, reasons[0]?.kind])).toEqual([
      ["changed", "outcome"],
      ["left", "counting"],
    ]);
  });

  test("has not changed in records whose figures are the same, though rules and order are others", () => {
    const records = (...rules: readonly string[]) => [counted("C-1", { rules }), counted("C-1", { items: UPHELD, rules })];
    expect(changes(records("age-band"), records("age-band", "site-name-matched"))).toEqual([]);
    expect(changes(records("age-band"), records("age-band", "site-name-matched").toReversed())).toEqual([]);
  });

  test("compares what counts with what counts, though one that is kept out stands first", () => {
    const refused = keptOut("C-1", "received-missing", { fate: "refused" });
    const found = changes([refused, counted("C-1")], [counted("C-1", { site: "RZZ02" })]);
    expect(found.map(({ kind, a, b }) => [kind, a?.site, b?.site])).toEqual([["moved", "RZZ01", "RZZ02"]]);
  });
});
