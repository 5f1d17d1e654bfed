import type ExcelJS from "exceljs";
import type { RuleBook } from "../../src/domain/rule-book.ts";
import { columnName } from "../../src/package/address.ts";
import { FIGURES, itemColumns } from "../../src/workbook/bundled/layout.ts";

const A3 = 8 as ExcelJS.PaperSize;
const SCALE = 70;
/** Of A3 across, in the pixels of a column's width; a tenth to spare for fonts that are wider than Excel's. */
const PAGE_WIDTH = (1500 / (SCALE / 100)) * 0.9;

/** Sets the sheet of figures up for print and says before which columns a new page begins: sections stay whole. */
export function figuresPages(sheet: ExcelJS.Worksheet, book: RuleBook): readonly number[] {
  Object.assign(sheet.pageSetup, {
    paperSize: A3,
    orientation: "landscape",
    scale: SCALE,
    pageOrder: "overThenDown",
    printTitlesRow: `1:${FIGURES.labelRow}`,
    printTitlesColumn: `${columnName(FIGURES.siteCodeColumn)}:${columnName(FIGURES.siteNameColumn)}`,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
  } satisfies Partial<ExcelJS.PageSetup>);
  sheet.headerFooter.oddFooter = "&L&8KO41a: not an official SDCS proforma&R&8Page &P of &N";

  const columns = itemColumns(book.items);
  const frozen = pixels(sheet, FIGURES.siteCodeColumn) + pixels(sheet, FIGURES.siteNameColumn);
  const breaks: number[] = [];
  let used = frozen;
  for (const section of new Set(book.items.map((item) => item.section))) {
    const own = book.itemsOfSection(section).map((item) => columns.get(item.id) ?? 0);
    const width = own.reduce((sum, column) => sum + pixels(sheet, column), 0);
    if (used + width > PAGE_WIDTH) {
      breaks.push(Math.min(...own));
      used = frozen;
    }
    used += width;
  }
  return breaks;
}

function pixels(sheet: ExcelJS.Worksheet, column: number): number {
  return (sheet.getColumn(column).width ?? 9) * 7 + 5;
}
