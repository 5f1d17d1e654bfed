import { addressOf } from "../../../package/address.ts";
import { type Cell, cellKey } from "../../book/cell.ts";
import type { Sheet } from "../../book/read-book.ts";

/**
 * A sheet seen so that sites run down: a line is what a site would have to itself. For sites that run across, lines are
 * columns and positions are rows.
 */
export interface View {
  readonly sheet: Sheet;
  readonly sites: "down" | "across";
  readonly lastLine: number;
  readonly cell: (line: number, position: number) => Cell | undefined;
  /** What is read there; in a merged area everywhere the text of its first cell. */
  readonly text: (line: number, position: number) => string;
  /** Positions of a line that have text. */
  readonly positions: (line: number) => readonly number[];
  readonly address: (line: number, position: number) => string;
  readonly rowAndColumn: (line: number, position: number) => { readonly row: number; readonly column: number };
}

/** Larger merged areas are decoration. */
const LARGEST_MERGE = 2_000;

export function viewOf(sheet: Sheet, sites: View["sites"]): View {
  const across = sites === "across";
  const lines = new Map<number, Map<number, string>>();
  const put = (row: number, column: number, text: string): void => {
    if (text.trim() === "") return;
    const line = across ? column : row;
    const positions = lines.get(line) ?? new Map<number, string>();
    lines.set(line, positions.set(across ? row : column, text));
  };
  let lastLine = 0;
  for (const { row, column, value } of sheet.cells.values()) {
    lastLine = Math.max(lastLine, across ? column : row);
    put(row, column, textOf(value));
  }
  for (const { top, left, bottom, right } of sheet.merges) {
    const text = textOf(sheet.cells.get(cellKey(top, left))?.value ?? null);
    if (text === "" || (bottom - top + 1) * (right - left + 1) > LARGEST_MERGE) continue;
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) put(row, column, text);
  }
  const rowAndColumn: View["rowAndColumn"] = (line, position) =>
    across ? { row: position, column: line } : { row: line, column: position };
  return {
    sheet,
    sites,
    lastLine,
    cell: across
      ? (line, position) => sheet.cells.get(cellKey(position, line))
      : (line, position) => sheet.cells.get(cellKey(line, position)),
    text: (line, position) => lines.get(line)?.get(position) ?? "",
    positions: (line) => [...(lines.get(line)?.keys() ?? [])].sort((a, b) => a - b),
    address: (line, position) => {
      const { row, column } = rowAndColumn(line, position);
      return addressOf(row, column);
    },
    rowAndColumn,
  };
}

/** A number as a person writes it: 5.3099999999999996 is 5.31. */
export function textOf(value: Cell["value"]): string {
  if (value === null) return "";
  if (typeof value === "number") return String(Math.round(value * 1e6) / 1e6);
  return typeof value === "boolean" ? String(value).toUpperCase() : value;
}
