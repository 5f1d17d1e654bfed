import { describe, expect, test } from "vitest";
import type { PageData } from "../../src/domain/page-data.ts";
import { ALL_SITES, bookOf } from "../../src/page/book.ts";

const rule = (id: string) => ({ id, title: id.toUpperCase(), why: "", source: "" });
const DATA: PageData = {
  items: [
    { id: "New", label: "2.6 New", leaves: [0] },
    { id: "A", label: "5.1 A", leaves: [1] },
    { id: "B", label: "5.2 B", leaves: [2] },
    { id: "Total", label: "5.3 Total", leaves: [1, 2] },
  ],
  sites: [
    { code: "RZZ01", name: "General" },
    { code: "RZZ02", name: "Clinic" },
  ],
  rules: [rule("counts"), rule("withdrawn"), rule("noted"), rule("reopened")],
  ruleSets: [[0], [1, 2], [3], [2, 1]],
  files: ["a.csv", "b.xlsx [North]"],
  complaints: [
    ["C-1", "counted", 0, [0, 1, 2], 0, [0, 2, 0, 3]],
    ["C-2", "counted", 1, [0, 1], 0, [1, 4]],
    ["C-3", "excluded", -1, [], 1, [0, 5]],
    ["C-4", "excluded", -1, [], 3, [0, 6]],
    ["C-5", "merged", -1, [], 2, [0, 7], "C-1"],
  ],
  more: {},
};
const book = bookOf(DATA);
const names = (site: number, item: number) =>
  book.behind(site, item).map(({ complaint, times }) => `${complaint.reference} ${times}`);

describe("the complaints behind a figure", () => {
  test("of a site are those that count in it there", () => {
    expect(names(0, 0)).toEqual(["C-1 1"]);
    expect(names(1, 2)).toEqual([]);
  });

  test("of all sites are those of each", () => {
    expect(names(ALL_SITES, 1)).toEqual(["C-1 1", "C-2 1"]);
  });

  test("of a total count as often as they have parts of it", () => {
    expect(names(ALL_SITES, 3)).toEqual(["C-1 2", "C-2 1"]);
  });
});

describe("complaints", () => {
  test("are found by what kept them out: the first rule is the reason", () => {
    expect(book.kept("excluded", "withdrawn").map(({ reference }) => reference)).toEqual(["C-3"]);
    expect(book.kept("excluded", "").map(({ reference }) => reference)).toEqual(["C-3", "C-4"]);
    expect(book.kept("merged", "reopened").map(({ reference }) => reference)).toEqual(["C-5"]);
  });

  test("with several rows are behind the rows that were merged", () => {
    expect(book.kept("merged", "merged-rows").map(({ reference }) => reference)).toEqual(["C-1"]);
  });

  test("say where they stand", () => {
    expect(book.complaint("C-2")).toMatchObject([{ rows: ["b.xlsx [North] row 4"], mergedInto: null }]);
    expect(book.complaint("C-5")).toMatchObject([{ mergedInto: "C-1", rules: [{ title: "REOPENED" }] }]);
    expect(book.complaint("C-9")).toEqual([]);
  });

  test("sites, items and rules that are not there are none", () => {
    expect([book.siteAt("RZZ09"), book.itemAt("X"), book.siteAt("RZZ02"), book.itemAt("B")]).toEqual([null, null, 1, 2]);
    expect([book.ruleTitle("withdrawn"), book.ruleTitle("x")]).toEqual(["WITHDRAWN", "x"]);
  });
});
