import type { ItemId } from "../../domain/item.ts";
import { Refusal } from "../../domain/problem.ts";
import type { OtherRow } from "../../domain/reconciliation.ts";

/** One figure of a table; `site` null: over all sites. */
export interface Figure {
  readonly site: string | null;
  readonly item: ItemId;
  readonly number: number;
  readonly row: number;
}

/**
 * Figures as one row a site.
 * @throws {Refusal} when a site has two different figures for one item
 */
export function merged(figures: readonly Figure[], file: string): readonly OtherRow[] {
  const sites = new Map<string | null, { counts: Map<ItemId, number>; row: number }>();
  for (const { site, item, number, row } of figures) {
    const one = sites.get(site) ?? { counts: new Map<ItemId, number>(), row };
    sites.set(site, one);
    const known = one.counts.get(item);
    if (known !== undefined && known !== number)
      throw new Refusal({
        what: `${site ?? "The table"} has two figures for ${item}.`,
        where: `${file}, row ${row}`,
        fix: "Leave one of them: one table is of one period, with one figure for each item and site.",
      });
    one.counts.set(item, number);
  }
  return [...sites].map(([site, { counts, row }]) => ({ site, counts, place: { file, row } }));
}
