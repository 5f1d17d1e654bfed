import type ExcelJS from "exceljs";
import { LAST_READY_PROVENANCE_ROW, PROVENANCE } from "../../src/workbook/bundled/layout.ts";
import { BLUE, font, ground, LINE, lines, QUIET, TEXT } from "./look.ts";

const { part, what, value, rows } = PROVENANCE.columns;
const HEADINGS = [
  [part, "Part", 22],
  [what, "What", 42],
  [value, "Value, or SHA-256 of the file", 74],
  [rows, "Rows", 10],
] as const;

/** What the figures were made from; its rows are filled with the return. */
export function provenanceSheet(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet(PROVENANCE.sheet, {
    properties: { tabColor: { argb: `FF${QUIET}` } },
    views: [{ state: "frozen", ySplit: PROVENANCE.headingRow, showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.pageSetup.printTitlesRow = `${PROVENANCE.headingRow}:${PROVENANCE.headingRow}`;
  Object.assign(sheet.getCell(1, 1), { value: "Provenance", font: font(14, BLUE, { bold: true }) });
  Object.assign(sheet.getCell(2, 1), {
    value: "What the figures of this workbook were made from. Filled when ko41a makes a return.",
    font: font(9, QUIET),
  });
  sheet.getRow(1).height = 24;
  sheet.getRow(PROVENANCE.headingRow).height = 18;
  for (const [column, text, width] of HEADINGS) {
    sheet.getColumn(column).width = width;
    const cell = sheet.getCell(PROVENANCE.headingRow, column);
    const alignment = alignmentOf(column);
    Object.assign(cell, { value: text, font: font(10, "FFFFFF", { bold: true }), fill: ground(BLUE), alignment });
  }
  for (let row = PROVENANCE.firstRow; row <= LAST_READY_PROVENANCE_ROW; row += 1) {
    for (const [column] of HEADINGS) {
      const cell = sheet.getCell(row, column);
      cell.font = font(10, column === part ? QUIET : undefined);
      cell.alignment = alignmentOf(column);
      cell.border = lines({ bottom: LINE });
    }
  }
}

function alignmentOf(column: number): Partial<ExcelJS.Alignment> {
  return column === rows ? { ...TEXT, horizontal: "right" } : TEXT;
}
