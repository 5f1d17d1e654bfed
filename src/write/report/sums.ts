import type { ItemId } from "../../domain/item.ts";
import type { SiteRow } from "../../domain/return.ts";

/** An item over all sites: for checking only, never a row of the return. */
export function sumOf(rows: readonly SiteRow[], item: ItemId): number {
  return rows.reduce((sum, row) => sum + (row.counts[item] ?? 0), 0);
}
