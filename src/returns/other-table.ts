import type { ItemId } from "../domain/item.ts";
import { Refusal } from "../domain/problem.ts";
import type { OtherFigures, OtherRow } from "../domain/reconciliation.ts";
import type { SiteRow } from "../domain/return.ts";
import type { RuleBook } from "../domain/rule-book.ts";
import type { SourceGrid, SourceRow } from "../domain/source-table.ts";
import { normaliseHeading } from "../domain/words.ts";
import { type ItemAt, itemFinder, numberIn, type SiteOf, siteFinder } from "./table-names.ts";

const SITE_HEADINGS: ReadonlySet<string> = new Set(["site", "sitecode", "sitename", "location", "hospital"]);
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
  const across = grid.rows.slice(0, DEPTH).map((row) => ({ row, found: new Set(row.cells.map(itemAt)).size - 1 }));
  const heading = across.reduce((best, one) => (one.found > best.found ? one : best), { row: grid.rows[0], found: 0 });
  const down = columnsOf(grid).map((column) => ({
    column,
    found: grid.rows.filter(({ cells }) => itemAt(cells[column] ?? "") !== undefined).length,
  }));
  const items = down.reduce((best, one) => (one.found > best.found ? one : best), { column: 0, found: 0 });
  if (heading.found <= 0 && items.found === 0) return null;
  const siteOf = siteFinder(ours);
  const read =
    heading.row !== undefined && heading.found >= items.found
      ? readAcross(grid, heading.row, itemAt, siteOf)
      : readDown(grid, items.column, itemAt, siteOf);
  return { file: grid.file, kind: "table", ...read };
}

type Read = Pick<OtherFigures, "rows" | "unread">;

function readAcross(grid: SourceGrid, heading: SourceRow, itemAt: ItemAt, siteOf: SiteOf): Read {
  const columns = heading.cells.flatMap((cell, column) => {
    const item = itemAt(cell);
    return item === undefined ? [] : [{ item, column }];
  });
  const body = grid.rows.filter(({ row, cells }) => row > heading.row && cells.some((cell) => cell.trim() !== ""));
  const site = siteColumn(heading, body, siteOf);
  const rows: OtherRow[] = [];
  const unread: number[] = [];
  for (const { row, cells } of body) {
    const at = site === null ? null : siteOf(cells[site] ?? "");
    const counts = new Map<ItemId, number>();
    for (const { item, column } of columns) {
      const number = numberIn(cells[column] ?? "");
      if (number !== null) counts.set(item, number);
    }
    if (at === undefined || counts.size === 0) unread.push(row);
    else rows.push({ site: at, counts, place: { file: grid.file, row } });
  }
  return { rows: merged(rows, grid.file), unread };
}

function readDown(grid: SourceGrid, itemColumn: number, itemAt: ItemAt, siteOf: SiteOf): Read {
  const first = grid.rows.findIndex(({ cells }) => itemAt(cells[itemColumn] ?? "") !== undefined);
  const heading = grid.rows[first - 1] ?? { row: 0, cells: [] };
  const body = grid.rows.slice(first).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const site = siteColumn(heading, body, siteOf);
  const numeric = columnsOf(grid).filter(
    (column) =>
      column !== itemColumn &&
      column !== site &&
      body.filter(({ cells }) => numberIn(cells[column] ?? "") !== null).length * 2 >= body.length,
  );
  const figures = figureColumns(numeric, heading, siteOf, grid.file);
  const rows: OtherRow[] = [];
  const unread: number[] = [];
  for (const { row, cells } of body) {
    const item = itemAt(cells[itemColumn] ?? "");
    const place = { file: grid.file, row };
    const own = site === null ? null : siteOf(cells[site] ?? "");
    const found = figures.flatMap(({ column, at }) => {
      const number = numberIn(cells[column] ?? "");
      return number === null ? [] : [{ at: site === null ? at : own, number }];
    });
    if (item === undefined || found.length === 0) unread.push(row);
    else
      for (const { at, number } of found)
        if (at === undefined) unread.push(row);
        else rows.push({ site: at, counts: new Map([[item, number]]), place });
  }
  return { rows: merged(rows, grid.file), unread };
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
    where: `${file}, row ${heading.row}`,
    fix: 'Leave one column of figures, or head each with the site code it is of, or with "Total".',
  });
}

function siteColumn(heading: SourceRow, body: readonly SourceRow[], siteOf: SiteOf): number | null {
  const named = heading.cells.findIndex((cell) => SITE_HEADINGS.has(normaliseHeading(cell)));
  if (named >= 0) return named;
  const width = Math.max(0, ...body.map(({ cells }) => cells.length));
  for (let column = 0; column < width; column += 1) {
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
          fix: "Leave one of them.",
        });
      one.counts.set(item, number);
    }
  }
  return [...sites.values()];
}

function columnsOf({ rows }: SourceGrid): readonly number[] {
  return Array.from({ length: Math.max(0, ...rows.map(({ cells }) => cells.length)) }, (_, column) => column);
}
