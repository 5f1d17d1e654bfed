import { Refusal } from "../../domain/problem.ts";
import type { TracedReturn } from "../../domain/read-return.ts";
import type { OtherFigures } from "../../domain/reconciliation.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import type { SourceGrid } from "../../domain/source-table.ts";
import { readAcross } from "./across.ts";
import { columnsOf, isHeading, textIn } from "./cells.ts";
import { readDown } from "./down.ts";
import { refuseOtherPeriods, refuseRecords } from "./guard.ts";
import { itemFinder, itemsUnder, siteFinder } from "./names.ts";

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
      found: grid.rows.filter((row) => itemAt(textIn(row, column)) !== undefined).length,
    })),
  );
  if (across === null && down === null) return null;
  const siteOf = siteFinder(ours.rows);
  const read =
    across !== null && across.found >= (down?.found ?? 0)
      ? readAcross(grid, across.row, itemAt, siteOf)
      : readDown(grid, down?.column ?? 0, itemsUnder(grid, down?.column ?? 0, book), siteOf);
  if (read.rows.length === 0) return null;
  refuseOtherPeriods(grid, ours.period);
  return { file: grid.file, kind: "table", ...withTotal(read, ours, grid) };
}

function mostOf<T extends { readonly found: number }>(candidates: readonly T[]): T | null {
  return candidates.reduce<T | null>((best, one) => (one.found > (best?.found ?? 0) ? one : best), null);
}

/**
 * The organisation's code alone, without another site, is the organisation: nobody reports only the sites without a code.
 * @throws {Refusal} when figures of no site stand under the name of one
 */
function withTotal(
  read: Pick<OtherFigures, "rows" | "unread">,
  { organisation, rows }: TracedReturn,
  grid: SourceGrid,
): Pick<OtherFigures, "rows" | "unread"> {
  const [only, other] = read.rows;
  if (only === undefined || other !== undefined) return read;
  if (only.site === organisation.code && rows.length > 1) return { ...read, rows: [{ ...only, site: null }] };
  const siteOf = siteFinder(rows.filter(({ siteCode }) => siteCode !== organisation.code));
  const first = only.place?.row ?? 1;
  const titles = grid.rows
    .filter(({ row }) => row < first)
    .flatMap(({ cells }) => cells.flatMap((cell) => [cell, ...cell.split(/[^\p{L}\p{N}]+/u)]));
  const named = titles.map(siteOf).find((site) => typeof site === "string");
  if (only.site !== null || typeof named !== "string") return read;
  throw new Refusal({
    what: `${named} is named above the figures, and nothing says whether they are of that site or of all.`,
    where: grid.file,
    fix: `Head the figures with "${named}" or with "Total".`,
  });
}
