import { ITEM, type ItemId } from "../../domain/item.ts";
import { type Parts, partsOfTotals } from "../../domain/parts-of-totals.ts";
import type { TracedReturn } from "../../domain/read-return.ts";
import type { Assumption } from "../../domain/reconciliation.ts";
import type { TracedComplaint } from "../../domain/return.ts";
import type { RuleBook } from "../../domain/rule-book.ts";

/** One complaint's share in a figure under an assumption. */
export interface Share {
  readonly reference: string;
  readonly change: number;
}

/**
 * What an assumption changes, by figure: `site item`, or `item` alone over all sites. Complaints that two rules keep out
 * come in only when both are assumed away: `needs` names every assumption.
 */
export interface Shares {
  readonly assumption: Assumption;
  readonly needs: readonly string[];
  readonly shares: ReadonlyMap<string, readonly Share[]>;
}

type Collect = (assumption: Assumption, also: readonly string[], who: Who, items: readonly ItemId[], change: number) => void;

interface Who {
  readonly reference: string;
  readonly site: string;
}

/** Every other way of counting that the ledger can work out and that would change a figure. */
export function assumptionsOf({ complaints }: TracedReturn, book: RuleBook): readonly Shares[] {
  const parts = partsOfTotals(book);
  const rowsTell = new Set(book.items.filter(({ section }) => section <= 4).map(({ id }) => id));
  const found = new Map<string, { assumption: Assumption; needs: readonly string[]; shares: Map<string, Share[]> }>();
  const collect: Collect = (assumption, also, { reference, site }, items, change) => {
    const others = also.map((rule) => nameOf({ kind: "counts-what-is-kept-out", rule }));
    const needs = [...new Set([nameOf(assumption), ...others])];
    const key = [...needs].sort().join("\n");
    const one = found.get(key) ?? { assumption, needs, shares: new Map() };
    found.set(key, one);
    for (const item of items)
      for (const figure of [figureKey(site, item), figureKey(null, item)]) {
        const shares = one.shares.get(figure);
        if (shares === undefined) one.shares.set(figure, [{ reference, change }]);
        else shares.push({ reference, change });
      }
  };
  for (const complaint of complaints) {
    if (complaint.fate === "counted") ofCounted(complaint, parts, rowsTell, collect);
    else ofKeptOut(complaint, parts, collect);
  }
  return [...found.values()];
}

function ofKeptOut({ reference, rules, notes, otherwise }: TracedComplaint, parts: Parts, collect: Collect): void {
  if (otherwise === undefined) return;
  const rule = notes?.includes("reopened-in-period") === true ? "reopened-in-period" : (rules[0] ?? "");
  const items = parts.withTotals(otherwise.items);
  collect({ kind: "counts-what-is-kept-out", rule }, otherwise.alsoKeptOutBy, { reference, site: otherwise.site }, items, 1);
}

function ofCounted(complaint: TracedComplaint, parts: Parts, rowsTell: ReadonlySet<ItemId>, collect: Collect): void {
  const { reference, site, source } = complaint;
  if (site === null) return;
  const who = { reference, site };
  const items = parts.withTotals(complaint.items);
  if (complaint.rules.includes("withdrawn")) collect({ kind: "leaves-out-what-counts", rule: "withdrawn" }, [], who, items, -1);
  if (source.length > 1) {
    const told = items.filter((item) => rowsTell.has(item));
    collect({ kind: "counts-rows", rule: "merged-rows" }, [], who, told, source.length - 1);
  }
  const rule = withoutOutcome(complaint);
  if (rule === undefined) return;
  collect({ kind: "resolves-without-outcome", rule }, [], who, [ITEM.resolved], 1);
  collect({ kind: "resolves-without-outcome", rule }, [], who, [ITEM.carriedForward], -1);
}

export function nameOf({ kind, rule }: Assumption): string {
  return `${kind} ${rule}`;
}

/** The assumption that has a name. */
export function assumptionOf(name: string): Assumption {
  const at = name.indexOf(" ");
  return { kind: name.slice(0, at) as Assumption["kind"], rule: name.slice(at + 1) };
}

export function figureKey(site: string | null, item: ItemId): string {
  return site === null ? item : `${site} ${item}`;
}

/** The rule that keeps it open although somebody closed or decided it. */
function withoutOutcome({ rules, items }: TracedComplaint): string | undefined {
  if (!items.includes(ITEM.carriedForward)) return undefined;
  return rules.find((rule) => rule === "closed-without-outcome" || rule === "undecided-outcome");
}
