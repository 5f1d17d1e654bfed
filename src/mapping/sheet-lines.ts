import { MAPPING_COLUMNS } from "../domain/mapping.ts";
import { Refusal } from "../domain/problem.ts";
import type { SourceGrid, SourceRow } from "../domain/source-table.ts";
import { normaliseHeading } from "../domain/words.ts";

type ColumnName = keyof typeof MAPPING_COLUMNS;

/** A line of the sheet as it was found, with the place of its choice in words. */
export interface Line {
  readonly where: string;
  /** The same without the file: "cell H17", "row 17". */
  readonly at: string;
  readonly heading: string;
  readonly column: string;
  readonly value: string;
  readonly choice: string;
}

/** Whether a grid is a mapping sheet: a row with the sheet's headings, wherever it was moved to. */
export function isMappingSheet(grid: SourceGrid): boolean {
  return headingRow(grid) !== null;
}

/** @throws {Refusal} when the grid is no mapping sheet */
export function linesOf(grid: SourceGrid): readonly Line[] {
  const found = headingRow(grid);
  if (found === null)
    throw new Refusal({
      what: `This is no mapping sheet: it has no row with the headings "${MAPPING_COLUMNS.heading}" and "${MAPPING_COLUMNS.choice}".`,
      where: grid.file,
      fix: "Make one with ko41a map, and leave its headings as they are.",
    });
  const { index, places } = found;
  const cell = (row: SourceRow, name: ColumnName): string => unguarded((row.cells[places[name] ?? -1] ?? "").trim());
  return grid.rows.slice(index + 1).flatMap((row) => {
    const line = {
      ...placeOf(grid, row.row, places.choice ?? 0),
      heading: cell(row, "heading"),
      column: cell(row, "column"),
      value: cell(row, "value"),
      choice: cell(row, "choice"),
    };
    return line.heading === "" && line.column === "" && line.value === "" ? [] : [line];
  });
}

function headingRow({ rows }: SourceGrid) {
  const names = Object.entries(MAPPING_COLUMNS) as [ColumnName, string][];
  for (const [index, { cells }] of rows.slice(0, 60).entries()) {
    const there = cells.map(normaliseHeading);
    const places: Partial<Record<ColumnName, number>> = {};
    for (const [name, heading] of names) {
      const place = there.indexOf(normaliseHeading(heading));
      if (place >= 0) places[name] = place;
    }
    if (places.heading !== undefined && places.value !== undefined && places.choice !== undefined) return { index, places };
  }
  return null;
}

/** A CSV has an apostrophe in front of what a spreadsheet might take for a formula. */
function unguarded(text: string): string {
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

function placeOf({ file, sheet }: SourceGrid, row: number, column: number): Pick<Line, "where" | "at"> {
  const at = sheet === null ? `row ${row}` : `cell ${letters(column)}${row}`;
  const where = sheet === null ? `${file}, ${at}, column "${MAPPING_COLUMNS.choice}"` : `${file}, sheet "${sheet}", ${at}`;
  return { where, at };
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`;
}
