import type { OtherFigures } from "../../domain/reconciliation.ts";
import type { SourceGrid, SourceRow } from "../../domain/source-table.ts";
import { isBlank, textIn, unusedColumns } from "./cells.ts";
import { type Figure, merged } from "./merge.ts";
import { type ItemAt, numberIn, type SiteOf } from "./names.ts";
import { siteColumn } from "./site-column.ts";

/** Items as headings, with a row a site; without a column of sites one row that says no more than figures. */
export function readAcross(
  grid: SourceGrid,
  heading: SourceRow,
  itemAt: ItemAt,
  siteOf: SiteOf,
  isBeside: (row: SourceRow, column: number) => boolean,
): Pick<OtherFigures, "rows" | "unread"> {
  const columns = heading.cells.flatMap((cell, column) => {
    const item = itemAt(cell);
    return item === undefined ? [] : [{ item, column }];
  });
  const isItem = (column: number): boolean => columns.some((one) => one.column === column);
  const body = grid.rows.filter((row) => row.row > heading.row && !isBlank(row));
  const site = siteColumn(heading, body, siteOf, isItem);
  const siteOfRow = (row: SourceRow): string | null | undefined => {
    const others = row.cells.flatMap((_, column) => (isItem(column) || column === site ? [] : [column]));
    if (!others.every((column) => isBeside(row, column))) return undefined;
    return site === null ? null : siteOf(textIn(row, site));
  };
  const figures: Figure[] = [];
  const unread: number[] = [];
  for (const row of body) {
    const at = siteOfRow(row);
    const said = columns.filter(({ column }) => textIn(row, column) !== "");
    const read = said.flatMap(({ item, column }) => {
      const number = numberIn(textIn(row, column));
      return number === null ? [] : [{ item, number }];
    });
    if (at === undefined || read.length < Math.max(1, said.length)) unread.push(row.row);
    if (at !== undefined) figures.push(...read.map((one) => ({ ...one, site: at, row: row.row })));
  }
  const used = new Set([site, ...columns.map(({ column }) => column)]);
  return { rows: merged(figures, grid.file), unread: { rows: unread, columns: unusedColumns(grid, body, heading, used) } };
}
