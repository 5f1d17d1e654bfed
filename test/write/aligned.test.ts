import { expect, test } from "vitest";
import { aligned } from "../../src/write/aligned.ts";

test("texts stand at the left of their column, figures at its right", () => {
  expect(
    aligned([
      ["Site", { figure: "A" }, "Why"],
      ["RZZ01", { figure: "1,234" }, "moved"],
      ["RZZ", { figure: "5" }, ""],
    ]),
  ).toEqual(["  Site       A  Why", "  RZZ01  1,234  moved", "  RZZ        5"]);
});

test("rows of different length are aligned as far as they go", () => {
  expect(aligned([["a"], ["bbb", "c"], ["", "d", { figure: "1" }]])).toEqual(["  a", "  bbb  c", "       d  1"]);
});

test("nothing is nothing, and no line ends with spaces", () => {
  expect(aligned([])).toEqual([]);
  expect(aligned([[]])).toEqual([""]);
  for (const line of aligned([
    ["long text", "x"],
    ["y", ""],
  ]))
    expect(line).toBe(line.trimEnd());
});
