import { describe, expect, test } from "vitest";
import type { ReadReturn } from "../../../src/domain/read-return.ts";
import { compareReturns } from "../../../src/trace/diff/compare.ts";
import { siteRow } from "../../support/figures.ts";
import {
  BOOK,
  CATALOGUE,
  counted,
  itemIds,
  keptOut,
  OPEN,
  RZZ,
  tracedReturn,
  UPHELD,
  workbookReturn,
} from "../../support/traced.ts";

const compare = (a: ReadReturn, b: ReadReturn) => compareReturns(a, b, BOOK, CATALOGUE);
const short = ({ changes }: ReturnType<typeof compare>) =>
  changes.map(({ site, item, a, b, entered, left }) => [site, item, a, b, entered, left]);

describe("two returns that name their complaints", () => {
  const before = tracedReturn([counted("C-1"), counted("C-2"), keptOut("C-3", "withdrawn")]);

  test("are the same as themselves", () => {
    expect(compare(before, before)).toEqual({
      organisation: RZZ,
      periods: { a: "2025-26", b: "2025-26" },
      level: "site",
      traced: true,
      settings: [],
      inputs: { a: ["export.csv"], b: ["export.csv"], same: true },
      changes: [],
      sums: [],
      sites: [],
      complaints: [],
    });
  });

  test("have the complaints behind each changed figure", () => {
    const after = tracedReturn([counted("C-1", { items: UPHELD }), counted("C-2"), counted("C-4", { items: UPHELD })]);
    const found = short(compare(before, after));
    expect(found).toContainEqual(["RZZ01", "Complaints_Total_New", 2, 3, ["C-4"], []]);
    expect(found).toContainEqual(["RZZ01", "Complaints_Number_Upheld", 0, 2, ["C-1", "C-4"], []]);
    expect(found).toContainEqual(["RZZ01", "Complaints_Total_Carried_Forward", 2, 1, [], ["C-1"]]);
    expect(found).toContainEqual(["RZZ01", "Age_Total", 2, 3, ["C-4"], []]);
  });

  test("have a complaint in a total of aspects as often as it counts more in it", () => {
    const more = counted("C-1", { items: [...OPEN, ...itemIds("Service_Maternity", "Service_Emergency")] });
    expect(short(compare(before, tracedReturn([more, counted("C-2")])))).toEqual([
      ["RZZ01", "Service_Emergency", 0, 1, ["C-1"], []],
      ["RZZ01", "Service_Maternity", 0, 1, ["C-1"], []],
      ["RZZ01", "Service_Total", 2, 4, ["C-1", "C-1"], []],
    ]);
  });

  test("do not have it in a total that stays the same through another part", () => {
    const items = [...OPEN.filter((id) => id !== "Service_Inpatient"), ...itemIds("Service_Maternity")];
    expect(short(compare(before, tracedReturn([counted("C-1", { items }), counted("C-2")])))).toEqual([
      ["RZZ01", "Service_Inpatient", 2, 1, [], ["C-1"]],
      ["RZZ01", "Service_Maternity", 0, 1, ["C-1"], []],
    ]);
  });

  test("name a complaint that changes places although the figure stays", () => {
    const swapped = compare(tracedReturn([counted("C-1")]), tracedReturn([counted("C-2")]));
    expect(swapped.changes).toEqual([]);
    expect(swapped.complaints.map(({ reference, kind }) => [reference, kind])).toEqual([
      ["C-1", "left"],
      ["C-2", "entered"],
    ]);
  });

  test("at another site take it out of one and put it into the other", () => {
    const moved = compare(tracedReturn([counted("C-1")]), tracedReturn([counted("C-1", { site: "RZZ02" })]));
    expect(moved.sites.map(({ kind, code }) => [kind, code])).toEqual([
      ["closed", "RZZ01"],
      ["new", "RZZ02"],
    ]);
    const fresh = moved.changes.filter(({ item }) => item === "Complaints_Total_New");
    expect(fresh.map(({ site, entered, left }) => [site, entered, left])).toEqual([
      ["RZZ01", [], ["C-1"]],
      ["RZZ02", ["C-1"], []],
    ]);
  });

  test("show a figure that somebody changed, with nobody behind it", () => {
    const rows = before.rows.map((row) => ({ ...row, counts: { ...row.counts, Service_Maternity: 9 } }));
    const changed = compare(before, { ...before, rows });
    expect(short(changed)).toEqual([["RZZ01", "Service_Maternity", 0, 9, [], []]]);
    expect(changed.complaints).toEqual([]);
  });

  test("have their settings, their exports and the causes", () => {
    const after = tracedReturn([counted("C-1")], {
      period: "2025-26Q1",
      made: { run: { inputs: [{ file: "later.csv", sha256: "e9" }] } },
    });
    const found = compare(before, after);
    expect(found.settings).toEqual([{ what: "period", name: "", a: "2025-26", b: "2025-26Q1" }]);
    expect(found.inputs).toEqual({ a: ["export.csv"], b: ["later.csv"], same: false });
    expect(found.periods).toEqual({ a: "2025-26", b: "2025-26Q1" });
    expect(found.complaints.map(({ reference, reasons }) => [reference, reasons])).toEqual([
      ["C-2", [{ kind: "presence", a: true, b: false, causes: [{ kind: "record" }] }]],
    ]);
  });
});

