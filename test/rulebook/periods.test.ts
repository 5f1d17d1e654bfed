import { describe, expect, test } from "vitest";
import { findPeriod, periodLabel } from "../../src/rulebook/periods.ts";
import { problemsOf } from "../support/refusal.ts";
import { ruleBook } from "../support/rule-book.ts";

describe("periodLabel", () => {
  test.each([
    ["2025-26", "2025-26"],
    ["2025/26", "2025-26"],
    ["2025-2026", "2025-26"],
    ["2025-26Q1", "2025-26Q1"],
    ["2025-26 q4", "2025-26Q4"],
    [" 2025/26 Q2 ", "2025-26Q2"],
    ["1999-00", "1999-00"],
  ])("%j", (text, label) => {
    expect(periodLabel(text)).toEqual({ label, year: label.slice(0, 7) });
  });

  test.each(["2025", "2025-27", "2025-25", "2025-26Q5", "2025-26Q0", "25-26", "Q1", "", "2025-26-27"])(
    "no period: %j",
    (text) => {
      expect(periodLabel(text)).toBeNull();
    },
  );
});

describe("findPeriod", () => {
  test("finds a year and a quarter", () => {
    expect(findPeriod(ruleBook().periods, "2025-26")).toMatchObject({ start: "2025-04-01", end: "2026-03-31" });
    expect(findPeriod(ruleBook().periods, "2025-26Q4")).toMatchObject({ start: "2026-01-01", end: "2026-03-31" });
  });

  test("says which there are when there is none", async () => {
    const [problem] = await problemsOf(() => findPeriod(ruleBook().periods, "2030-31"));
    expect(problem?.what).toContain("2030-31");
    expect(problem?.fix).toContain("2025-26Q4");
  });
});
