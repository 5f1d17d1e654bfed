import { ITEM, type ItemId } from "../../domain/item.ts";
import type { TracedReturn } from "../../domain/read-return.ts";
import type { Assumption } from "../../domain/reconciliation.ts";
import type { TracedComplaint } from "../../domain/return.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import { partsOfTotals } from "../parts.ts";

/** One complaint's share in a figure under an assumption. */
export interface Share {
  readonly reference: string;
  readonly change: number;
}

/** An assumption with its shares by figure, `site item`; figures of all sites under `item` alone. */
export interface Shares {
  readonly assumption: Assumption;
  readonly shares: ReadonlyMap<string, readonly Share[]>;
}

/** Every other way of counting that the ledger can work out and that would change a figure. */
export function assumptionsOf({ complaints }: TracedReturn, book: RuleBook): readonly Shares[] {
  const parts = partsOfTotals(book);
  const rowsTell = new Set(book.items.filter(({ section }) => section <= 4).map(({ id }) => id));
  const found = new Map<string, { assumption: Assumption; shares: Map<string, Share[]> }>();
  const add = (assumption: Assumption, reference: string, site: string, items: readonly ItemId[], change: number): void => {
    const name = nameOf(assumption);
    const one = found.get(name) ?? { assumption, shares: new Map() };
    found.set(name, one);
    for (const item of items)
      for (const key of [figureKey(site, item), figureKey(null, item)]) {
        const shares = one.shares.get(key);
        if (shares === undefined) one.shares.set(key, [{ reference, change }]);
        else shares.push({ reference, change });
      }
  };
  for (const complaint of complaints) {
    const { reference, site, source } = complaint;
    const [rule = ""] = complaint.rules;
    const { otherwise } = complaint;
    if (otherwise !== undefined && otherwise.alsoKeptOutBy.length === 0)
      add({ kind: "counts-what-is-kept-out", rule }, reference, otherwise.site, parts.withTotals(otherwise.items), 1);
    if (complaint.fate !== "counted" || site === null) continue;
    if (complaint.rules.includes("withdrawn"))
      add({ kind: "leaves-out-what-counts", rule: "withdrawn" }, reference, site, parts.withTotals(complaint.items), -1);
    if (source.length > 1)
      add(
        { kind: "counts-rows", rule: "merged-rows" },
        reference,
        site,
        parts.withTotals(complaint.items).filter((item) => rowsTell.has(item)),
        source.length - 1,
      );
    const open = withoutOutcome(complaint);
    if (open !== undefined) {
      add({ kind: "resolves-without-outcome", rule: open }, reference, site, [ITEM.resolved], 1);
      add({ kind: "resolves-without-outcome", rule: open }, reference, site, [ITEM.carriedForward], -1);
    }
  }
  return [...found.values()];
}

export function nameOf({ kind, rule }: Assumption): string {
  return `${kind} ${rule}`;
}

export function figureKey(site: string | null, item: ItemId): string {
  return site === null ? item : `${site} ${item}`;
}

/** The rule that keeps it open although somebody closed or decided it. */
function withoutOutcome({ rules, items }: TracedComplaint): string | undefined {
  if (!items.includes(ITEM.carriedForward)) return undefined;
  return rules.find((rule) => rule === "closed-without-outcome" || rule === "undecided-outcome");
}
