import type { ItemId } from "../../domain/item.ts";
import { Refusal } from "../../domain/problem.ts";
import type { TracedReturn } from "../../domain/read-return.ts";
import type { Difference, Effect, OtherFigures, Reconciliation } from "../../domain/reconciliation.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import { changedByHand } from "../changed-by-hand.ts";
import { assumptionOf, assumptionsOf, figureKey, type Shares } from "./assumptions.ts";
import { changeOf, chooseExplanations, isDisproved } from "./choose.ts";

interface Pair {
  readonly site: string | null;
  readonly item: ItemId;
  readonly key: string;
  readonly ours: number;
  readonly theirs: number;
  readonly difference: number;
  readonly repeats: boolean;
}

/**
 * Our figures against somebody else's, with what the ledger knows that could explain a difference.
 * @throws {Refusal} when they have no figure in common
 */
export function reconcile(ours: TracedReturn, theirs: OtherFigures, book: RuleBook): Reconciliation {
  const figures = pairsOf(ours, theirs, book);
  if (figures.length === 0 && theirs.kind === "table")
    throw new Refusal({
      what: "No figure is in both files, so there is nothing to compare.",
      where: theirs.file,
      fix: "Name items by number, id or label, and sites by the codes or names of the return.",
    });
  const differing = figures.filter(({ difference }) => difference !== 0);
  const assumptions = assumptionsOf(ours, book);
  const candidates = chooseExplanations(figures, assumptions, theirs.kind === "table" ? "table" : "whole");
  const chosen = candidates.find(({ isSure }) => isSure)?.picked ?? [];
  const possible = assumptions.filter((one) => one.needs.length === 1 && !isDisproved(one, figures));
  const settled = settledItems(figures, ours);
  return {
    ours: { file: ours.file, organisation: ours.organisation, period: ours.period ?? "", changed: changedByHand(ours, book) },
    theirs: { file: theirs.file, kind: theirs.kind, unread: theirs.unread },
    compared: figures.length,
    differences: differing.map((pair) => differenceOf(pair, chosen, possible, settled)),
    explanations: candidates.map(({ explanation }) => explanation),
  };
}

function pairsOf(ours: TracedReturn, theirs: OtherFigures, { relations }: RuleBook): readonly Pair[] {
  const repeating = new Set(
    relations.flatMap(({ checks }) => checks.flatMap((check) => (check.verb === "equals" ? [check.item] : []))),
  );
  const sumOf = (item: ItemId): number => ours.rows.reduce((sum, { counts }) => sum + (counts[item] ?? 0), 0);
  const rowOf = new Map(ours.rows.map((row) => [row.siteCode, row]));
  const told = theirs.rows.flatMap(({ site, counts }) =>
    [...counts].map(([item, figure]): Pair => {
      const own = site === null ? sumOf(item) : (rowOf.get(site)?.counts[item] ?? 0);
      return {
        site,
        item,
        key: figureKey(site, item),
        ours: own,
        theirs: figure,
        difference: figure - own,
        repeats: repeating.has(item),
      };
    }),
  );
  // A whole return that lacks a site of ours has nothing there, and says so by leaving it out.
  const known = new Set(theirs.rows.map(({ site }) => site));
  if (theirs.kind === "table" || known.has(null)) return told;
  const silent = ours.rows.filter(({ siteCode }) => !known.has(siteCode));
  return [
    ...told,
    ...silent.flatMap(({ siteCode, counts }) =>
      (Object.entries(counts) as [ItemId, number][]).map(
        ([item, own]): Pair => ({
          site: siteCode,
          item,
          key: figureKey(siteCode, item),
          ours: own,
          theirs: 0,
          difference: 0 - own,
          repeats: repeating.has(item),
        }),
      ),
    ),
  ];
}

/** Items that agree over all sites although sites differ; theirs has to tell of every site, and its total must agree. */
function settledItems(figures: readonly Pair[], { rows }: TracedReturn): ReadonlySet<ItemId> {
  const sums = new Map<ItemId, { difference: number; sites: Set<string>; total: number }>();
  for (const { site, item, difference } of figures) {
    const sum = sums.get(item) ?? { difference: 0, sites: new Set(), total: 0 };
    if (site === null) sum.total += difference;
    else {
      sum.difference += difference;
      sum.sites.add(site);
    }
    sums.set(item, sum);
  }
  const isWhole = (item: ItemId, sites: ReadonlySet<string>): boolean =>
    rows.every(({ siteCode, counts }) => (counts[item] ?? 0) === 0 || sites.has(siteCode));
  return new Set(
    [...sums].flatMap(([item, sum]) => (sum.difference === 0 && sum.total === 0 && isWhole(item, sum.sites) ? [item] : [])),
  );
}

function differenceOf(
  { site, item, key, ours, theirs, difference }: Pair,
  chosen: readonly Shares[],
  possible: readonly Shares[],
  settled: ReadonlySet<ItemId>,
): Difference {
  const explained = chosen.map((one) => effectOf(one, key)).filter(({ change }) => change !== 0);
  const rest = difference - explained.reduce((sum, { change }) => sum + change, 0);
  const perhaps =
    rest === 0
      ? []
      : possible.filter((one) => !chosen.includes(one) && changeOf(one, key) === rest).map((one) => effectOf(one, key));
  return { site, item, ours, theirs, explained, rest, perhaps, elsewhere: site !== null && settled.has(item) };
}

function effectOf(one: Shares, key: string): Effect {
  const shares = one.shares.get(key) ?? [];
  const also = one.needs.slice(1).map((name) => assumptionOf(name).rule);
  return { assumption: one.assumption, also, change: changeOf(one, key), references: shares.map(({ reference }) => reference) };
}
