import { Refusal } from "../../domain/problem.ts";
import type { OtherFigures } from "../../domain/reconciliation.ts";
import type { SourceGrid, SourceRow } from "../../domain/source-table.ts";
import { normaliseWords } from "../../domain/words.ts";
import { columnsOf, isBlank, isHeading, textIn, unusedColumns } from "./cells.ts";
import { type Figure, merged } from "./merge.ts";
import { type ItemAt, numberIn, type SiteOf } from "./names.ts";
import { siteColumn } from "./site-column.ts";

const NO_HEADING: SourceRow = { row: 0, cells: [] };
/** Headings over the figures of all sites that do not say so. */
const PLAIN: ReadonlySet<string> = new Set([
  "",
  "figure",
  "figures",
  "number",
  "count",
  "value",
  "complaints",
  "ours",
  "this year",
  "n",
  "no",
]);

/** Items down a column, with their figures beside them. */
export function readDown(
  grid: SourceGrid,
  itemColumn: number,
  itemAt: ItemAt,
  siteOf: SiteOf,
): Pick<OtherFigures, "rows" | "unread"> {
  const hasItem = (row: SourceRow): boolean => itemAt(textIn(row, itemColumn)) !== undefined;
  const first = grid.rows.findIndex(hasItem);
  // A line with the name of a section may stand between the headings and the first item.
  const isAbove = (row: SourceRow): boolean =>
    isHeading(row) && row.cells.some((cell, column) => column !== itemColumn && cell.trim() !== "");
  const heading = grid.rows.slice(0, first).findLast(isAbove) ?? NO_HEADING;
  const body = grid.rows.filter((row) => row.row > heading.row && !isBlank(row));
  const site = siteColumn(heading, body, siteOf, (column) => column === itemColumn);
  const numeric = columnsOf(grid).filter((column) => {
    const said = body
      .filter(hasItem)
      .map((row) => textIn(row, column))
      .filter((cell) => cell !== "");
    const numbers = said.filter((cell) => numberIn(cell) !== null).length;
    return column !== itemColumn && column !== site && numbers > 0 && numbers * 2 >= said.length;
  });
  const columns = figureColumns(numeric, heading, siteOf, site !== null, grid.file);
  const figures: Figure[] = [];
  const unread = new Set<number>();
  for (const row of body) {
    const item = itemAt(textIn(row, itemColumn));
    for (const { column, at } of columns) {
      if (textIn(row, column) === "") continue;
      const number = numberIn(textIn(row, column));
      const place = site === null ? at : siteOf(textIn(row, site));
      if (item === undefined || number === null || place === undefined) unread.add(row.row);
      else figures.push({ site: place, item, number, row: row.row });
    }
  }
  const used = new Set([site, itemColumn, ...columns.map(({ column }) => column)]);
  const passed = unusedColumns(grid, body.filter(hasItem), heading, used);
  return { rows: merged(figures, grid.file), unread: { rows: [...unread], columns: passed } };
}

interface FigureColumn {
  readonly column: number;
  readonly at: string | null;
}

/** Columns whose headings name a site or the total; else one column, if its heading says nothing else. */
function figureColumns(
  numeric: readonly number[],
  heading: SourceRow,
  siteOf: SiteOf,
  hasSites: boolean,
  file: string,
): readonly FigureColumn[] {
  const named = numeric.flatMap((column): FigureColumn[] => {
    const at = siteOf(textIn(heading, column));
    return at === undefined ? [] : [{ column, at }];
  });
  if (named.length > 0) return named;
  const [only, other] = numeric;
  const words = only === undefined ? "" : normaliseWords(textIn(heading, only));
  // Another period than the return's is refused for itself.
  const isPlain = hasSites || PLAIN.has(words) || /^\d{4} (20)?\d{2}$/.test(words);
  if (only !== undefined && other === undefined && isPlain) return [{ column: only, at: null }];
  throw new Refusal({
    what:
      only === undefined
        ? "There are items, and no column beside them that holds whole numbers in most of its cells."
        : other === undefined
          ? "The heading over the figures names no site of the return, and does not say that they are of all sites."
          : "There are several columns of numbers, and no heading says which holds the figures of this return.",
    where: heading.row === 0 ? file : `${file}, row ${heading.row}`,
    fix: 'Leave one column of figures and head it "Total", or head each with the site code it is of.',
  });
}
