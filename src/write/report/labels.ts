import type { Item, ItemId } from "../../domain/item.ts";

/** Items as people know them: id → "7.54 Communications". */
export type ItemLabels = ReadonlyMap<ItemId, string>;

export function itemLabels(items: readonly Item[]): ItemLabels {
  return new Map(items.map((item) => [item.id, `${item.number} ${item.label}`]));
}

export function labelOf(labels: ItemLabels, id: ItemId): string {
  return labels.get(id) ?? id.replaceAll("_", " ");
}
