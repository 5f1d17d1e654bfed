import type { Item, ItemId } from "../../domain/item.ts";
import type { Address } from "../../package/address.ts";

/** Where everything stands in the bundled workbook. */

export const COVER = {
  sheet: "Cover",
  organisationCode: { row: 7, column: 3 },
  organisationName: { row: 8, column: 3 },
  period: { row: 9, column: 3 },
  firstDay: { row: 10, column: 3 },
  lastDay: { row: 11, column: 3 },
} as const satisfies Record<string, string | Address>;

export const FIGURES = {
  sheet: "KO41a",
  organisation: { row: 2, column: 2 },
  period: { row: 3, column: 2 },
  sectionRow: 4,
  numberRow: 5,
  labelRow: 6,
  /** Hidden: the id of each item, which is its column name in published data. */
  idRow: 7,
  firstSiteRow: 8,
  readyRows: 30,
  /** How far checks and formats reach: more sites than any organisation has. */
  lastRow: 1007,
  siteCodeColumn: 1,
  siteNameColumn: 2,
  firstItemColumn: 3,
} as const;

export const PROVENANCE = {
  sheet: "Provenance",
  headingRow: 4,
  firstRow: 5,
  readyRows: 24,
  columns: { part: 1, what: 2, value: 3, rows: 4 },
} as const;

/** Items stand in the order of the rule book, which is that of the sections. */
export function itemColumns(items: readonly Item[]): ReadonlyMap<ItemId, number> {
  return new Map(items.map((item, index) => [item.id, FIGURES.firstItemColumn + index]));
}

export const LAST_READY_SITE_ROW = FIGURES.firstSiteRow + FIGURES.readyRows - 1;
export const LAST_READY_PROVENANCE_ROW = PROVENANCE.firstRow + PROVENANCE.readyRows - 1;
