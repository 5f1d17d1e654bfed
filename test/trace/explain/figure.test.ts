import { describe, expect, test } from "vitest";
import type { TracedReturn } from "../../../src/domain/read-return.ts";
import { explainFigure } from "../../../src/trace/explain/figure.ts";
import { findItem, findSite } from "../../../src/trace/find.ts";
import { BOOK, BROUGHT, CATALOGUE, counted, itemIds, keptOut, OPEN, tracedReturn, UPHELD } from "../../support/traced.ts";

const TWO_SERVICES = [...OPEN, ...itemIds("Service_Outpatient", "Clinical_Treatment_Surgical_Group")];
const TWICE = counted("C-2", { items: TWO_SERVICES });
const given = tracedReturn([
  counted("C-1"),
  TWICE,
  counted("C-3", { site: "RZZ02", items: UPHELD }),
  counted("C-4", { site: "RZZ02", items: BROUGHT, rules: ["brought-forward", "open-at-period-end"] }),
  keptOut("C-5", "withdrawn", { otherwise: { site: "RZZ01", items: OPEN, alsoKeptOutBy: [] } }),
]);
const explain = (item: string, site: string | null = null, of: TracedReturn = given) =>
  explainFigure(of, findItem(item, BOOK.items), site === null ? null : findSite(site, of), BOOK, CATALOGUE);
const references = ({ counts }: ReturnType<typeof explain>) => counts.map(({ reference }) => reference);

describe("the counts behind a figure", () => {
  test("are the complaints that are in it, over all sites or at one", () => {
    expect(references(explain("Complaints_Total_New"))).toEqual(["C-1", "C-2", "C-3"]);
    expect(references(explain("Complaints_Total_New", "RZZ02"))).toEqual(["C-3"]);
    expect(references(explain("Complaints_Total_Brought_Forward", "RZZ01"))).toEqual([]);
  });

  test("say where each counts, as what, by which rules, and on which rows", () => {
    expect(explain("Age_26_55", "RZZ02").counts).toEqual([
      {
        reference: "C-3",
        site: "RZZ02",
        item: "Age_26_55",
        rules: ["one-count-per-complaint", "age-band"],
        source: [{ file: "export.csv", row: 2 }],
      },
    ]);
  });

  test("of a total of aspects list a complaint as often as it counts, each time through its own item", () => {
    const { figure, counts, complaints, sites } = explain("Service_Total", "RZZ01");
    expect(counts.map(({ reference, item }) => [reference, item])).toEqual([
      ["C-1", "Service_Inpatient"],
      ["C-2", "Service_Inpatient"],
      ["C-2", "Service_Outpatient"],
    ]);
    expect([figure, complaints]).toEqual([3, 2]);
    expect(sites).toMatchObject([{ figure: 3, untraced: 0 }]);
  });

  test("of the subject area total come from sections 6 and 7", () => {
    expect(explain("Subject_Area_Total", "RZZ01").counts.map(({ item }) => item)).toEqual([
      "Subject_Area_Communications",
      "Subject_Area_Communications",
      "Clinical_Treatment_Surgical_Group",
    ]);
  });

  test("of resolved and carried forward are the complaints that name them", () => {
    expect(references(explain("Complaints_Total_Resolved"))).toEqual(["C-3"]);
    expect(references(explain("Complaints_Total_Carried_Forward"))).toEqual(["C-1", "C-2", "C-4"]);
  });

  test("of two records under one reference are two complaints", () => {
    const twice = tracedReturn([counted("C-1", { items: UPHELD }), counted("C-1", { source: [{ file: "export.csv", row: 3 }] })]);
    const { figure, counts, complaints } = explain("Complaints_Total_New", "RZZ01", twice);
    expect([figure, counts.length, complaints]).toEqual([2, 2, 2]);
    const { counts: aspects, complaints: records } = explain("Service_Total", "RZZ01", tracedReturn([TWICE, TWICE]));
    expect([aspects.length, records]).toEqual([4, 2]);
  });
});

