import type { BySite, Column } from "../../domain/board.ts";
import type { SiteRow } from "../../domain/return.ts";
import { COUNTS, figuresOf } from "./overview.ts";
import { withheldOf } from "./withheld.ts";

const WHOLE: readonly Column[] = [
  "broughtForward",
  "new",
  "resolved",
  "upheld",
  "partiallyUpheld",
  "notUpheld",
  "carriedForward",
];

/**
 * A site is shown with its whole row or not at all: its figures follow from each other, and nothing carried forward may be less
 * than none, so that one missing figure in a row could be worked out by way of others. Where no row may be shown, New alone is.
 */
export function bySiteOf(rows: readonly SiteRow[], smallUpTo: number): BySite | null {
  if (rows.length < 2) return null;
  return sitesWith(rows, WHOLE, COUNTS, smallUpTo) ?? sitesWith(rows, ["new"], ["new"], smallUpTo);
}

function sitesWith(
  rows: readonly SiteRow[],
  columns: readonly Column[],
  judged: readonly Column[],
  smallUpTo: number,
): BySite | null {
  const of = (some: readonly SiteRow[], which: readonly Column[]): readonly number[] => {
    const figures = figuresOf(some);
    return which.map((column) => figures[column]);
  };
  const withheld = withheldOf(
    rows.map((row) => of([row], judged)),
    smallUpTo,
  );
  // Of two sites one without any new complaint would give the other away, and so would that it is not said.
  if (withheld.size === rows.length || (rows.length === 2 && withheld.size > 0)) return null;
  const others = rows.filter((_, at) => withheld.has(at));
  return {
    columns,
    sites: rows
      .filter((_, at) => !withheld.has(at))
      .map((row) => ({ code: row.siteCode, name: row.siteName, figures: of([row], columns) })),
    others: others.length === 0 ? null : { sites: others.length, figures: of(others, columns) },
  };
}
