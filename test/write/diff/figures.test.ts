import { describe, expect, test } from "vitest";
import { changeOf, figureWords, percentOf, shareOf, signed, untracedOf } from "../../../src/write/diff/figures.ts";
import { figureOf } from "./sample.ts";

describe("a change", () => {
  test.each([
    [3, 5, "+2", "+66.7%"],
    [5, 3, "-2", "-40%"],
    [0, 4, "+4", ""],
    [4, 0, "-4", "-100%"],
    [1000, 2500, "+1,500", "+150%"],
    [3, 10_003, "+10,000", "+333,333.3%"],
    [1000, 1001, "+1", "+0.1%"],
    [2000, 2001, "+1", "+0.1%"],
    [null, 4, "", ""],
    [4, null, "", ""],
    [null, null, "", ""],
  ])("from %s to %s is %s, %s", (a, b, change, percent) => {
    expect(changeOf(figureOf({ a, b }))).toBe(change);
    expect(percentOf(figureOf({ a, b }))).toBe(percent);
  });

  test.each([
    [2500, 2501, "+<0.1%"],
    [2501, 2500, "-<0.1%"],
    [1_000_000, 999_999, "-<0.1%"],
  ])("from %s to %s is too small for a per cent and is said to be: %s", (a, b, percent) => {
    expect(percentOf(figureOf({ a, b }))).toBe(percent);
  });

  test("in per cent is a number to one decimal", () => {
    expect(shareOf({ a: 3, b: 4 })).toBe(33.3);
    expect(shareOf({ a: 0, b: 4 })).toBeNull();
    expect(shareOf({ a: -2, b: 2 })).toBe(200);
    expect(shareOf({ a: null, b: 2 })).toBeNull();
  });

  test("has its sign and its commas", () => {
    expect([1, -1, 1234, -1234].map(signed)).toEqual(["+1", "-1", "+1,234", "-1,234"]);
  });

  test("is traced by the complaints that came in and went out", () => {
    expect(untracedOf(figureOf({ a: 1, b: 2, entered: ["E-01", "E-02"], left: ["E-03"] }))).toBe(0);
    expect(untracedOf(figureOf({ a: 1, b: 4, entered: ["E-01"] }))).toBe(2);
    expect(untracedOf(figureOf({ a: 1, b: 1, left: ["E-01"] }))).toBe(1);
    expect(untracedOf(figureOf({ a: null, b: 1 }))).toBeNull();
  });

  test("a figure that is none is said to be none", () => {
    expect([figureWords(null), figureWords(0), figureWords(1234)]).toEqual(["no figure", "0", "1,234"]);
  });
});
