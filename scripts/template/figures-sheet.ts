import type ExcelJS from "exceljs";
import type { Item, Section } from "../../src/domain/item.ts";
import type { RuleBook } from "../../src/domain/rule-book.ts";
import { columnName } from "../../src/package/address.ts";
import { FIGURES, itemColumns, LAST_READY_SITE_ROW } from "../../src/workbook/bundled/layout.ts";
import { totalFormulas } from "../../src/workbook/bundled/totals.ts";
import { BLUE, FAINT, FIGURE_FORMAT, font, ground, LINE, lines, QUIET, sectionColour, TEXT, WARNING } from "./look.ts";

const LABEL_HEIGHT = 150;
const LABEL_LETTERS_A_LINE = 30;
const FROZEN_COLUMNS = { code: 12, name: 34 };

/** The sheet of figures: headings, and ready rows for the sites. */
export function figuresSheet(workbook: ExcelJS.Workbook, book: RuleBook): void {
  const sheet = workbook.addWorksheet(FIGURES.sheet, {
    properties: { tabColor: { argb: `FF${BLUE}` }, defaultRowHeight: 15 },
    views: [{ state: "frozen", xSplit: FIGURES.siteNameColumn, ySplit: FIGURES.firstSiteRow - 1, zoomScale: 90 }],
  });
  sheet.getColumn(FIGURES.siteCodeColumn).width = FROZEN_COLUMNS.code;
  sheet.getColumn(FIGURES.siteNameColumn).width = FROZEN_COLUMNS.name;
  titles(sheet);
  itemHeadings(sheet, book);
  siteRows(sheet, book);
  quietZeros(sheet, book);
}

function titles(sheet: ExcelJS.Worksheet): void {
  const title = sheet.getCell(1, 1);
  title.value = "KO41a: figures by site";
  title.font = font(14, BLUE, { bold: true });
  const warning = sheet.getCell(1, FIGURES.firstItemColumn);
  warning.value = "Not an official SDCS proforma. Item numbers, and labels in italics, are reconstructions: see Cover.";
  warning.font = font(9, WARNING.ink, { bold: true });
  warning.alignment = { vertical: "middle" };
  for (const [label, { row, column }] of [
    ["Organisation", FIGURES.organisation],
    ["Period", FIGURES.period],
  ] as const) {
    sheet.getCell(row, 1).value = label;
    sheet.getCell(row, 1).font = font(9, QUIET);
    sheet.getCell(row, column).font = font(10, undefined, { bold: true });
    sheet.getCell(row, column).alignment = { shrinkToFit: true };
  }
  sheet.getRow(1).height = 24;
  for (const row of [FIGURES.organisation.row, FIGURES.period.row, FIGURES.sectionRow]) sheet.getRow(row).height = 18;
  sheet.getRow(FIGURES.labelRow).height = LABEL_HEIGHT;
  sheet.getRow(FIGURES.idRow).hidden = true;
  for (const [column, label] of [
    [FIGURES.siteCodeColumn, "Site code"],
    [FIGURES.siteNameColumn, "Site name"],
  ] as const) {
    const cell = sheet.getCell(FIGURES.labelRow, column);
    cell.value = label;
    cell.font = font(10, undefined, { bold: true });
    cell.alignment = { vertical: "bottom", horizontal: "left", indent: 1 };
    cell.border = lines({ bottom: QUIET });
  }
}

function itemHeadings(sheet: ExcelJS.Worksheet, book: RuleBook): void {
  const columns = itemColumns(book.items);
  const first = new Map<Section, number>();
  const last = new Map<Section, number>();
  for (const item of book.items) {
    const column = columns.get(item.id) ?? 0;
    if (!first.has(item.section)) first.set(item.section, column);
    last.set(item.section, column);
    heading(sheet, item, column);
  }
  for (const [section, column] of first) {
    const name = book.itemsOfSection(section)[0]?.sectionName ?? "";
    const cell = sheet.getCell(FIGURES.sectionRow, column);
    cell.value = `${section}  ${name}`;
    cell.font = font(9, "FFFFFF", { bold: true });
    cell.fill = ground(sectionColour(section));
    cell.alignment = TEXT;
    sheet.mergeCells(FIGURES.sectionRow, column, FIGURES.sectionRow, last.get(section) ?? column);
  }
}

