import { describe, expect, test } from "vitest";
import { isSmall, withheldOf } from "../../../src/tally/small-numbers/withheld.ts";

const withheld = (figures: readonly number[], smallUpTo = 5): readonly number[] =>
  [...withheldOf(figures, smallUpTo)].sort((a, b) => a - b);

describe("what is withheld of a list", () => {
  test.each([
    ["nothing small, nothing withheld", [6, 7, 80], []],
    ["a lone small figure takes the next larger with it", [3, 80, 9, 12], [0, 2]],
    ["two that are more than small together are enough", [3, 4, 80], [0, 1]],
    ["two that are small together are not: 2 + 3 would be known to be few", [2, 3, 80, 9], [0, 1, 3]],
    ["with none among them they are the same", [0, 3, 80, 9], [0, 1, 3]],
    ["those that have nothing together need no company", [0, 0, 80, 9], [0, 1]],
    ["5 and 5 would be known from 10, as larger figures are withheld only when needed", [5, 5, 80, 9], [0, 1, 3]],
    ["of two that are next, both: else their order would tell", [6, 6, 5, 5, 80], [0, 1, 2, 3]],
    ["a large and a small one hide each other", [80, 3], [0, 1]],
    ["all small", [1, 2, 3], [0, 1, 2]],
    ["no members", [], []],
  ])("%s", (_, figures, expected) => {
    expect(withheld(figures)).toEqual(expected);
  });

  test("0 withholds nothing, not even none", () => {
    expect(withheld([0, 1, 2, 50], 0)).toEqual([]);
    expect([isSmall(0, 0), isSmall(0, 5), isSmall(5, 5), isSmall(6, 5)]).toEqual([false, true, true, false]);
  });
});
