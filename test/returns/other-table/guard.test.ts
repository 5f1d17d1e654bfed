import { describe, expect, test } from "vitest";
import { namesOtherPeriod, refuseRecords } from "../../../src/returns/other-table/guard.ts";
import { problemsOf } from "../../support/refusal.ts";

describe("a title or heading", () => {
  test.each([
    "Complaints",
    "2025-26",
    "2025/2026",
    "FY25/26",
    "Complaints 2025\u201326",
    "2025 to 2026",
    "1 April 2025 to 31 March 2026",
    "1 April 2025 - 31 March 2026",
    "Total",
  ])("of the year itself, or of none: %s", (words) => {
    expect(namesOtherPeriod(words, "2025-26")).toBe(false);
  });

  test.each([
    "2024-25",
    "2024\u201325",
    "2024_25",
    "2024 25",
    "FY24/25",
    "2024",
    "April 2025",
    "Q1 2025-26",
    "2025-26 half year",
    "Quarter 2",
    "to date at 30 June 2025",
    "Last year",
    "2025-26 and 2024-25",
    "1 April 2024 to 31 March 2025",
  ])("of another year, or of a part of ours: %s", (words) => {
    expect(namesOtherPeriod(words, "2025-26")).toBe(true);
  });

  test("of a quarter is that of a quarter's return, and no other", () => {
    expect(namesOtherPeriod("Complaints 2025-26 Q1", "2025-26Q1")).toBe(false);
    expect(namesOtherPeriod("Complaints 2025-26 Q2", "2025-26Q1")).toBe(true);
  });
});

describe("headings", () => {
  const refusal = (...cells: readonly string[]) =>
    problemsOf(() => refuseRecords({ file: "theirs.csv", sheet: null, rows: [{ row: 1, cells }] }));

  test.each([[["Ref", "Patient", "Ward"]], [["NHS number"]], [["Site", "Date received"]]])(
    "of records are refused: %s",
    async (cells) => {
      expect(await refusal(...cells)).toMatchObject([{ where: "theirs.csv, row 1" }]);
    },
  );

  test("of figures are not: an item may be called Patient", () => {
    const rows = [{ row: 1, cells: ["Site", "Patient", "Parent", "Carer", "Other"] }];
    expect(() => refuseRecords({ file: "theirs.csv", sheet: null, rows })).not.toThrow();
  });
});