function heading(sheet: ExcelJS.Worksheet, item: Item, column: number): void {
  const total = item.kind === "total";
  const fill = ground(sectionColour(item.section, total ? 0.3 : 0.14));
  const border = lines({ left: "FFFFFF", bottom: sectionColour(item.section) });
  const number = sheet.getCell(FIGURES.numberRow, column);
  number.value = item.number;
  number.font = font(8, undefined, { bold: total });
  number.alignment = { horizontal: "center", vertical: "middle" };
  const label = sheet.getCell(FIGURES.labelRow, column);
  label.value = item.label;
  label.font = font(9, undefined, { bold: total, italic: item.labelStatus !== "seen" });
  label.alignment = { textRotation: 90, wrapText: true, horizontal: "center", vertical: "bottom" };
  Object.assign(number, { fill, border: lines({ left: "FFFFFF" }) });
  Object.assign(label, { fill, border });
  sheet.getCell(FIGURES.idRow, column).value = item.id;
  sheet.getColumn(column).width = columnWidth(item);
}

/** Wide enough for the lines of its label, and for five digits where figures add up. */
function columnWidth({ label, kind }: Item): number {
  const lines = Math.ceil(label.length / LABEL_LETTERS_A_LINE);
  return Math.max(kind === "total" ? 6.5 : 4.9, lines > 2 ? 2 + 1.5 * lines : 0);
}

function siteRows(sheet: ExcelJS.Worksheet, book: RuleBook): void {
  const columns = itemColumns(book.items);
  const formulas = totalFormulas(book, columns);
  for (let row = FIGURES.firstSiteRow; row <= LAST_READY_SITE_ROW; row += 1) {
    sheet.getRow(row).height = 17;
    for (const column of [FIGURES.siteCodeColumn, FIGURES.siteNameColumn]) {
      const cell = sheet.getCell(row, column);
      cell.font = font(10, undefined, { bold: column === FIGURES.siteCodeColumn });
      cell.alignment = { ...TEXT, shrinkToFit: true };
      cell.border = lines({ bottom: LINE });
    }
    for (const item of book.items) {
      const column = columns.get(item.id) ?? 0;
      const formula = formulas.get(item.id)?.(row);
      const cell = sheet.getCell(row, column);
      if (formula !== undefined) cell.value = { formula, result: "" };
      cell.numFmt = FIGURE_FORMAT;
      cell.font = font(10, undefined, { bold: item.kind === "total" });
      cell.alignment = { horizontal: "center", vertical: "middle" };
      if (item.kind === "total") cell.fill = ground(sectionColour(item.section, 0.12));
      cell.border = lines({
        bottom: LINE,
        ...(opensSection(book, item) && { left: sectionColour(item.section, 0.6) }),
      });
    }
  }
}

/** Zeros stand back, so that the figures stand out. */
function quietZeros(sheet: ExcelJS.Worksheet, book: RuleBook): void {
  const last = columnName(FIGURES.firstItemColumn + book.items.length - 1);
  sheet.addConditionalFormatting({
    ref: `${columnName(FIGURES.firstItemColumn)}${FIGURES.firstSiteRow}:${last}${FIGURES.lastRow}`,
    rules: [
      {
        type: "cellIs",
        operator: "equal",
        formulae: [0],
        priority: 1,
        style: { font: { color: { argb: `FF${FAINT}` } } },
      },
    ],
  });
}

function opensSection(book: RuleBook, item: Item): boolean {
  return book.itemsOfSection(item.section)[0] === item;
}
