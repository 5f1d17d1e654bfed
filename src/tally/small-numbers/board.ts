import type { Board } from "../../domain/board.ts";
import type { ReportContext } from "../../domain/report.ts";
import { bySiteOf } from "./by-site.ts";
import { leftOutOf, listsOf } from "./lists.ts";
import { earlierOf, figuresOf, overviewOf } from "./overview.ts";

/**
 * What may be said of a return in public, with small numbers masked. Each part keeps its own secrets (`withheldOf`,
 * `overviewOf`), and no part helps with another's: they share nothing but New, which is one figure, masked by one rule.
 */
export function boardOf(context: Pick<ReportContext, "return" | "items" | "parts" | "catalogue" | "prior">): Board {
  const { return: made, prior } = context;
  const smallUpTo = Number(made.policies.smallNumbers);
  return {
    smallUpTo,
    overview: overviewOf(figuresOf(made.rows), smallUpTo),
    bySite: bySiteOf(made.rows, smallUpTo),
    lists: listsOf(context, smallUpTo),
    leftOut: leftOutOf(context, smallUpTo),
    before: prior === null ? null : beforeOf(prior, smallUpTo),
  };
}

/** Nothing where a figure is blank, which only other people's files have. */
function beforeOf({ period, rows, sameLength }: NonNullable<ReportContext["prior"]>, smallUpTo: number): Board["before"] {
  const figures = figuresOf(rows);
  const known = Object.values(figures).every(Number.isSafeInteger);
  return sameLength && known ? { period, figures: earlierOf(figures, smallUpTo) } : null;
}
