import { describe, expect, test } from "vitest";
import { clean, count, day, figure, listed, percent, quote, word } from "../../../src/write/report/text.ts";

describe("words of the data in our sentences", () => {
  test("stay on one line, without control characters", () => {
    expect(clean("  a\r\n\tb\u001b[31m red\u0007\u009b0m\u202e\u200b ")).toBe("a b[31m red0m");
  });

  test("are at most 60 characters, counted as people count them", () => {
    expect(word("x".repeat(60))).toBe("x".repeat(60));
    expect(word("x".repeat(61))).toBe(`${"x".repeat(59)}…`);
    expect([...word("😀".repeat(80))]).toHaveLength(60);
    expect(quote("Parking\nfees")).toBe("“Parking fees”");
  });
});

test("dates are written out, and what is no date is left alone", () => {
  expect(day("2025-05-12")).toBe("12 May 2025");
  expect(day("2025-13-01")).toBe("2025-13-01");
  expect(day("last week")).toBe("last week");
});

test("figures", () => {
  expect([0, 999, 1000, 1234567, -4, 1.5, 12345.678].map(figure)).toEqual([
    "0",
    "999",
    "1,000",
    "1,234,567",
    "-4",
    "1.5",
    "12,345.678",
  ]);
  expect([count(1, "row"), count(0, "row"), count(1200, "row")]).toEqual(["1 row", "0 rows", "1,200 rows"]);
  expect([percent(0.3), percent(0.304), percent(1)]).toEqual(["30%", "30.4%", "100%"]);
});

test("lists", () => {
  expect(listed([])).toBe("");
  expect(listed(["a"])).toBe("a");
  expect(listed(["a", "b", "c"])).toBe("a, b and c");
  expect(listed(["1", "2", "3", "4", "5", "6", "7", "8", "9"])).toBe("1, 2, 3, 4, 5, 6, 7 and 2 more");
});
