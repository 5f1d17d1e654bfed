import { describe, expect, test } from "vitest";
import { quoted } from "../../src/cli/next-steps.ts";

describe("an argument as it has to be typed", () => {
  test.each([
    ["complaints.csv", "complaints.csv"],
    ["my complaints.csv", '"my complaints.csv"'],
    ["R&D (1).csv", '"R&D (1).csv"'],
    ["o'brien.csv", `"o'brien.csv"`],
    ["cost$HOME.csv", "'cost$HOME.csv'"],
    ["`id` it's.csv", "'`id` it'\\''s.csv'"],
    ['a"b.csv', `'a"b.csv'`],
    ["back\\slash.csv", "'back\\slash.csv'"],
  ])("in a shell of macOS and Linux: %s", (text, typed) => {
    expect(quoted(text, false)).toBe(typed);
  });

  test.each([
    ["C:\\exports\\complaints.csv", "C:\\exports\\complaints.csv"],
    ["C:\\my exports\\complaints.csv", '"C:\\my exports\\complaints.csv"'],
    ["R&D (1).csv", '"R&D (1).csv"'],
  ])("in Windows: %s", (text, typed) => {
    expect(quoted(text, true)).toBe(typed);
  });
});
