import type { Item, ItemId } from "../../../domain/item.ts";
import type { RowsByRule } from "../../../domain/return.ts";
import { type Html, html } from "./escape.ts";

/** Marks what has complaints behind it; the script of the page makes it a link to them. Without one it is plain text. */
export interface Marks {
  /** A figure other than 0, by its site's place among the rows; null: all sites. */
  readonly figure: (site: number | null, item: ItemId, value: number | undefined) => Html | null;
}

export function marksOf(items: readonly Item[]): Marks {
  const places = new Map(items.map(({ id }, place) => [id, place]));
  return {
    figure: (site, item, value) => {
      const place = places.get(item);
      return place === undefined || value === undefined || value === 0 ? null : html` data-figure="${site ?? "*"}/${place}"`;
    },
  };
}

/** Rows that came to one fate by one rule; without a rule all of the fate. */
export function rowsMark({ fate, rule }: Pick<RowsByRule, "fate" | "rule">): Html {
  return html` data-rows="${fate}/${rule ?? ""}"`;
}
