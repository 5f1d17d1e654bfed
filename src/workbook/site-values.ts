import type { ItemId } from "../domain/item.ts";
import type { Return, SiteRow } from "../domain/return.ts";
import type { RuleBook } from "../domain/rule-book.ts";

/** The section that may be left blank where no complaint has a clinical aspect. */
const CLINICAL = 6;

/** What a workbook shows of a site: null is a cell that the policy leaves blank. */
export function siteValues(site: SiteRow, result: Return, book: RuleBook): ReadonlyMap<ItemId, number | null> {
  const blank =
    result.policies.clinicalZeros === "blank" && book.itemsOfSection(CLINICAL).every((item) => figure(site, item.id) === 0);
  return new Map(book.items.map(({ id, section }) => [id, blank && section === CLINICAL ? null : figure(site, id)]));
}

function figure(site: SiteRow, item: ItemId): number {
  const count = site.counts[item];
  if (count === undefined) throw new TypeError(`row ${site.siteCode} has no figure for ${item}`);
  return count;
}
