import type { ItemId } from "../../domain/item.ts";
import type { Return, SiteRow } from "../../domain/return.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import type { CellEdit } from "../sheet/cell-xml.ts";
import { FIGURES, itemColumns } from "./layout.ts";
import { periodWords } from "./period-words.ts";
import { totalFormulas } from "./totals.ts";

/** The section that may be left blank where no complaint has a clinical aspect. */
const CLINICAL = 6;

/** The figures, one row a site. There is no overall row: NHS England makes that total itself. */
export function figureCells(result: Return, book: RuleBook): readonly CellEdit[] {
  const columns = itemColumns(book.items);
  const formulas = totalFormulas(book, columns);
  const mayBeBlank = result.policies.clinicalZeros === "blank";
  const cells: CellEdit[] = [
    { ...FIGURES.organisation, value: `${result.organisation.code}  ${result.organisation.name}`.trim() },
    { ...FIGURES.period, value: periodWords(result.period) },
  ];
  result.rows.forEach((site, index) => {
    const row = FIGURES.firstSiteRow + index;
    const blank = mayBeBlank && hasNoClinical(site, book);
    cells.push({ row, column: FIGURES.siteCodeColumn, value: site.siteCode });
    cells.push({ row, column: FIGURES.siteNameColumn, value: site.siteName });
    for (const { id, section } of book.items) {
      const value = blank && section === CLINICAL ? null : figure(site, id);
      cells.push({ row, column: columns.get(id) ?? 0, value, formula: formulas.get(id)?.(row) });
    }
  });
  return cells;
}

function hasNoClinical(site: SiteRow, book: RuleBook): boolean {
  return book.itemsOfSection(CLINICAL).every((item) => figure(site, item.id) === 0);
}

function figure(site: SiteRow, item: ItemId): number {
  const count = site.counts[item];
  if (count === undefined) throw new TypeError(`row ${site.siteCode} has no figure for ${item}`);
  return count;
}
