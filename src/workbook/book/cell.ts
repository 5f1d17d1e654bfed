import { parseAddress } from "../../package/address.ts";

/** A formula as its cell holds it. Cells that share one have its text only in the first, its master. */
export interface CellFormula {
  readonly kind: "normal" | "shared" | "other";
  readonly text: string;
  readonly group: string | null;
}

export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly value: number | string | boolean | null;
  readonly formula: CellFormula | null;
  /** Index of its format. */
  readonly style: number;
}

export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetContent {
  /** Every cell that is written out, blank or not, by `cellKey`. */
  readonly cells: ReadonlyMap<number, Cell>;
  /** Every row that is written out, and whether it has a format of its own. */
  readonly rows: ReadonlyMap<number, { readonly isFormatted: boolean }>;
  readonly merges: readonly Range[];
  /** Where input is checked by a data validation. */
  readonly validated: readonly Range[];
  readonly isProtected: boolean;
}

const COLUMNS = 16_384;

export function cellKey(row: number, column: number): number {
  return row * COLUMNS + column;
}

/** `A1:B2 C3` are two ranges. */
export function rangesOf(text: string): readonly Range[] {
  return text
    .trim()
    .split(/\s+/)
    .flatMap((one) => {
      const [from = "", to = from] = one.split(":");
      const first = parseAddress(from);
      const last = parseAddress(to);
      if (first === null || last === null) return [];
      return [
        {
          top: Math.min(first.row, last.row),
          left: Math.min(first.column, last.column),
          bottom: Math.max(first.row, last.row),
          right: Math.max(first.column, last.column),
        },
      ];
    });
}
