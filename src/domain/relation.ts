import type { ItemId } from "./item.ts";
import type { RelationCheck } from "./rule-book.ts";

/** The items whose figures a relation's check reads by name. */
export function itemsOfCheck(check: RelationCheck): readonly ItemId[] {
  switch (check.verb) {
    case "adds-up":
      return [check.total, ...check.plus, ...check.minus];
    case "equals":
    case "at-least":
      return [check.item, check.other];
    case "never-negative":
      return [check.item];
    default:
      return [];
  }
}
