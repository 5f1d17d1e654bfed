import { describe, expect, test } from "vitest";
import { completedYears, isoDate, localDate, nextWorkingDay, notAfter, plusDays } from "../../src/domain/local-date.ts";
import { day } from "../support/complaint.ts";

describe("localDate", () => {
  test("is written with four, two and two digits", () => {
    expect(localDate(2025, 4, 1)).toBe("2025-04-01");
  });

  test.each([
    [2025, 2, 29],
    [2025, 4, 31],
    [2025, 13, 1],
    [2025, 0, 1],
    [2025, 1, 0],
    [25, 1, 1],
  ])("is null where the calendar has no such day: %i-%i-%i", (year, month, dayOfMonth) => {
    expect(localDate(year, month, dayOfMonth)).toBeNull();
  });

  test("knows leap years", () => {
    expect(localDate(2024, 2, 29)).toBe("2024-02-29");
    expect(localDate(2000, 2, 29)).toBe("2000-02-29");
    expect(localDate(1900, 2, 29)).toBeNull();
  });
});

describe("isoDate", () => {
  test("reads YYYY-MM-DD", () => {
    expect(isoDate("2025-12-31")).toBe("2025-12-31");
  });

  test.each(["2025-1-1", "2025-02-30", "01-01-2025", "2025-01-01T00:00", " 2025-01-01", ""])("and nothing else: %j", (text) => {
    expect(isoDate(text)).toBeNull();
  });
});

describe("plusDays", () => {
  test("goes over months, years and the nights the clocks change", () => {
    expect(plusDays(day("2025-12-31"), 1)).toBe("2026-01-01");
    expect(plusDays(day("2024-02-28"), 1)).toBe("2024-02-29");
    expect(plusDays(day("2025-03-29"), 2)).toBe("2025-03-31");
    expect(plusDays(day("2025-10-25"), 2)).toBe("2025-10-27");
    expect(plusDays(day("2025-03-01"), -1)).toBe("2025-02-28");
  });
});

describe("completedYears", () => {
  test.each([
    ["2007-05-14", "2025-05-13", 17],
    ["2007-05-14", "2025-05-14", 18],
    ["2025-05-14", "2025-05-14", 0],
    ["1925-05-15", "2025-05-14", 99],
  ])("from %s to %s", (from, to, years) => {
    expect(completedYears(day(from), day(to))).toBe(years);
  });

  test("somebody born on 29 February ages on 1 March of a common year", () => {
    expect(completedYears(day("2004-02-29"), day("2025-02-28"))).toBe(20);
    expect(completedYears(day("2004-02-29"), day("2025-03-01"))).toBe(21);
    expect(completedYears(day("2004-02-29"), day("2024-02-29"))).toBe(20);
  });
});

test("notAfter goes back a century only from beyond the latest day, and stays within the calendar", () => {
  expect(notAfter(day("2058-05-12"), day("2025-05-14"))).toBe("1958-05-12");
  expect(notAfter(day("2024-05-12"), day("2025-05-14"))).toBe("2024-05-12");
  expect(notAfter(day("2058-05-12"), null)).toBe("2058-05-12");
  expect(notAfter(day("2000-02-29"), day("1999-01-01"))).toBe("1900-02-28");
});

describe("nextWorkingDay", () => {
  test.each([
    ["a Tuesday", "2025-05-13", "2025-05-14"],
    ["a Friday", "2025-05-16", "2025-05-19"],
    ["a Saturday", "2025-05-17", "2025-05-19"],
  ])("after %s", (_, from, to) => {
    expect(nextWorkingDay(day(from), new Set())).toBe(to);
  });

  test("passes over the bank holidays it is given", () => {
    expect(nextWorkingDay(day("2025-05-16"), new Set(["2025-05-19", "2025-05-20"]))).toBe("2025-05-21");
  });
});
