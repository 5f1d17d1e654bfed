import type { Return } from "../../domain/return.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import type { CellEdit } from "../sheet/cell-xml.ts";
import { siteValues } from "../site-values.ts";
import { FIGURES, itemColumns } from "./layout.ts";
import { periodWords } from "./period-words.ts";
import { totalFormulas } from "./totals.ts";

/** The figures, one row a site. There is no overall row: NHS England makes that total itself. */
export function figureCells(result: Return, book: RuleBook): readonly CellEdit[] {
  const columns = itemColumns(book.items);
  const formulas = totalFormulas(book, columns);
  const cells: CellEdit[] = [
    { ...FIGURES.organisation, value: `${result.organisation.code}  ${result.organisation.name}`.trim() },
    { ...FIGURES.period, value: periodWords(result.period) },
  ];
  result.rows.forEach((site, index) => {
    const row = FIGURES.firstSiteRow + index;
    const values = siteValues(site, result, book);
    cells.push({ row, column: FIGURES.siteCodeColumn, value: site.siteCode });
    cells.push({ row, column: FIGURES.siteNameColumn, value: site.siteName });
    for (const [id, value] of values) cells.push({ row, column: columns.get(id) ?? 0, value, formula: formulas.get(id)?.(row) });
  });
  return cells;
}