describe("an explanation", () => {
  test("has every site with its figure, or the one that was asked for", () => {
    expect(explain("Complaints_Total_New").sites).toEqual([
      { code: "RZZ01", name: "General hospital", figure: 2, untraced: 0 },
      { code: "RZZ02", name: "Healthcare clinic", figure: 1, untraced: 0 },
    ]);
    const one = explain("Complaints_Total_New", "RZZ02");
    expect(one.sites).toEqual([{ code: "RZZ02", name: "Healthcare clinic", figure: 1, untraced: 0 }]);
    expect(one.site).toEqual({ code: "RZZ02", name: "Healthcare clinic" });
    expect(explain("Complaints_Total_New").site).toBeNull();
  });

  test("of a total has what it adds up; of a count nothing", () => {
    const { figure, parts } = explain("Subject_Area_Total");
    expect(parts.map((part) => [part.item.id, part.figure])).toEqual([
      ["Clinical_Treatment_Sub_Total", 1],
      ["Subject_Area_Sub_Total", 3],
    ]);
    expect(figure).toBe(4);
    expect(explain("Service_Inpatient").parts).toEqual([]);
  });

  test("has the rules that put complaints there, and no other", () => {
    expect(explain("Complaints_Total_New").rules.map(({ rule, counts }) => [rule.id, counts])).toEqual([
      ["one-count-per-complaint", 3],
      ["new-in-period", 3],
    ]);
  });

  test("of a figure that nobody is in is empty", () => {
    const { sites, ...explained } = explain("Service_Maternity");
    expect(explained).toMatchObject({ figure: 0, counts: [], complaints: 0, rules: [] });
    expect(sites).toMatchObject([
      { figure: 0, untraced: 0 },
      { figure: 0, untraced: 0 },
    ]);
  });
});

describe("a file that somebody changed", () => {
  const changed = (figure: number): TracedReturn => ({
    ...given,
    rows: given.rows.map((row) =>
      row.siteCode === "RZZ01" ? { ...row, counts: { ...row.counts, Complaints_Total_New: figure } } : row,
    ),
  });

  /** What each site's figure has too many or too few. */
  const untraced = ({ sites }: ReturnType<typeof explain>) => sites.map((site) => [site.code, site.untraced]);

  test("has a figure that is more or less than its counts", () => {
    const more = explain("Complaints_Total_New", "RZZ01", changed(5));
    expect(more.figure).toBe(5);
    expect(untraced(more)).toEqual([["RZZ01", 3]]);
    const less = explain("Complaints_Total_New", null, changed(0));
    expect(less.figure).toBe(1);
    expect(untraced(less)).toEqual([
      ["RZZ01", -2],
      ["RZZ02", 0],
    ]);
  });

  test("has too many at one site and too few at another, though the sum is right", () => {
    const figures: Readonly<Record<string, number>> = { RZZ01: 1, RZZ02: 2 };
    const rows = given.rows.map((row) => ({
      ...row,
      counts: { ...row.counts, Complaints_Total_New: figures[row.siteCode] ?? 0 },
    }));
    const moved = explain("Complaints_Total_New", null, { ...given, rows });
    expect([moved.figure, moved.counts.length]).toEqual([3, 3]);
    expect(untraced(moved)).toEqual([
      ["RZZ01", -1],
      ["RZZ02", 1],
    ]);
  });

  test("still has its other figures", () => {
    expect(untraced(explain("Complaints_Total_New", "RZZ02", changed(5)))).toEqual([["RZZ02", 0]]);
    expect(untraced(explain("Age_Total", null, changed(5)))).toEqual([
      ["RZZ01", 0],
      ["RZZ02", 0],
    ]);
  });

  test("has counts at a site that it has no row for", () => {
    const without = { ...given, rows: given.rows.filter(({ siteCode }) => siteCode !== "RZZ02") };
    const explained = explain("Complaints_Total_New", null, without);
    expect(explained.figure).toBe(2);
    expect(explained.sites).toEqual([
      { code: "RZZ01", name: "General hospital", figure: 2, untraced: 0 },
      { code: "RZZ02", name: "RZZ02", figure: 0, untraced: -1 },
    ]);
  });
});
