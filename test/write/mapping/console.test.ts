import { describe, expect, test } from "vitest";
import { mappingConsole } from "../../../src/write/mapping/console.ts";
import { AWKWARD, heading, PLAIN, SAMPLE, sheetOf, value } from "./sample.ts";

const show = (sheet = SAMPLE, { width = 100, max = 60 } = {}): string => mappingConsole(sheet, { colour: PLAIN, width, max });

test("what an export holds, on the screen", async () => {
  await expect(show()).toMatchFileSnapshot("golden/console.txt");
});

describe("the last words", () => {
  test.each([
    ["understood", sheetOf([heading("Outcome", { field: "outcome" })]), "Everything is understood."],
    ["that lacks a column", sheetOf([], { missing: ["closed"] }), "Every value is understood."],
  ])("about an export %s", (_, sheet, words) => {
    expect(show(sheet).trimEnd().split("\n").at(-1)).toBe(words);
  });

  test("say how much is not shown", () => {
    expect(show(SAMPLE, { max: 1 })).toContain("To choose (4)\n  heading  Result  9 rows  nearest: Outcome\n  and 3 more (--max");
    expect(show(SAMPLE, { max: 0 })).toContain("and 4 more");
  });
});

test.each([80, 100, 200])("a table fits a terminal of %i columns", (width) => {
  const long = "a very long name for a thing that somebody complained about, and longer still ".repeat(3);
  const lines = [value("subjects", long, { suggestion: long }), value("siteName", "Short", { suggestion: long, rows: 10_000 })];
  const table = show(sheetOf(lines), { width }).split("To choose (2)\n")[1]?.split("\n") ?? [];
  for (const line of table) expect(line.length).toBeLessThanOrEqual(width);
});

test("no word of an export reaches the terminal as a command", () => {
  const words = [...AWKWARD, "\u001b]0;title\u0007", "\u009b2J", "\u2066hidden\u2069"];
  const lines = words.flatMap((one) => [
    heading(one, { suggestion: one, status: "to choose" }),
    value("subjects", one, { heading: one, suggestion: one }),
    value("subjects", one, { heading: one, field: null }),
  ]);
  const text = show(sheetOf(lines, { files: words }), { max: 1000 });
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  expect(text.split("\n").filter((line) => line.includes("second line"))).toHaveLength(5);
});
