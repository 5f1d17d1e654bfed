import { aligned } from "../write/aligned.ts";

/** Rows of words in aligned columns, from the edge of the screen. */
export function columns(rows: readonly (readonly string[])[]): string {
  return aligned(rows)
    .map((line) => `${line.slice(2)}\n`)
    .join("");
}
