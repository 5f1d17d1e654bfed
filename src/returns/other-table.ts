import type { ItemId } from "../domain/item.ts";
import { Refusal } from "../domain/problem.ts";
import type { OtherFigures, OtherRow } from "../domain/reconciliation.ts";
import type { SiteRow } from "../domain/return.ts";
import type { RuleBook } from "../domain/rule-book.ts";
import type { SourceGrid, SourceRow } from "../domain/source-table.ts";
import { normaliseHeading } from "../domain/words.ts";
import { type ItemAt, itemFinder, numberIn, type SiteOf, siteFinder } from "./table-names.ts";

/** A code says more than a name. */
const SITE_HEADINGS = ["sitecode", "site", "sitename", "location", "hospital"];
const NO_HEADING: SourceRow = { row: 0, cells: [] };
/** Rows above the body that are looked through for headings. */
const DEPTH = 40;

/**
 * A table with figures for some items, as a report of another system has it: items as headings with a row a site, or
 * items down a column with their figures beside them. Items are known by id, number or label, sites by code or name.
 * Null when it names no item.
 * @throws {Refusal} when it is not clear which of several columns holds the figures
 */
export function readOtherTable(grid: SourceGrid, ours: readonly SiteRow[], book: RuleBook): OtherFigures | null {
  const itemAt = itemFinder(book);
  const across = mostOf(
    grid.rows
      .slice(0, DEPTH)
      .filter(isHeading)
      .map((row) => ({ row, found: row.cells.filter((cell) => itemAt(cell) !== undefined).length })),
  );
  const down = mostOf(
    columnsOf(grid).map((column) => ({
      column,
      found: grid.rows.filter(({ cells }) => itemAt(cells[column] ?? "") !== undefined).length,
    })),
  );
  if (across === null && down === null) return null;
  const siteOf = siteFinder(ours);
  const read =
    across !== null && across.found >= (down?.found ?? 0)
      ? readAcross(grid, across.row, itemAt, siteOf)
      : readDown(grid, down?.column ?? 0, itemAt, siteOf);
  return { file: grid.file, kind: "table", ...read };
}

/** A row of headings has no figures. An item's number is none. */
function isHeading({ cells }: SourceRow): boolean {
  return cells.every((cell) => numberIn(cell) === null);
}

function mostOf<T extends { readonly found: number }>(candidates: readonly T[]): T | null {
  return candidates.reduce<T | null>((best, one) => (one.found > (best?.found ?? 0) ? one : best), null);
}

type Read = Pick<OtherFigures, "rows" | "unread">;

function readAcross(grid: SourceGrid, heading: SourceRow, itemAt: ItemAt, siteOf: SiteOf): Read {
  const columns = heading.cells.flatMap((cell, column) => {
    const item = itemAt(cell);
    return item === undefined ? [] : [{ item, column }];
  });
  const body = grid.rows.filter(({ row, cells }) => row > heading.row && !isBlank(cells));
  const site = siteColumn(heading, body, siteOf);
  const rows: OtherRow[] = [];
  const unread: number[] = [];
  for (const { row, cells } of body) {
    const at = site === null ? null : siteOf(cells[site] ?? "");
    const said = columns.filter(({ column }) => textIn(cells, column) !== "");
    const figures = said.flatMap(({ item, column }) => {
      const number = numberIn(textIn(cells, column));
      return number === null ? [] : [[item, number] as const];
    });
    if (at === undefined || figures.length < Math.max(1, said.length)) unread.push(row);
    if (at !== undefined)
      for (const figure of figures) rows.push({ site: at, counts: new Map([figure]), place: { file: grid.file, row } });
  }
  const used = new Set([site, ...columns.map(({ column }) => column)]);
  return { rows: merged(rows, grid.file), unread: { rows: unread, columns: unusedColumns(grid, body, heading, used) } };
}

