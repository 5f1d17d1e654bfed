import type { ItemId } from "./item.ts";
import type { RuleBook } from "./rule-book.ts";

/** Which counts make up each total of sections 3 to 8. Section 2 is traced by itself: a complaint names its own figures there. */
export interface Parts {
  /** The counts that a total adds up; the item itself for everything else. */
  readonly leavesOf: (item: ItemId) => readonly ItemId[];
  /** The items with every total that they are part of, nearest first. */
  readonly withTotals: (items: readonly ItemId[]) => readonly ItemId[];
  /** What a total adds up directly; empty for everything else. */
  readonly partsOf: (item: ItemId) => readonly ItemId[];
}

export function partsOfTotals({ items, relations }: RuleBook): Parts {
  const described = new Set(items.filter(({ section }) => section > 2).map(({ id }) => id));
  const direct = new Map<ItemId, readonly ItemId[]>();
  for (const { checks } of relations)
    for (const check of checks) if (check.verb === "adds-up" && described.has(check.total)) direct.set(check.total, check.plus);
  const leavesOf = (item: ItemId): readonly ItemId[] => direct.get(item)?.flatMap(leavesOf) ?? [item];
  const above = new Map<ItemId, ItemId[]>();
  for (const total of direct.keys()) for (const leaf of leavesOf(total)) above.set(leaf, [...(above.get(leaf) ?? []), total]);
  return {
    leavesOf,
    withTotals: (given) => given.flatMap((item) => [item, ...(above.get(item) ?? [])]),
    partsOf: (item) => direct.get(item) ?? [],
  };
}
