import type { Item } from "../domain/item.ts";

/** An item as JSON outputs name it. */
export function itemJson({ id, number, section, label, kind }: Item) {
  return { id, number, section, label, kind };
}
