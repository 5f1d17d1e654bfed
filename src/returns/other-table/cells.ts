import type { SourceGrid, SourceRow } from "../../domain/source-table.ts";
import { numberIn } from "./names.ts";

export function textIn({ cells }: SourceRow, column: number): string {
  return (cells[column] ?? "").trim();
}

export function isBlank({ cells }: SourceRow): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** A row of headings has no figures. An item's number is none. */
export function isHeading({ cells }: SourceRow): boolean {
  return cells.every((cell) => numberIn(cell) === null);
}

export function columnsOf({ rows }: SourceGrid): readonly number[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: width }, (_, column) => column);
}

/** Columns that hold figures and were not understood, as Excel names them. */
export function unusedColumns(
  grid: SourceGrid,
  body: readonly SourceRow[],
  heading: SourceRow,
  used: ReadonlySet<number | null>,
) {
  return columnsOf(grid)
    .filter((column) => !used.has(column) && body.some((row) => numberIn(textIn(row, column)) !== null))
    .map((column) => ({ name: columnName(column), heading: textIn(heading, column) }));
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}
