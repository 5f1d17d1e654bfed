import { COLUMNS } from "./columns.ts";
import type { WorklistLine } from "./lines.ts";

/** In points, of a line of text at the size that the blank has. */
const LINE_OF_TEXT = 13;
const ROOM = 3;
/** Widths are in digits, and letters are narrower; words that do not fit at the end of a line take some of that back. */
const LETTERS_FOR_A_DIGIT = 1.2;
/** No row of Excel is taller. */
const TALLEST = 409;

/** How tall a row is in which every text can be read, for programs that do not work it out themselves. */
export function heightOf(line: WorklistLine, widths: readonly number[]): number {
  let most = 1;
  COLUMNS.forEach((column, at) => {
    const value = line[column];
    if (typeof value === "string") most = Math.max(most, Math.ceil(value.length / ((widths[at] ?? 1) * LETTERS_FOR_A_DIGIT)));
  });
  return Math.min(most * LINE_OF_TEXT + ROOM, TALLEST);
}
