import type { Item, ItemId } from "../domain/item.ts";
import type { Register } from "../domain/register.ts";
import type { SiteRow } from "../domain/return.ts";
import type { Relation } from "../domain/rule-book.ts";

/** A complaint that counts, as far as adding up goes. */
export interface Countable {
  readonly site: string;
  readonly siteName: string | null;
  readonly items: readonly ItemId[];
}

type Figures = Record<ItemId, number>;

interface Addition {
  readonly total: ItemId;
  readonly plus: readonly ItemId[];
  readonly minus: readonly ItemId[];
}

/**
 * Complaints into site rows: site codes in order, the organisation's own code last and only when it holds something.
 * Counts are added one by one; totals follow from the relations of the rule book. There is no overall row.
 */
export function tally(
  complaints: readonly Countable[],
  organisation: { readonly code: string; readonly name: string },
  items: readonly Item[],
  relations: readonly Relation[],
  register: Register,
): readonly SiteRow[] {
  const sites = new Map<string, { counts: Figures; names: Map<string, number> }>();
  for (const { site, siteName, items: counted } of complaints) {
    let row = sites.get(site);
    if (row === undefined) {
      row = { counts: Object.fromEntries(items.map(({ id }) => [id, 0])), names: new Map() };
      sites.set(site, row);
    }
    for (const item of counted) row.counts[item] = (row.counts[item] ?? 0) + 1;
    if (siteName !== null) row.names.set(siteName, (row.names.get(siteName) ?? 0) + 1);
  }
  const additions = additionsOf(relations);
  return [...sites]
    .sort(([a], [b]) => Number(a === organisation.code) - Number(b === organisation.code) || compare(a, b))
    .map(([siteCode, { counts, names }]) => {
      for (const { total, plus, minus } of additions) counts[total] = sumOf(counts, plus) - sumOf(counts, minus);
      const siteName =
        siteCode === organisation.code
          ? organisation.name
          : (register.byCode.get(siteCode)?.name ?? mostFrequent(names) ?? siteCode);
      return { siteCode, siteName, counts };
    });
}

/** Sub-totals stand in the rule book before the totals that use them. */
function additionsOf(relations: readonly Relation[]): readonly Addition[] {
  return relations.flatMap(({ checks }) => checks.flatMap((check) => (check.verb === "adds-up" ? [check] : [])));
}

function sumOf(counts: Readonly<Figures>, items: readonly ItemId[]): number {
  return items.reduce((sum, item) => sum + (counts[item] ?? 0), 0);
}

/** The name most rows give; of equals the first in the alphabet, so that the order of rows does not matter. */
function mostFrequent(names: ReadonlyMap<string, number>): string | null {
  const [first] = [...names].sort(([a, x], [b, y]) => y - x || compare(a, b));
  return first?.[0] ?? null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
