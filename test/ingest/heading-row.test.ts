import { describe, expect, test } from "vitest";
import type { Field } from "../../src/domain/field.ts";
import type { SourceGrid } from "../../src/domain/source-table.ts";
import { headedGrid, headingScorer, looksLikeHeadings, noHeadings } from "../../src/ingest/heading-row.ts";
import { generic } from "../../src/ingest/sources/generic/index.ts";
import { SOURCES, sourcesFor } from "../../src/ingest/sources/index.ts";

const plain = headingScorer([generic.profile], new Map());
const gridOf = (...lines: readonly (readonly string[])[]): SourceGrid => ({
  file: "export.csv",
  sheet: null,
  rows: lines.map((cells, index) => ({ row: index + 1, cells })),
});
const tableFrom = (...lines: readonly (readonly string[])[]) => headedGrid(gridOf(...lines), plain);

describe("a row of headings", () => {
  test("names a reference and a date received, however they are written", () => {
    expect(plain(["complaint_reference", "DATE RECEIVED"])).toBe(2);
    expect(plain(["ComplaintReference", "Date-received", "Out come", "Notes"])).toBe(3);
  });

  test.each([[["Complaint reference", "Outcome"]], [["Date received", "Outcome"]], [["C-1", "2025-05-14"]], [[]]])(
    "is none without both: %j",
    (cells) => {
      expect(plain(cells)).toBe(0);
    },
  );

  test("may use the trust's own headings, which need not stand in every export", () => {
    const own = headingScorer([generic.profile], new Map<Field, string>([["received", "First contact"]]));
    expect(own(["Complaint reference", "First contact"])).toBe(2);
    expect(own(["Complaint reference", "Date received"])).toBe(2);
    expect(own(["Complaint reference", "Opened"])).toBe(0);
  });
});

describe("the table under it", () => {
  test("begins below title rows", () => {
    const table = tableFrom(["Complaints 2025-26"], [""], ["Complaint reference", "Date received"], ["C-1", "2025-05-14"]);
    expect(table).toMatchObject({ headingRow: 3, width: 2, headings: ["Complaint reference", "Date received"] });
    expect(table?.rows).toEqual([{ row: 4, cells: ["C-1", "2025-05-14"] }]);
  });

  test("has no blank rows", () => {
    const table = tableFrom(["Complaint reference", "Date received"], ["", " "], ["C-1", "2025-05-14"], [""]);
    expect(table?.rows.map(({ row }) => row)).toEqual([3]);
  });

  test("loses the separators that every line ends with", () => {
    const table = tableFrom(["Complaint reference", "Date received"], ["C-1", "2025-05-14", ""], ["C-2", "2025-05-15", ""]);
    expect(table?.rows.map(({ cells }) => cells.length)).toEqual([2, 2]);
  });

  test("keeps a surplus cell that says something, or that only one row has", () => {
    const filled = tableFrom(["Complaint reference", "Date received"], ["C-1", "2025-05-14", "x"], ["C-2", "2025-05-15", ""]);
    expect(filled?.rows.map(({ cells }) => cells.length)).toEqual([3, 3]);
    const uneven = tableFrom(["Complaint reference", "Date received"], ["C-1", "2025-05-14", ""], ["C-2", "2025-05-15"]);
    expect(uneven?.rows.map(({ cells }) => cells.length)).toEqual([3, 2]);
  });

  test("is null when no row has headings", () => {
    expect(tableFrom(["Ref no", "When"], ["C-1", "2025-05-14"])).toBeNull();
  });
});

describe("without headings an officer is told", () => {
  const problemOf = (grid: SourceGrid, columns = new Map<Field, string>(), sources = SOURCES) =>
    noHeadings([grid], sources, columns).problems[0];

  test("which are wanted, where they were looked for and how to name others", () => {
    const problem = problemOf(gridOf(["", ""], ["Ref no", "When"]));
    expect(problem?.what).toMatch(/"Complaint reference".*"Date received"/);
    expect(problem?.where).toBe("export.csv, row 2 and below");
    expect(problem?.fix).toContain("ko41a map");
  });

  test("which the one system has that was named", () => {
    expect(problemOf(gridOf(["Ref no", "When"]), new Map(), sourcesFor("px360"))?.what).toMatch(/"id" and "created_at"/);
  });

  test.each<[string, Map<Field, string>, RegExp]>([
    ["nobody named", new Map([["reference", "Ref no"]]), /Nothing says which heading is Date received/],
    [
      "was named and is not there",
      new Map([
        ["reference", "Ref no"],
        ["received", "Came in"],
      ]),
      /no heading "Came in".*Date received/,
    ],
  ])("which one is missing, when it %s", (_, columns, what) => {
    const problem = problemOf(gridOf(["Ref no", "When"]), columns);
    expect(problem?.what).toMatch(what);
    expect(problem?.fix).toMatch(/in the mapping sheet.*ko41a\.yaml/);
  });

  test("that the trust's own headings are not there", () => {
    const problem = problemOf(gridOf(["Ref no", "When"]), new Map([["received", "First contact"]]));
    expect(problem?.what).toContain('"First contact"');
    expect(problem?.fix).toMatch(/ko41a\.yaml or in the mapping sheet/);
  });

  test("that the file is empty", () => {
    expect(problemOf(gridOf(["", " "]))?.what).toContain("holds nothing");
  });
});

describe("any headings, for a survey of an export that nobody understands", () => {
  test("are several different texts", () => {
    expect(looksLikeHeadings(["Ref no", "When", "Where", "What"])).toBe(4);
    expect(looksLikeHeadings(["Ref no", "When", "Where", ""])).toBe(3);
  });

  test.each([
    ["a title", ["Complaints 2025-26", "", "", ""]],
    ["two texts", ["Ref no", "When"]],
    ["a record with dates", ["C-1", "12/05/2025", "Ward 7"]],
    ["a record with numbers", ["C-1", "44", "Ward 7"]],
    ["the same text twice", ["Ref no", "When", "when"]],
    ["mostly gaps", ["Ref no", "When", "Where", "", "", ""]],
    ["free text", ["Ref no", "When", "x".repeat(151)]],
  ])("are not %s", (_, cells) => {
    expect(looksLikeHeadings(cells)).toBe(0);
  });
});

test("no heading of the generic export is known for two fields", () => {
  const all = Object.values(generic.profile.headings).flatMap((headings) => headings.map((heading) => heading.toLowerCase()));
  expect(new Set(all).size).toBe(all.length);
});
