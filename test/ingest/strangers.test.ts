import { describe, expect, test } from "vitest";
import type { SourceGrid } from "../../src/domain/source-table.ts";
import { readExport } from "../../src/ingest/read-export.ts";
import { sourcesFor } from "../../src/ingest/sources/index.ts";
import { refuseStrangers } from "../../src/ingest/strangers.ts";
import { exportFile } from "../support/export-file.ts";
import { problemsOf } from "../support/refusal.ts";
import { periodOf } from "../support/rule-book.ts";

const gridOf = (...lines: readonly (readonly string[])[]): SourceGrid => ({
  file: "export.csv",
  sheet: null,
  rows: lines.map((cells, index) => ({ row: index + 1, cells })),
});
const read = (text: string) =>
  readExport(exportFile("export.csv", text), {
    sources: sourcesFor("auto"),
    columns: new Map(),
    period: periodOf("2025-26"),
  });

describe("a file that is no export of complaints is told by name", () => {
  test.each([
    ["home visits", "location,care_enquiry,date_time\nElm House,a1,2025-05-14\n", "home visits", "--activity"],
    ["the worklist", "No.,What,What was found,What to do,Reference\n1,To put right,x,y,C-1\n", "worklist", "it was made of"],
    ["counts by category", "KO41a Code,Description,Count\n7.54,Communications,12\n", "counts by category", "one row each"],
  ])("%s", async (_, text, what, fix) => {
    const [problem] = await problemsOf(() => read(text));
    expect(problem?.what).toContain(what);
    expect(problem?.where).toBe("export.csv, row 1");
    expect(problem?.fix).toContain(fix);
  });

  test("below title rows, in any case", async () => {
    const grid = gridOf(["Counts 2025-26"], [""], ["KO41A_CODE", "count"]);
    const [problem] = await problemsOf(() => refuseStrangers(grid));
    expect(problem?.where).toBe("export.csv, row 3");
  });

  test("without a row where the file has no row of headings", async () => {
    const grid = { ...gridOf(), rows: [{ row: 0, cells: ["care_enquiry", "date_time"] }] };
    expect((await problemsOf(() => refuseStrangers(grid)))[0]?.where).toBe("export.csv");
  });
});

test.each([[["Count", "Code"]], [["date_time", "Complaint reference"]], [[]]])("%j alone is no sign of one", (cells) => {
  expect(() => refuseStrangers(gridOf(cells))).not.toThrow();
});

test("complaints that carry such a column are complaints", async () => {
  const { tables } = await read("Complaint reference,Date received,KO41a Code,Count\nC-1,2025-05-14,7.54,1\n");
  expect(tables).toHaveLength(1);
});
