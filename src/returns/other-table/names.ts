import type { ItemId } from "../../domain/item.ts";
import { isOdsCode } from "../../domain/ods-code.ts";
import type { SiteRow } from "../../domain/return.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import { normaliseWords } from "../../domain/words.ts";

export type ItemAt = (cell: string) => ItemId | undefined;
/** Null: all sites together; undefined: no site. */
export type SiteOf = (cell: string) => string | null | undefined;

const ALL_SITES: ReadonlySet<string> = new Set(["total", "totals", "all sites", "all", "overall", "trust total", "grand total"]);

/** Finds the site that a cell names, by code or name; a name that two sites share names neither. */
export function siteFinder(ours: readonly SiteRow[]): SiteOf {
  const names = new Map<string, string | undefined>();
  for (const { siteCode, siteName } of ours) {
    const words = normaliseWords(siteName);
    names.set(words, names.has(words) ? undefined : siteCode);
  }
  for (const { siteCode } of ours) names.set(normaliseWords(siteCode), siteCode);
  const known = new Map(ours.map(({ siteCode }) => [normaliseWords(siteCode), siteCode]));
  const families = new Set(ours.map(({ siteCode }) => siteCode.slice(0, 3)));
  return (cell) => {
    const words = normaliseWords(cell);
    if (ALL_SITES.has(words)) return null;
    const code = cell.trim().toUpperCase();
    // APR25 would be a code as well.
    const isCode = isOdsCode(code) && (families.has(code.slice(0, 3)) || /^[A-Z]\d[A-Z]\d[A-Z]$/.test(code));
    // "RZZ01 General hospital" in one cell.
    const [first = ""] = words.split(" ");
    return names.get(words) ?? (isCode ? code : known.has(first) ? known.get(first) : undefined);
  };
}

/** Finds the item that a cell names: by its number as it stands, or by any name that belongs to no other. */
export function itemFinder({ items, otherLabels }: RuleBook): ItemAt {
  // A spreadsheet may hold 2.10 as the number 2.1.
  const numbers = new Map(items.flatMap(({ id, number }) => [[String(Number(number)), id] as const, [number, id] as const]));
  const names = items.flatMap(({ id, number, label, sectionName }) =>
    [id, `${number} ${label}`, label, `${sectionName} ${label}`].map((name) => [plain(name), id] as const),
  );
  const all = [...names, ...otherLabels.map(({ words, item }) => [plain(words), item] as const)];
  const owners = new Map<string, Set<ItemId>>();
  for (const [name, id] of all) owners.set(name, (owners.get(name) ?? new Set()).add(id));
  return (cell) => {
    const number = numbers.get(cell.trim());
    if (number !== undefined) return number;
    const [only, other] = owners.get(plain(cell)) ?? [];
    return other === undefined ? only : undefined;
  };
}

/** "75+" is a label, 75 a figure. */
function plain(name: string): string {
  const words = normaliseWords(name);
  return /^\d+$/.test(words) ? name.trim() : words;
}

/** Headings over words that are no items, whatever they look like. */
const OTHER_WORDS =
  /ethnic|specialt|gender|\bsex\b|religion|disab|\bward|directorate|department|\bteam|division|severity|grade|\brisk|ombudsman|phso|month|quarter/i;

/**
 * Items under a heading. Under the name of a section only its labels are known; under other words, such as Ethnicity, no
 * label is, because "Unknown" may be anything there.
 */
export function itemsUnder(heading: string, book: RuleBook): ItemAt {
  const words = normaliseWords(heading);
  const isSection = (name: string): boolean => normaliseWords(name) === words || `${normaliseWords(name)}s` === words;
  const own = book.items.filter(({ sectionName }) => isSection(sectionName));
  if (own.length === 0) return OTHER_WORDS.test(heading) ? exactItems(book) : itemFinder(book);
  const otherLabels = book.otherLabels.filter(({ item }) => own.some(({ id }) => id === item));
  const [named, exact] = [itemFinder({ ...book, items: own, otherLabels }), exactItems(book)];
  return (cell) => named(cell) ?? exact(cell);
}

/** Items by names that nothing else has: id, number, number and label, and the labels of section 2. */
export function exactItems(book: RuleBook): ItemAt {
  const names = new Map(
    book.items.flatMap(
      ({ id, number, label }) =>
        [
          [id.toLowerCase(), id],
          [number, id],
          [plain(`${number} ${label}`), id],
        ] as const,
    ),
  );
  const own = book.items.filter(({ section }) => section === 2);
  const headline = itemFinder({ ...book, items: own, otherLabels: [] });
  return (cell) => names.get(cell.trim().toLowerCase()) ?? names.get(plain(cell)) ?? headline(cell);
}

/** A whole number as a count of complaints may be, with or without commas; null for anything else. */
export function numberIn(cell: string): number | null {
  const text = cell.trim();
  return /^-?(\d{1,6}|\d{1,3},\d{3})(\.0+)?$/.test(text) ? Number(text.replaceAll(",", "")) : null;
}
