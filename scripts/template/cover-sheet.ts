import type ExcelJS from "exceljs";
import type { RuleBook } from "../../src/domain/rule-book.ts";
import { COVER, FIGURES, PROVENANCE } from "../../src/workbook/bundled/layout.ts";
import { BLUE, font, ground, LINE, lines, QUIET, TEXT, WARNING, WRAPPED } from "./look.ts";

const FIELDS = [
  ["Organisation code", COVER.organisationCode],
  ["Organisation name", COVER.organisationName],
  ["Period", COVER.period],
  ["First day", COVER.firstDay],
  ["Last day", COVER.lastDay],
] as const;

const FIRST_TEXT_ROW = COVER.lastDay.row + 2;

/** What the workbook is, and for whom. */
export function coverSheet(workbook: ExcelJS.Workbook, book: RuleBook): void {
  const sheet = workbook.addWorksheet(COVER.sheet, {
    properties: { tabColor: { argb: `FF${WARNING.line}` } },
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: "portrait", fitToPage: true, fitToWidth: 1, fitToHeight: 1 },
  });
  sheet.columns = [{ width: 3 }, { width: 24 }, { width: 88 }];
  line(sheet, 2, "KO41a return", font(22, BLUE, { bold: true }), 32);
  line(sheet, 3, "Written complaints about hospital and community health services", font(12, QUIET), 20);
  warning(sheet);
  for (const [label, { row, column }] of FIELDS) {
    const cells = [sheet.getCell(row, 2), sheet.getCell(row, column)] as const;
    cells[0].value = label;
    cells[0].font = font(10, QUIET);
    cells[1].font = font(11, undefined, { bold: true });
    for (const cell of cells) Object.assign(cell, { alignment: { ...TEXT, indent: 0 }, border: lines({ bottom: LINE }) });
    sheet.getRow(row).height = 21;
  }
  notes(book).forEach(([heading, text], index) => {
    const row = FIRST_TEXT_ROW + index;
    sheet.getRow(row).height = 13 * Math.ceil(text.length / 112) + 12;
    sheet.getCell(row, 2).value = heading;
    sheet.getCell(row, 3).value = text;
    sheet.getCell(row, 2).font = font(10, BLUE, { bold: true });
    sheet.getCell(row, 3).font = font(10);
    for (const column of [2, 3]) sheet.getCell(row, column).alignment = WRAPPED;
  });
}

function line(sheet: ExcelJS.Worksheet, row: number, text: string, look: Partial<ExcelJS.Font>, height: number): void {
  Object.assign(sheet.getCell(row, 2), { value: text, font: look, alignment: { vertical: "middle" } });
  sheet.getRow(row).height = height;
}

function warning(sheet: ExcelJS.Worksheet): void {
  const cell = sheet.getCell(5, 2);
  sheet.mergeCells(5, 2, 5, 3);
  sheet.getRow(5).height = 40;
  cell.value =
    "This is not an official SDCS proforma and cannot be submitted as one. Enter its figures in the proforma that NHS England provides for the collection.";
  cell.font = font(11, WARNING.ink, { bold: true });
  cell.fill = ground(WARNING.ground);
  cell.alignment = { vertical: "middle", horizontal: "left", wrapText: true, indent: 1 };
  cell.border = lines({ left: WARNING.line, right: WARNING.line, top: WARNING.line, bottom: WARNING.line });
}

function notes({ items }: RuleBook): readonly (readonly [heading: string, text: string])[] {
  const seen = items.filter((item) => item.labelStatus === "seen").length;
  return [
    [
      "What this is",
      `A working copy of a KO41a return: sheet ${FIGURES.sheet} has one row for each site and ${items.length} figures in a row; sheet ${PROVENANCE.sheet} says what they were made from.`,
    ],
    ["Totals", "Shaded columns are formulas over the other figures of their row. They show nothing until the row has figures."],
    [
      "No overall total",
      "There is no row for the whole organisation, because NHS England makes that total itself. A row under the organisation's own code holds only complaints at places without an ODS site code.",
    ],
    [
      "Numbers and labels",
      `Item numbers are reconstructions. ${seen} of ${items.length} labels have been seen in use; those in italics are reconstructions too. Row ${FIGURES.idRow} of sheet ${FIGURES.sheet} is hidden and names each item as NHS England's published data do.`,
    ],
    [
      "Before you submit",
      "Check the figures against the validation report that was made with this workbook, and keep both with the export they came from.",
    ],
  ];
}
