import type { Column, Overview, PublicFigure } from "../../domain/board.ts";
import { ITEM } from "../../domain/item.ts";
import type { SiteRow } from "../../domain/return.ts";
import { isSmall } from "./withheld.ts";

export type Figures = Readonly<Record<Column, number>>;

const OUTCOMES = ["upheld", "partiallyUpheld", "notUpheld"] as const;

/** Those that others follow from: Resolved is the outcomes together. */
export const COUNTS = ["new", "broughtForward", ...OUTCOMES, "carriedForward"] as const;

/** Section 2 of rows together. */
export function figuresOf(rows: readonly SiteRow[]): Figures {
  const of = (column: Column): number => rows.reduce((sum, { counts }) => sum + (counts[ITEM[column]] ?? 0), 0);
  const [upheld, partiallyUpheld, notUpheld] = [of("upheld"), of("partiallyUpheld"), of("notUpheld")];
  return {
    broughtForward: of("broughtForward"),
    new: of("new"),
    resolved: upheld + partiallyUpheld + notUpheld,
    upheld,
    partiallyUpheld,
    notUpheld,
    carriedForward: of("carriedForward"),
  };
}

/**
 * New and each outcome are masked when they are small, Resolved when an outcome is. Brought forward and carried forward follow
 * from each other and the rest, and say how small the rest can be: they are shown only where nothing is small.
 */
export function overviewOf(figures: Figures, smallUpTo: number): Overview {
  const unless = (hidden: boolean, figure: number): PublicFigure => (hidden ? "masked" : figure);
  const small = (column: Column): boolean => isSmall(figures[column], smallUpTo);
  const whole = !COUNTS.some(small);
  return {
    broughtForward: unless(!whole, figures.broughtForward),
    new: unless(small("new"), figures.new),
    resolved: unless(OUTCOMES.some(small), figures.resolved),
    upheld: unless(small("upheld"), figures.upheld),
    partiallyUpheld: unless(small("partiallyUpheld"), figures.partiallyUpheld),
    notUpheld: unless(small("notUpheld"), figures.notUpheld),
    carriedForward: unless(!whole, figures.carriedForward),
  };
}

/**
 * The same of an earlier period. What it carried forward is what this one brought forward, so neither that nor its own
 * opening is ever said, and outcomes only where nothing is small, since an opening follows from them.
 */
export function earlierOf(figures: Figures, smallUpTo: number): Readonly<Partial<Record<Column, PublicFigure>>> {
  const { new: fresh, resolved, upheld, partiallyUpheld, notUpheld, carriedForward } = overviewOf(figures, smallUpTo);
  if (carriedForward === "masked") return { new: fresh };
  return { new: fresh, resolved, upheld, partiallyUpheld, notUpheld };
}
