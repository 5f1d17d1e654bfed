import { describe, expect, test } from "vitest";
import { agrees, mentionIn, periodIn } from "../../../../src/workbook/proforma/find/period.ts";

describe("a period in a text", () => {
  test.each([
    ["2025-26", "2025-26", null],
    ["2025/26", "2025-26", null],
    ["2025–2026", "2025-26", null],
    ["KO41a proforma 2025-26 v1.2", "2025-26", null],
    ["1 April 2025 to 31 March 2026", "2025-26", null],
    ["April 2025 - March 2026", "2025-26", null],
    ["01/04/2025 - 31/03/2026", "2025-26", null],
    ["2025-04-01 to 2026-03-31", "2025-26", null],
    ["Year ending 31 March 2026", "2025-26", null],
    ["2025-26Q2", "2025-26", 2],
    ["Quarter 4, 2025/26", "2025-26", 4],
    ["1st July 2025 to 30th September 2025", "2025-26", 2],
    ["1 January 2026 to 31 March 2026", "2025-26", 4],
    ["1999-00 and 2025-26", "2025-26", null],
  ])("%s", (text, year, quarter) => {
    expect(periodIn(text)).toEqual({ year, quarter });
  });

  test.each([
    "",
    "KO41a",
    "SI 2009/309",
    "2025-27",
    "2025",
    "v2025.26",
    "14 May 2025",
    "1 April 2025 to 31 May 2025",
    "01/05/2025 to 30/04/2026",
  ])("%s is none", (text) => {
    expect(periodIn(text)).toBeNull();
  });
});

test("notes about other years are no mention", () => {
  expect(mentionIn("Brought forward must equal carried forward of 2024-25", null)).toEqual([]);
  expect(mentionIn("What changed since 2024-25", null)).toEqual([]);
  expect(mentionIn("Return 2025-26", null)).toHaveLength(1);
});

test("a form of a year is for its quarters too, one of a quarter for that alone", () => {
  const year = { year: "2025-26", quarter: null };
  expect([agrees(year, "2025-26"), agrees(year, "2025-26Q3"), agrees(year, "2024-25")]).toEqual([true, true, false]);
  const quarter = { year: "2025-26", quarter: 3 };
  expect([agrees(quarter, "2025-26Q3"), agrees(quarter, "2025-26"), agrees(quarter, "2025-26Q1")]).toEqual([true, false, false]);
});
