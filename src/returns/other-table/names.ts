import type { ItemId } from "../../domain/item.ts";
import { isOdsCode } from "../../domain/ods-code.ts";
import type { SiteRow } from "../../domain/return.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import type { SourceGrid } from "../../domain/source-table.ts";
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
  const families = new Set(ours.map(({ siteCode }) => siteCode.slice(0, 3)));
  return (cell) => {
    const words = normaliseWords(cell);
    if (ALL_SITES.has(words)) return null;
    const code = cell.trim().toUpperCase();
    // APR25 would be a code as well.
    const isCode = isOdsCode(code) && (families.has(code.slice(0, 3)) || /^[A-Z]\d[A-Z]\d[A-Z]$/.test(code));
    return names.get(words) ?? (isCode ? code : undefined);
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

/** Headings over items of any section. */
const ANY_ITEM: ReadonlySet<string> = new Set([
  "",
  "item",
  "items",
  "ko41a item",
  "data item",
  "measure",
  "indicator",
  "question",
  "metric",
  "field",
  "name",
  "description",
  "line",
  "what",
]);

/**
 * Items in a column. Under the name of a section only its labels are known; under other words, such as Ethnicity, no
 * label is, because "Unknown" may be anything there.
 */
export function itemsUnder(grid: SourceGrid, column: number, book: RuleBook): ItemAt {
  const itemAt = itemFinder(book);
  const first = grid.rows.findIndex(({ cells }) => itemAt(cells[column] ?? "") !== undefined);
  const above = grid.rows.slice(0, first).filter(({ cells }) => cells.every((cell) => numberIn(cell) === null));
  const heading = normaliseWords(above.findLast(({ cells }) => (cells[column] ?? "").trim() !== "")?.cells[column] ?? "");
  if (ANY_ITEM.has(heading)) return itemAt;
  const isSection = (name: string): boolean =>
    normaliseWords(name) === heading || normaliseWords(name) === heading.replace(/s$/, "");
  const own = book.items.filter(({ sectionName }) => isSection(sectionName));
  const otherLabels = book.otherLabels.filter(({ item }) => own.some(({ id }) => id === item));
  const named = itemFinder({ ...book, items: own, otherLabels });
  const exact = new Map(
    book.items.flatMap(
      ({ id, number, label }) =>
        [
          [id.toLowerCase(), id],
          [number, id],
          [plain(`${number} ${label}`), id],
        ] as const,
    ),
  );
  return (cell) => named(cell) ?? exact.get(cell.trim().toLowerCase()) ?? exact.get(plain(cell));
}

/** A whole number as a count of complaints may be, with or without commas; null for anything else. */
export function numberIn(cell: string): number | null {
  const digits = cell.trim().replaceAll(",", "");
  return /^-?\d{1,6}(\.0+)?$/.test(digits) ? Number(digits) : null;
}