function readDown(grid: SourceGrid, itemColumn: number, itemAt: ItemAt, siteOf: SiteOf): Read {
  const hasItem = ({ cells }: SourceRow): boolean => itemAt(cells[itemColumn] ?? "") !== undefined;
  const first = grid.rows.findIndex(hasItem);
  // A line with the name of a section may stand between the headings and the first item.
  const isAbove = (row: SourceRow): boolean =>
    isHeading(row) && row.cells.some((cell, column) => column !== itemColumn && cell.trim() !== "");
  const heading = grid.rows.slice(0, first).findLast(isAbove) ?? NO_HEADING;
  const body = grid.rows.filter(({ row, cells }) => row > heading.row && !isBlank(cells));
  const site = siteColumn(heading, body, siteOf, itemColumn);
  const numeric = columnsOf(grid).filter((column) => {
    const said = body
      .filter(hasItem)
      .map(({ cells }) => textIn(cells, column))
      .filter((cell) => cell !== "");
    const numbers = said.filter((cell) => numberIn(cell) !== null).length;
    return column !== itemColumn && column !== site && numbers > 0 && numbers * 2 >= said.length;
  });
  const figures = figureColumns(numeric, heading, siteOf, grid.file);
  const rows: OtherRow[] = [];
  const unread = new Set<number>();
  for (const { row, cells } of body) {
    const item = itemAt(cells[itemColumn] ?? "");
    const own = site === null ? null : siteOf(cells[site] ?? "");
    for (const { column, at } of figures) {
      const number = numberIn(textIn(cells, column));
      const place = site === null ? at : own;
      if (textIn(cells, column) === "") continue;
      if (item === undefined || number === null || place === undefined) unread.add(row);
      else rows.push({ site: place, counts: new Map([[item, number]]), place: { file: grid.file, row } });
    }
  }
  const used = new Set([site, itemColumn, ...figures.map(({ column }) => column)]);
  const columns = unusedColumns(grid, body.filter(hasItem), heading, used);
  return { rows: merged(rows, grid.file), unread: { rows: [...unread], columns } };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

function textIn(cells: readonly string[], column: number): string {
  return (cells[column] ?? "").trim();
}

/** Columns that hold figures and were not understood. */
function unusedColumns(grid: SourceGrid, body: readonly SourceRow[], heading: SourceRow, used: ReadonlySet<number | null>) {
  return columnsOf(grid)
    .filter((column) => !used.has(column) && body.some(({ cells }) => numberIn(textIn(cells, column)) !== null))
    .map((column) => ({ name: columnName(column), heading: textIn(heading.cells, column) }));
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}

interface FigureColumn {
  readonly column: number;
  readonly at: string | null;
}

/** One column of numbers is it; of several, those whose headings name a site or the total. */
function figureColumns(numeric: readonly number[], heading: SourceRow, siteOf: SiteOf, file: string): readonly FigureColumn[] {
  const named = numeric.flatMap((column): FigureColumn[] => {
    const at = siteOf(heading.cells[column] ?? "");
    return at === undefined ? [] : [{ column, at }];
  });
  if (named.length > 0) return named;
  const [only, other] = numeric;
  if (only !== undefined && other === undefined) return [{ column: only, at: null }];
  throw new Refusal({
    what:
      only === undefined
        ? "There are items, and no column of figures beside them."
        : "There are several columns of numbers, and no heading says which holds the figures of this return.",
    where: heading.row === 0 ? file : `${file}, row ${heading.row}`,
    fix: 'Leave one column of figures, or head each with the site code it is of, or with "Total".',
  });
}

function siteColumn(heading: SourceRow, body: readonly SourceRow[], siteOf: SiteOf, itemColumn = -1): number | null {
  const headings = heading.cells.map(normaliseHeading);
  const [named] = SITE_HEADINGS.map((name) => headings.indexOf(name)).filter((column) => column >= 0);
  if (named !== undefined) return named;
  const width = Math.max(0, ...body.map(({ cells }) => cells.length));
  for (let column = 0; column < width; column += 1) {
    if (column === itemColumn) continue;
    const known = body.filter(({ cells }) => (cells[column] ?? "").trim() !== "" && siteOf(cells[column] ?? "") !== undefined);
    if (known.length > 0 && known.length * 2 >= body.length && known.some(({ cells }) => numberIn(cells[column] ?? "") === null))
      return column;
  }
  return null;
}

/** Lines of one site become one row. */
function merged(rows: readonly OtherRow[], file: string): readonly OtherRow[] {
  const sites = new Map<string | null, { site: string | null; counts: Map<ItemId, number>; place: OtherRow["place"] }>();
  for (const { site, counts, place } of rows) {
    const one = sites.get(site) ?? { site, counts: new Map<ItemId, number>(), place };
    sites.set(site, one);
    for (const [item, number] of counts) {
      if (one.counts.has(item) && one.counts.get(item) !== number)
        throw new Refusal({
          what: `${site ?? "All sites"} has two figures for ${item}.`,
          where: `${file}, row ${place?.row ?? 1}`,
          fix: "Leave one of them. An export of complaints is no table of figures.",
        });
      one.counts.set(item, number);
    }
  }
  return [...sites.values()];
}

function columnsOf({ rows }: SourceGrid): readonly number[] {
  return Array.from({ length: Math.max(0, ...rows.map(({ cells }) => cells.length)) }, (_, column) => column);
}
