import type { Before, Board, Overview } from "../../domain/board.ts";
import type { ReportContext } from "../../domain/report.ts";
import type { RuleStatus } from "../../domain/rule.ts";
import { bySiteOf } from "./by-site.ts";
import { hiddenList, leftOutOf, listsOf } from "./lists.ts";
import { figuresOf, movementOf, overviewOf } from "./overview.ts";

/**
 * What may be said of a return in public, with small numbers masked. Each part keeps its own secrets (`withheldOf`,
 * `overviewOf`, `bySiteOf`), and no part helps with another's: sites and lists share nothing but New. Where New is shown it is
 * more than small, so that a total of at least New tells nothing; where it is not, nor is anything that is at least New or part of it.
 */
export function boardOf(
  context: Pick<ReportContext, "return" | "items" | "parts" | "catalogue" | "prior">,
  statuses: readonly RuleStatus[],
): Board {
  const { return: made, prior } = context;
  const smallUpTo = Number(made.policies.smallNumbers);
  const overview = overviewOf(figuresOf(made.rows), smallUpTo);
  const lists = listsOf(context, smallUpTo);
  const open = overview.new !== "masked";
  return {
    smallUpTo,
    overview,
    bySite: open ? bySiteOf(made.rows, smallUpTo) : null,
    lists: open ? lists : lists.map(hiddenList),
    leftOut: leftOutOf(context, statuses, smallUpTo),
    before: prior === null ? null : beforeOf(prior, overview, smallUpTo),
  };
}

/** Nothing where a figure is blank, which only other people's files have. */
function beforeOf(
  { period, rows, sameLength }: NonNullable<ReportContext["prior"]>,
  now: Overview,
  smallUpTo: number,
): Before | null {
  const earlier = figuresOf(rows);
  if (!sameLength || !Object.values(earlier).every(Number.isSafeInteger)) return null;
  const figures = movementOf(overviewOf(earlier, smallUpTo), now);
  return Object.keys(figures).length === 0 ? null : { period, figures };
}
