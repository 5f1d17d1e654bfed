import { describe, expect, test } from "vitest";
import type { Field } from "../../src/domain/field.ts";
import type { SourceGrid } from "../../src/domain/source-table.ts";
import { headingScorer, noHeadings, tableOf } from "../../src/ingest/heading-row.ts";
import { generic } from "../../src/ingest/sources/generic/index.ts";

const plain = headingScorer(generic, new Map());
const gridOf = (...lines: readonly (readonly string[])[]): SourceGrid => ({
  file: "export.csv",
  sheet: null,
  rows: lines.map((cells, index) => ({ row: index + 1, cells })),
});
const tableFrom = (...lines: readonly (readonly string[])[]) => tableOf(gridOf(...lines), plain);

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

  test("may use the trust's own headings, which then count instead of the known ones", () => {
    const own = headingScorer(generic, new Map<Field, string>([["received", "First contact"]]));
    expect(own(["Complaint reference", "First contact"])).toBe(2);
    expect(own(["Complaint reference", "Date received"])).toBe(0);
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
  const problemOf = (grid: SourceGrid, columns = new Map<Field, string>()) => noHeadings([grid], columns).problems[0];

  test("which are wanted, where they were looked for and where to name others", () => {
    const problem = problemOf(gridOf(["", ""], ["Ref no", "When"]));
    expect(problem?.what).toMatch(/"Complaint reference".*"Date received"/);
    expect(problem?.where).toBe("export.csv, row 2 and below");
    expect(problem?.fix).toContain("ko41a.yaml");
  });

  test("that the trust's own headings are not there", () => {
    expect(problemOf(gridOf(["Ref no", "When"]), new Map([["received", "First contact"]]))?.what).toContain('"First contact"');
  });

  test("that the file is empty", () => {
    expect(problemOf(gridOf(["", " "]))?.what).toContain("holds nothing");
  });
});

test("no heading of the generic export is known for two fields", () => {
  const all = Object.values(generic.headings).flatMap((headings) => headings.map((heading) => heading.toLowerCase()));
  expect(new Set(all).size).toBe(all.length);
});
