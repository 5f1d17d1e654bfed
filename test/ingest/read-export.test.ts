import { describe, expect, test } from "vitest";
import type { Field } from "../../src/domain/field.ts";
import { readExport } from "../../src/ingest/read-export.ts";
import { generic } from "../../src/ingest/sources/generic/index.ts";
import { problemsOf } from "../support/refusal.ts";
import { workbookOf } from "../support/workbook.ts";

const HEADINGS = ["Complaint reference", "Date received"];
const read = (file: string, bytes: Uint8Array, columns = new Map<Field, string>()) =>
  readExport({ file, bytes }, generic, columns);
const text = (content: string) => new TextEncoder().encode(content);

const excel = await workbookOf([{ name: "Sheet1", rows: [HEADINGS, ["C-1", new Date("2025-05-14T00:00:00Z")]] }]);

describe("the same table from every kind of file", () => {
  test.each([
    ["CSV", text("Complaint reference,Date received\nC-1,2025-05-14\n")],
    ["TSV", text("Complaint reference\tDate received\nC-1\t2025-05-14\n")],
    ["JSON", text('[{"Complaint reference":"C-1","Date received":"2025-05-14"}]')],
    ["NDJSON", text('{"Complaint reference":"C-1","Date received":"2025-05-14"}\n')],
    ["Excel", excel],
  ])("%s", async (_, bytes) => {
    const { tables } = await read("export.csv", bytes);
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ file: "export.csv", sheet: null, headings: HEADINGS });
    expect(tables[0]?.rows.map(({ cells }) => cells)).toEqual([["C-1", "2025-05-14"]]);
  });
});

describe("a workbook with several sheets", () => {
  test("every visible sheet with headings is read under its name", async () => {
    const bytes = await workbookOf([
      { name: "Notes", rows: [["Read me"]] },
      { name: "North", rows: [["Complaints of the north"], HEADINGS, ["C-1", "2025-05-14"]] },
      { name: "South", rows: [HEADINGS, ["C-2", "2025-05-14"]] },
    ]);
    const { tables, findings } = await read("export.xlsx", bytes);
    expect(tables.map(({ sheet, headingRow }) => [sheet, headingRow])).toEqual([
      ["North", 2],
      ["South", 1],
    ]);
    expect(findings).toEqual([]);
  });

  test("a hidden one is left out and said to be", async () => {
    const bytes = await workbookOf([
      { name: "Now", rows: [HEADINGS, ["C-1", "2025-05-14"]] },
      { name: "Then", hidden: true, rows: [HEADINGS, ["C-1", "2025-05-14"]] },
    ]);
    const { tables, findings } = await read("export.xlsx", bytes);
    expect(tables).toHaveLength(1);
    expect(findings.map(({ rule, detail }) => [rule, detail])).toEqual([
      ["hidden-sheet-left-out", { kind: "hidden-sheet-left-out", sheet: "Then" }],
    ]);
  });
});

test("a file without headings that are understood is refused", async () => {
  for (const bytes of [
    text("Ref no,When\nC-1,2025-05-14\n"),
    text('[{"Ref no":"C-1"}]'),
    await workbookOf([{ name: "A", rows: [["x"]] }]),
  ]) {
    const [problem] = await problemsOf(() => read("export.csv", bytes));
    expect(problem?.what).toContain("No row of headings");
  }
});

test("the trust's own headings", async () => {
  const columns = new Map<Field, string>([["received", "First contact"]]);
  const { tables } = await read("export.csv", text("Title\nComplaint reference,First contact\nC-1,2025-05-14\n"), columns);
  expect(tables[0]?.headingRow).toBe(2);
});
