import { describe, expect, test } from "vitest";
import type { ComplaintChange, FigureChange } from "../../../src/domain/comparison.ts";
import { reasonWords } from "../../../src/write/diff/reasons.ts";
import { notesOn, sideWords, siteWords, summaryOf, whereWords } from "../../../src/write/diff/words.ts";
import { comparisonOf, complaintOf, figureOf, NAMES, REASONS, RECORD, returnOf, SETTINGS, SITES } from "./sample.ts";

const figures = (a: number, b: number): FigureChange => figureOf({ a, b });

test("every reason, setting and site change can be read by a complaints officer", async () => {
  const reasons = REASONS.flatMap((reason) => reasonWords(complaintOf([reason]), NAMES));
  const notes = notesOn(
    returnOf({ settings: SETTINGS, sites: SITES, inputs: { a: ["a.csv"], b: ["b.csv", "c.csv"], same: false } }),
    NAMES,
  );
  const forms = notesOn(
    returnOf({ level: "organisation", traced: false, inputs: null, periods: { a: null, b: "2025-26" } }),
    NAMES,
  );
  const page = [
    "Why a complaint differs",
    ...reasons,
    "",
    "What to know first",
    ...notes,
    "",
    "A workbook and a published file",
    ...forms,
    "",
  ];
  await expect(page.join("\n")).toMatchFileSnapshot("../golden/diff-words.txt");
  expect(reasons).toHaveLength(REASONS.length);
  for (const sentence of [...reasons, ...notes, ...forms]) {
    expect(sentence).toMatch(/^[A-Z\d].*\.$/);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object|\$\{|\s\s|\.\.|\s[.,]/);
  }
});

describe("in one line", () => {
  const complaint = (kind: ComplaintChange["kind"]) => complaintOf([], { kind });
  const moves = (...kinds: readonly ComplaintChange["kind"][]) => kinds.map(complaint);

  test.each([
    [[], [], "No difference: every figure is the same."],
    [[figures(1, 2)], [], "1 figure differs at 1 site."],
    [[figures(1, 2), figures(1, 3)], moves("entered"), "2 figures differ at 1 site. Complaints: 1 came into the return."],
    [[], moves("changed"), "Every figure is the same, but not of the same complaints. Complaints: 1 counts differently."],
  ])("it is said what differs", (changes, complaints, said) => {
    expect(summaryOf(comparisonOf(returnOf({ changes, complaints })))).toBe(said);
  });

  test("the kinds of change are counted one by one", () => {
    const complaints = moves("entered", "entered", "left", "moved", "changed", "changed");
    expect(summaryOf(comparisonOf(returnOf({ changes: [figures(1, 2)], complaints })))).toBe(
      "1 figure differs at 1 site. Complaints: 2 came into the return, 1 went out of it, 1 moved, 2 count differently.",
    );
  });

  test("what only went out of it is still said to be complaints", () => {
    expect(summaryOf(comparisonOf(returnOf({ changes: [figures(2, 1)], complaints: moves("left") })))).toContain(
      "Complaints: 1 went out of it.",
    );
  });

  test("returns that stand alone are counted", () => {
    const compared = { ...comparisonOf(returnOf()), only: { a: ["RZY 2025-26"], b: [] } };
    expect(summaryOf(compared)).toBe("No difference: every figure is the same. 1 return in one file only.");
  });
});

test("a complaint is where it was and where it is", () => {
  const at = (site: string | null) => ({ fate: "counted", site, items: [], rules: [] }) as const;
  const where = (a: string | null, b: string | null) => whereWords(complaintOf([], { a: at(a), b: at(b) }));
  expect([
    where("RZZ01", "RZZ02"),
    where("RZZ01", "RZZ01"),
    where(null, "RZZ02"),
    where("RZZ01", null),
    where(null, null),
  ]).toEqual(["RZZ01 → RZZ02", "RZZ01", "RZZ02", "RZZ01", ""]);
  expect(whereWords(complaintOf([], { a: null, b: at("RZZ02") }))).toBe("RZZ02");
});

