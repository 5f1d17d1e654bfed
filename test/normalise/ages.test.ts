import { describe, expect, test } from "vitest";
import { isUnknownAge, readAge } from "../../src/normalise/ages.ts";

describe("completed years", () => {
  test.each([
    ["45", 45],
    [" 45 ", 45],
    ["45.0", 45],
    ["45.9", 45],
    ["45 years", 45],
    ["45 yrs old", 45],
    ["45y", 45],
    ["1 Year Old", 1],
    ["0", 0],
    ["104", 104],
    ["6 months", 0],
    ["18/12", 1],
    ["23 mths", 1],
    ["24 months", 2],
    ["3/52", 0],
    ["10 days", 0],
    ["2 weeks old", 0],
  ])("%j", (text, years) => {
    expect(readAge(text)).toBe(years);
  });

  test.each(["forty-five", "-1", "45-50", "65+", "unknown", "45 46", "12345"])("not readable: %j", (text) => {
    expect(readAge(text)).toBeNull();
  });
});

describe("words for nobody knows", () => {
  test.each(["", "Unknown", "NOT KNOWN", "Not stated", "N/K", "nk", "n/a", "-", "?"])("%j", (text) => {
    expect(isUnknownAge(text)).toBe(true);
  });

  test.each(["0", "baby", "unknowns"])("not %j", (text) => {
    expect(isUnknownAge(text)).toBe(false);
  });
});
