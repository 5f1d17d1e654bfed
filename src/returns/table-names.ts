import type { ItemId } from "../domain/item.ts";
import { isOdsCode } from "../domain/ods-code.ts";
import type { SiteRow } from "../domain/return.ts";
import type { RuleBook } from "../domain/rule-book.ts";
import { normaliseWords } from "../domain/words.ts";

export type ItemAt = (cell: string) => ItemId | undefined;
/** Null: all sites together; undefined: no site. */
export type SiteOf = (cell: string) => string | null | undefined;

const ALL_SITES: ReadonlySet<string> = new Set(["total", "totals", "all sites", "all", "overall", "trust total", "grand total"]);

/** Finds the site that a cell names, by code or name. */
export function siteFinder(ours: readonly SiteRow[]): SiteOf {
  const known = new Map(
    ours.flatMap(({ siteCode, siteName }) => [
      [normaliseWords(siteName), siteCode] as const,
      [normaliseWords(siteCode), siteCode] as const,
    ]),
  );
  return (cell) => {
    const words = normaliseWords(cell);
    if (ALL_SITES.has(words)) return null;
    const code = cell.trim().toUpperCase();
    return known.get(words) ?? (isOdsCode(code) && /[A-Z]/.test(code) && /\d/.test(code) ? code : undefined);
  };
}

/** Finds the item that a cell names: by its number as it stands, or by any name that belongs to no other. */
export function itemFinder({ items, otherLabels }: RuleBook): ItemAt {
  const numbers = new Map(items.map(({ id, number }) => [number, id]));
  const names = items.flatMap(({ id, number, label, sectionName }) =>
    [id, `${number} ${label}`, label, `${sectionName} ${label}`].map((name) => [normaliseWords(name), id] as const),
  );
  const all = [...names, ...otherLabels.map(({ words, item }) => [normaliseWords(words), item] as const)];
  const owners = new Map<string, Set<ItemId>>();
  for (const [name, id] of all) owners.set(name, (owners.get(name) ?? new Set()).add(id));
  return (cell) => {
    const number = numbers.get(cell.trim());
    if (number !== undefined) return number;
    const [only, other] = owners.get(normaliseWords(cell)) ?? [];
    return other === undefined ? only : undefined;
  };
}

/** A whole number, with or without commas; null for anything else. */
export function numberIn(cell: string): number | null {
  const digits = cell.trim().replaceAll(",", "");
  return /^-?\d+(\.0+)?$/.test(digits) ? Number(digits) : null;
}
