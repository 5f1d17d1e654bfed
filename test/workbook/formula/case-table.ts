import { describe, expect, it } from "vitest";
import { type Cells, result } from "./support.ts";

/** Formulas over the cells below, and what each comes to. */
export type Cases = Readonly<Record<string, readonly (readonly [string, number | string | boolean | undefined])[]>>;

/** Numbers in A, words in B, a blank in C1, truth values in D, digits as text in E1, an error in E2. */
const CELLS: Cells = {
  A1: 4,
  A2: -1,
  A3: 2,
  A4: 0,
  B1: "north",
  B2: "South",
  B3: "NORTH",
  B4: "",
  D1: true,
  D2: false,
  E1: "12",
  E2: "#N/A",
};

export function describeCases(cases: Cases): void {
  describe.each(Object.entries(cases))("%s", (_, ofOne) => {
    it.each(ofOne)("%s is %s", (formula, expected) => {
      const found = result(`=${formula}`, CELLS);
      if (typeof expected === "number" && typeof found === "number") expect(found).toBeCloseTo(expected, 12);
      else expect(found).toBe(expected);
    });
  });
}
