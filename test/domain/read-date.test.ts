import { describe, expect, test } from "vitest";
import { readDate } from "../../src/domain/read-date.ts";

function read(text: string): string {
  const reading = readDate(text);
  return reading.kind === "date" ? reading.date : reading.kind;
}

describe("styles", () => {
  test.each([
    ["2025-04-01", "2025-04-01"],
    ["2025/4/1", "2025-04-01"],
    ["2025.04.01", "2025-04-01"],
    ["01/04/2025", "2025-04-01"],
    ["1/4/2025", "2025-04-01"],
    ["01-04-2025", "2025-04-01"],
    ["01.04.2025", "2025-04-01"],
    ["31/12/25", "2025-12-31"],
    ["1 Apr 2025", "2025-04-01"],
    ["01-Apr-25", "2025-04-01"],
    ["1 April 2025", "2025-04-01"],
    ["1st April 2025", "2025-04-01"],
    ["2 Sept 2025", "2025-09-02"],
    ["3 Sep. 2025", "2025-09-03"],
    ["Tue 1 Apr 2025", "2025-04-01"],
    ["Tuesday, 1 April 2025", "2025-04-01"],
    ["Weds 2 Apr 2025", "2025-04-02"],
    ["20250401", "2025-04-01"],
    ["  01/04/2025  ", "2025-04-01"],
  ])("%j", (text, date) => {
    expect(read(text)).toBe(date);
  });

  test.each(["", "   "])("nothing is blank: %j", (text) => {
    expect(read(text)).toBe("blank");
  });
});

describe("with a time of day, which does not matter", () => {
  test.each([
    "2025-04-01T23:59:59",
    "2025-04-01 00:00",
    "2025-04-01 12:30:15.123",
    "01/04/2025 16:45",
    "01/04/2025, 4:45 pm",
    "1 Apr 2025 16:45:10",
    "01-Apr-25 09:00 AM",
  ])("%s", (text) => {
    expect(read(text)).toBe("2025-04-01");
  });
});

describe("the day stands first, and nothing is guessed", () => {
  test.each([
    "04/13/2025",
    "13/13/2025",
    "30/02/2025",
    "29/02/2025",
    "31/04/2025",
    "0/4/2025",
    "2025-13-01",
    "2025-00-10",
    "01/04",
    "April 2025",
    "1 Foo 2025",
    "01/04/2025 25:00",
    "01/04/2025 10:75",
    "01/04/2025x",
    "2025-04-01-02",
    "yesterday",
    "1/4/225",
  ])("%s", (text) => {
    expect(read(text)).toBe("unreadable");
  });

  test("29 February in a leap year", () => {
    expect(read("29/02/2024")).toBe("2024-02-29");
  });
});

describe("Excel's own numbers", () => {
  test.each([
    ["45748", "2025-04-01"],
    ["45748.99999", "2025-04-01"],
    ["46112", "2026-03-31"],
    ["21000", "1957-06-29"],
  ])("%s", (text, date) => {
    expect(read(text)).toBe(date);
  });

  test.each(["4574", "457480"])("%s is none", (text) => {
    expect(read(text)).toBe("unreadable");
  });
});

describe("an instant is the day it was in London", () => {
  test.each([
    ["2025-03-31T22:59:59Z", "2025-03-31"],
    ["2025-03-31T23:00:00Z", "2025-04-01"],
    ["2025-04-01T00:30:00+01:00", "2025-04-01"],
    ["2025-12-31T23:59:59Z", "2025-12-31"],
    ["2026-01-01T00:00:00Z", "2026-01-01"],
    // clocks go forward on 30 March 2025 at 01:00 and back on 26 October 2025 at 02:00
    ["2025-03-29T23:30:00Z", "2025-03-29"],
    ["2025-03-30T23:30:00Z", "2025-03-31"],
    ["2025-10-25T23:30:00Z", "2025-10-26"],
    ["2025-10-26T23:30:00Z", "2025-10-26"],
    ["2025-06-01T02:00:00+05:30", "2025-05-31"],
    ["2025-05-31T20:00:00-0500", "2025-06-01"],
    ["2025-03-31 23:30:00 Z", "2025-04-01"],
    ["2025-03-31 11:30 PM Z", "2025-04-01"],
  ])("%s", (text, date) => {
    expect(read(text)).toBe(date);
  });
});

describe("years in two digits", () => {
  test("are this century's", () => {
    expect(readDate("01-Apr-25")).toEqual({ kind: "date", date: "2025-04-01", twoDigitYear: true });
    expect(readDate("12/05/58")).toEqual({ kind: "date", date: "2058-05-12", twoDigitYear: true });
  });

  test("are told from years in four", () => {
    expect(readDate("01/04/2025")).toMatchObject({ twoDigitYear: false });
  });
});

test.each(["Expected 30 Jun 2025", "due 30 Jun 2025", "not 1 May 2025", "DOB 12 Mar 1977"])(
  "a word in front that is no weekday is no date: %s",
  (text) => {
    expect(read(text)).toBe("unreadable");
  },
);
