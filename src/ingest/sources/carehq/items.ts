import type { Entry } from "../source.ts";

/**
 * The objects in what the CareHQ API answers: one object, one page with `items`, pages or objects in an array.
 * Rows are counted through all pages, from 1. Null: a document of another make.
 */
export function itemsIn(entries: readonly Entry[]): readonly Entry[] | null {
  const pages = entries.map(({ value }) => pageItems(value));
  if (pages.length > 0 && pages.every((items) => items !== null))
    return pages.flat().map((value, index) => ({ row: index + 1, value }));
  return entries.every(({ value }) => hasId(value)) && entries.length > 0 ? entries : null;
}

/** An answer of the API to a list, which says how many there are. */
export function isPage([first]: readonly Entry[]): boolean {
  const value = first?.value;
  return typeof value === "object" && value !== null && "items" in value && "item_count" in value;
}

function pageItems(value: unknown): readonly unknown[] | null {
  if (typeof value !== "object" || value === null || !("items" in value)) return null;
  return Array.isArray(value.items) ? value.items : null;
}

function hasId(value: unknown): boolean {
  return typeof value === "object" && value !== null && "_id" in value;
}
