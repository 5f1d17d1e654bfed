import type { Before, Column, Overview, PublicFigure } from "../../domain/board.ts";
import { ITEM } from "../../domain/item.ts";
import type { SiteRow } from "../../domain/return.ts";
import { isSmall, withheldOf } from "./withheld.ts";

export type Figures = Readonly<Record<Column, number>>;

const OUTCOMES = ["upheld", "partiallyUpheld", "notUpheld"] as const;

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
 * Everything, New alone, or nothing; and where everything, the outcomes as a list of which Resolved is the total.
 *
 * It holds for readers who have the pages of the periods before and after as well, which tell what was brought forward and carried
 * forward where that is not small. Where both are large and New or Resolved is small, both are hidden, and either may be
 * anything from none to small. Where New alone is shown, brought forward or carried forward is small, and whichever it is may be
 * anything from none to small: what must have been resolved is more than small even with nothing brought forward.
 */
export function overviewOf(figures: Figures, smallUpTo: number): Overview {
  const small = (figure: number): boolean => isSmall(figure, smallUpTo);
  const { broughtForward, new: fresh, resolved, carriedForward } = figures;
  const withheld = withheldOf(
    OUTCOMES.map((column) => figures[column]),
    smallUpTo,
  );
  const hidden = new Set(OUTCOMES.filter((_, at) => withheld.has(at)));
  const all = ![broughtForward, fresh, resolved, carriedForward].some(small);
  const atLeast = fresh + (small(broughtForward) ? 0 : broughtForward) - carriedForward;
  const nothing = small(fresh) || (!small(carriedForward) && small(atLeast));
  const unless = (masked: boolean, figure: number): PublicFigure => (masked ? "masked" : figure);
  const outcome = (column: (typeof OUTCOMES)[number]): PublicFigure => unless(!all || hidden.has(column), figures[column]);
  return {
    broughtForward: unless(!all, broughtForward),
    new: unless(nothing, fresh),
    resolved: unless(!all, resolved),
    upheld: outcome("upheld"),
    partiallyUpheld: outcome("partiallyUpheld"),
    notUpheld: outcome("notUpheld"),
    carriedForward: unless(!all, carriedForward),
  };
}

const MOVING: readonly Column[] = ["new", "resolved", ...OUTCOMES];

/** Of an earlier period what its own page shows, as far as the same is shown now. */
export function movementOf(before: Overview, now: Overview): Before["figures"] {
  const shown = MOVING.filter((column) => before[column] !== "masked" && now[column] !== "masked");
  return Object.fromEntries(shown.map((column) => [column, Number(before[column])]));
}
