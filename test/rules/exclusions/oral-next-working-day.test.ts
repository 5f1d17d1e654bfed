import { expect, test } from "vitest";
import { nextWorkingDay } from "../../../src/domain/local-date.ts";
import { day } from "../../support/complaint.ts";
import { ruleBook } from "../../support/rule-book.ts";

test.each([
  ["2024-25", "2024-12-24", "2024-12-27"],
  ["2024-25", "2024-12-31", "2025-01-02"],
  ["2025-26", "2025-04-17", "2025-04-22"],
  ["2025-26", "2025-04-18", "2025-04-22"],
  ["2025-26", "2025-05-02", "2025-05-06"],
  ["2025-26", "2025-08-22", "2025-08-26"],
  ["2025-26", "2025-12-24", "2025-12-29"],
  ["2025-26", "2025-12-31", "2026-01-02"],
  ["2025-26", "2026-04-02", "2026-04-07"],
])("in %s the working day after %s is %s", (edition, from, to) => {
  expect(nextWorkingDay(day(from), ruleBook(edition).bankHolidays)).toBe(to);
});