test("a complaint without a reason is not left without a word", () => {
  expect(reasonWords(complaintOf([]), NAMES)).toEqual(["Its figures differ."]);
});

test("a file is named with its period, when it says one", () => {
  expect([sideWords("a.xlsx", "2025-26"), sideWords("a.xlsx", null)]).toEqual(["a.xlsx, 2025-26", "a.xlsx"]);
});

describe("the rules that only one side has", () => {
  const between = (a: readonly string[], b: readonly string[], fate: "counted" | "excluded" = "counted") => {
    const state = { fate: "counted", site: "RZZ01", items: [] } as const;
    const reason = { kind: "aspects", section: 7, a: [], b: [], causes: [RECORD] } as const;
    const change = complaintOf([reason], { a: { ...state, rules: a }, b: { ...state, rules: b, fate } });
    return reasonWords(change, NAMES).slice(1);
  };

  test("are named with their side", () => {
    expect(between(["every-aspect", "fits-nowhere"], ["every-aspect"])).toEqual([
      "Rule only in A: “A local category that fits nowhere” [fits-nowhere].",
    ]);
    expect(between(["fits-nowhere", "age-band"], ["no-ods-code"])).toEqual([
      "Rules only in A: “A local category that fits nowhere” [fits-nowhere] and “Age of the patient” [age-band]; rule only in B: “No ODS code: the trust code's row” [no-ods-code].",
    ]);
  });

  test("are left out where they only say when a complaint was new, open or resolved", () => {
    expect(between(["new-in-period", "open-at-period-end"], ["brought-forward", "resolved-in-period"])).toEqual([]);
    expect(between(["closed-without-outcome"], [])).toEqual([
      "Rule only in A: “Closed without an outcome” [closed-without-outcome].",
    ]);
  });

  test("are left out where one side does not count it: that rule is the reason", () => {
    expect(between(["fits-nowhere"], ["withdrawn"], "excluded")).toEqual([]);
  });
});

describe("before the figures", () => {
  test("a figure that somebody changed by hand is told of, only where complaints are named", () => {
    const note =
      "Somebody has changed a figure in one of the files, which its complaints do not account for: RZZ01 2.6 Total New.";
    const named = figureOf({ a: 1, b: 2, entered: ["E-01"] });
    expect(notesOn(returnOf({ changes: [named] }), NAMES)).toEqual([]);
    expect(notesOn(returnOf({ changes: [named, figures(1, 2)] }), NAMES)).toEqual([note]);
    expect(notesOn(returnOf({ changes: [figures(1, 2)], traced: false, inputs: null }), NAMES)).not.toContain(note);
  });

  test("the row under the organisation's own code is no site", () => {
    const row = { code: "RZZ", perhaps: null } as const;
    const sites = [{ ...row, kind: "closed", a: "Synthetic NHS Foundation Trust", b: null }] as const;
    expect(notesOn(returnOf({ sites }), NAMES)).toEqual(["The row under the organisation's own code RZZ is only in A."]);
  });

  test("the period is said once", () => {
    const periods = { a: "2025-26Q1", b: "2025-26" };
    const settings = [{ what: "period", name: "", ...periods }] as const;
    expect(notesOn(returnOf({ periods, settings }), NAMES)).toEqual(notesOn(returnOf({ periods }), NAMES));
  });
});

test("a figure of the organisation as a whole is of all sites", () => {
  expect(siteWords("RZZ", returnOf({ level: "organisation" }))).toBe("All sites");
  expect(siteWords("RZZ", returnOf())).toBe("RZZ");
  const compared = comparisonOf(returnOf({ level: "organisation", changes: [figures(1, 2)] }));
  expect(summaryOf(compared)).toBe("1 figure differs.");
});