describe("a return that does not say what it was made with", () => {
  const [before, after] = [tracedReturn([counted("C-1")], { made: { run: null } }), tracedReturn([counted("C-2")])];

  test.each([
    ["first", before, after],
    ["second", after, before],
  ])("on the %s side names its complaints all the same, and no files and no settings", (_, a, b) => {
    const found = compare(a, b);
    expect(found).toMatchObject({ traced: true, inputs: null, settings: [] });
    expect(found.complaints.map(({ reasons }) => reasons[0]?.causes)).toEqual([[{ kind: "record" }], [{ kind: "record" }]]);
  });
});

describe("figures alone", () => {
  const rows = [siteRow("RZZ01"), siteRow("RZZ02", { Complaints_Total_New: 7 })];

  test("are compared by site, and nobody is behind them", () => {
    const found = compare(workbookReturn(rows), workbookReturn([siteRow("RZZ01"), siteRow("RZZ02")]));
    expect(found).toMatchObject({ level: "site", traced: false, settings: [], inputs: null, complaints: [] });
    expect(short(found)).toEqual([["RZZ02", "Complaints_Total_New", 7, 5, [], []]]);
  });

  test("on one side leave the other's complaints untold", () => {
    const found = compare(tracedReturn([counted("C-1")]), workbookReturn([siteRow("RZZ01")]));
    expect(found.traced).toBe(false);
    expect(found.changes.length).toBeGreaterThan(0);
  });

  test("of the whole organisation are compared with the sum of the sites, and sites are not judged", () => {
    const whole = (fresh: number) => workbookReturn([], { overall: siteRow("RZZ", sums(fresh)) });
    expect(compare(workbookReturn(rows), whole(12))).toMatchObject({ level: "organisation", changes: [], sites: [] });
    const renamed = workbookReturn(rows, { organisation: { code: "RZZ", name: "Another name" } });
    expect(compare(renamed, whole(12)).sites).toEqual([]);
    expect(short(compare(whole(13), workbookReturn(rows)))).toEqual([["RZZ", "Complaints_Total_New", 13, 12, [], []]]);
  });

  test("of the whole organisation are compared with a form that does not say whose it is", () => {
    const nameless = workbookReturn(rows, { organisation: { code: "", name: "" } });
    const whole = workbookReturn([], { kind: "published", overall: siteRow("RZZ", sums(12)) });
    for (const found of [compare(nameless, whole), compare(whole, nameless)]) {
      expect(found.organisation).toEqual(RZZ);
      expect(found.changes).toHaveLength(0);
    }
  });

  test("that are blank are null", () => {
    const blank = workbookReturn([siteRow("RZZ01", { Age_0_5: Number.NaN })]);
    expect(short(compare(blank, workbookReturn([siteRow("RZZ01")])))).toEqual([["RZZ01", "Age_0_5", null, 0, [], []]]);
  });

  function sums(fresh: number): Readonly<Record<string, number>> {
    const { counts } = siteRow("RZZ01");
    return { ...Object.fromEntries(Object.entries(counts).map(([id, figure]) => [id, figure * 2])), Complaints_Total_New: fresh };
  }
});
