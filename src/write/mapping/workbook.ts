import type { Workbook, Worksheet } from "exceljs";
import { MAPPING_COLUMNS, MAPPING_SHEET, type MappingLine, type MappingSheet } from "../../domain/mapping.ts";
import { openPackage, packageBytes, withPart } from "../../package/parts.ts";
import { partOfSheet, workbookParts } from "../../package/workbook-parts.ts";
import { asksForAttention, COLUMNS, cellsOf, cellText, type MappingColumn } from "./cells.ts";
import { LISTS, withDropDowns } from "./drop-downs.ts";
import { howToFill } from "./how-to-fill.ts";

const NO_DATE = new Date(Date.UTC(2000, 0, 1));
const WIDTHS: Readonly<Record<MappingColumn, number>> = {
  line: 10,
  heading: 34,
  column: 22,
  value: 44,
  rows: 8,
  readAs: 38,
  suggestion: 38,
  choice: 44,
  status: 17,
};
const FILL = { attention: "FFFCE8C8", choice: "FFFFF9D6", heading: "FF1F3A5F" } as const;
const A4_LANDSCAPE = { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;
const TEXT_FORMAT = "@";

/** The mapping sheet as a workbook with a drop-down beside every line. Same sheet, same bytes. ExcelJS is loaded here. */
export async function mappingWorkbook(sheet: MappingSheet): Promise<Uint8Array> {
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, { creator: "ko41a", lastModifiedBy: "ko41a", created: NO_DATE, modified: NO_DATE });
  workbook.title = "KO41a mapping sheet";
  addLines(workbook, sheet);
  addHelp(workbook, sheet.missing);
  addLists(workbook, sheet.lists);
  workbook.views = [{ x: 0, y: 0, width: 28_800, height: 16_200, firstSheet: 0, activeTab: 0, visibility: "visible" }];
  const made = openPackage(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const parts = new Map([...made].filter(([name]) => !name.endsWith("/")));
  return packageBytes(withPart(parts, partOfSheet(workbookParts(parts), MAPPING_SHEET), (xml) => withDropDowns(xml, sheet)));
}

function addLines(workbook: Workbook, { lines }: MappingSheet): void {
  const sheet = workbook.addWorksheet(MAPPING_SHEET, { views: [{ state: "frozen", ySplit: 1 }] });
  // Text columns are text, so that Excel leaves "5.30" and "007" alone.
  sheet.columns = COLUMNS.map((column) => ({
    key: column,
    width: WIDTHS[column],
    style: { alignment: { vertical: "top", wrapText: true }, ...(column === "rows" ? {} : { numFmt: TEXT_FORMAT }) },
  }));
  sheet.addRow(MAPPING_COLUMNS);
  sheet.getRow(1).eachCell((cell) => {
    cell.font = { bold: true, color: { argb: "FFFFFFFF" } };
    cell.fill = solid(FILL.heading);
  });
  for (const line of lines) addLine(sheet, line);
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: lines.length + 1, column: COLUMNS.length } };
  Object.assign(sheet.pageSetup, A4_LANDSCAPE);
  sheet.pageSetup.printTitlesRow = "1:1";
}

function addLine(sheet: Worksheet, line: MappingLine): void {
  const cells = cellsOf(line);
  const row = sheet.addRow(COLUMNS.map((column) => (column === "rows" ? line.rows : cells[column] || null)));
  if (asksForAttention(line))
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.fill = solid(FILL.attention);
    });
  const border = { style: "thin", color: { argb: "FFC9B458" } } as const;
  const choice = row.getCell(COLUMNS.indexOf("choice") + 1);
  Object.assign(choice, { fill: solid(FILL.choice), border: { top: border, left: border, bottom: border, right: border } });
}

function addHelp(workbook: Workbook, missing: MappingSheet["missing"]): void {
  const sheet = workbook.addWorksheet("How to fill");
  sheet.columns = [{ width: 100, style: { alignment: { wrapText: true, vertical: "top" } } }];
  for (const text of howToFill(missing)) sheet.addRow([text]);
  sheet.getRow(1).font = { bold: true, size: 14 };
}

function addLists(workbook: Workbook, lists: MappingSheet["lists"]): void {
  const sheet = workbook.addWorksheet(LISTS, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = [...lists.keys()].map((header) => ({ header, width: 40, style: { numFmt: TEXT_FORMAT } }));
  sheet.getRow(1).font = { bold: true };
  [...lists.values()].forEach((entries, column) => {
    entries.forEach((entry, place) => {
      sheet.getCell(place + 2, column + 1).value = cellText(entry);
    });
  });
}

function solid(argb: string) {
  return { type: "pattern", pattern: "solid", fgColor: { argb } } as const;
}
