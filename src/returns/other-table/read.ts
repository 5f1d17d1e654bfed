import { Refusal } from "../../domain/problem.ts";
import type { TracedReturn } from "../../domain/read-return.ts";
import type { OtherFigures } from "../../domain/reconciliation.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import type { SourceGrid, SourceRow } from "../../domain/source-table.ts";
import { readAcross } from "./across.ts";
import { besideFigures } from "./beside.ts";
import { columnsOf, isHeading, textIn } from "./cells.ts";
import { readDown } from "./down.ts";
import { refuseOtherTitles, refuseRecords } from "./guard.ts";
import { exactItems, type ItemAt, itemFinder, itemsUnder, siteFinder } from "./names.ts";

/** Rows above the body that are looked through for headings. */
const DEPTH = 40;

/**
 * A table with figures for some items, as a report of another system has it: items as headings with a row a site, or
 * items down a column with their figures beside them. Items are known by id, number or label, sites by code or name.
 * Null when it holds no figure of an item.
 * @throws {Refusal} when it is not clear which figures are those of the return
 */
export function readOtherTable(grid: SourceGrid, ours: TracedReturn, book: RuleBook): OtherFigures | null {
  refuseRecords(grid);
  const anyItem = itemFinder(book);
  const across = mostOf(
    grid.rows
      .slice(0, DEPTH)
      .filter(isHeading)
      .map((row) => ({ row, found: row.cells.filter((cell) => anyItem(cell) !== undefined).length })),
  );
  const down = mostOf(
    columnsOf(grid).map((column) => ({
      column,
      found: grid.rows.filter((row) => anyItem(textIn(row, column)) !== undefined).length,
    })),
  );
  if (across === null && down === null) return null;
  const isAcross = across !== null && across.found >= (down?.found ?? 0);
  const column = down?.column ?? 0;
  const heading = isAcross ? across.row : headingOver(grid, column, anyItem);
  const known = isAcross ? anyItem : itemsUnder(textIn(heading, column), book);
  const siteOf = siteFinder(ours.rows);
  const readWith = (itemAt: ItemAt): Read => {
    const isBeside = besideFigures(heading, itemAt, siteOf, ours, book);
    return isAcross
      ? readAcross(grid, heading, itemAt, siteOf, isBeside)
      : readDown(grid, heading, column, itemAt, siteOf, isBeside, ours.period);
  };
  // Where most is not understood, a label that is may be chance: "Unknown" among ethnic groups.
  const wide = readWith(known);
  const read = isMostlyRead(wide) ? wide : readWith(exactItems(book));
  if (read.rows.length === 0) return null;
  refuseOtherTitles(grid, ours, heading.row > 0 ? heading.row : (read.rows[0]?.place?.row ?? 1));
  return { file: grid.file, kind: "table", ...withTotal(read, ours, grid, heading) };
}

type Read = Pick<OtherFigures, "rows" | "unread">;

function isMostlyRead({ rows, unread }: Read): boolean {
  const items = new Set(rows.flatMap(({ counts }) => [...counts.keys()])).size;
  return items >= unread.columns.length && (rows.length > 1 || items >= unread.rows.length);
}

const NO_HEADING: SourceRow = { row: 0, cells: [] };

/** The headings over a column of items; a line with the name of a section may stand between. */
function headingOver(grid: SourceGrid, itemColumn: number, itemAt: ItemAt): SourceRow {
  const first = grid.rows.findIndex((row) => itemAt(textIn(row, itemColumn)) !== undefined);
  const isAbove = (row: SourceRow): boolean =>
    isHeading(row) && row.cells.some((cell, column) => column !== itemColumn && cell.trim() !== "");
  return grid.rows.slice(0, first).findLast(isAbove) ?? NO_HEADING;
}

function mostOf<T extends { readonly found: number }>(candidates: readonly T[]): T | null {
  return candidates.reduce<T | null>((best, one) => (one.found > (best?.found ?? 0) ? one : best), null);
}

/**
 * The organisation's code alone, without another site, is the organisation: nobody reports only the sites without a code.
 * @throws {Refusal} when figures of no site stand under the name of one
 */
function withTotal(read: Read, { organisation, rows }: TracedReturn, grid: SourceGrid, heading: SourceRow): Read {
  const [only, other] = read.rows;
  if (only === undefined || other !== undefined) return read;
  if (only.site === organisation.code && rows.length > 1) return { ...read, rows: [{ ...only, site: null }] };
  const siteOf = siteFinder(rows.filter(({ siteCode }) => siteCode !== organisation.code));
  const saysAll = heading.cells.some((cell) => siteOf(cell) === null);
  if (only.site !== null || saysAll) return read;
  const first = only.place?.row ?? 1;
  const titles = grid.rows
    .filter(({ row }) => row < first)
    .flatMap(({ cells }) => cells.flatMap((cell) => [cell, ...cell.split(/[^\p{L}\p{N}]+/u)]));
  const named = titles.map(siteOf).find((site) => typeof site === "string" && site !== organisation.code);
  if (typeof named !== "string") return read;
  throw new Refusal({
    what: `${named} is named above the figures, and nothing says whether they are of that site or of all.`,
    where: grid.file,
    fix: `Head the figures with "${named}" or with "Total".`,
  });
}
