import type ExcelJS from "exceljs";
import { columnName } from "../../src/package/address.ts";
import {
  COLUMNS,
  FIRST_LINE,
  LAST_ROW,
  SHEETS,
  STATUSES,
  WHAT,
  WORKLIST_COLUMNS,
  type WorklistColumn,
} from "../../src/write/worklist/columns.ts";
import { BLUE, font, ground, LINE, lines, QUIET, WARNING, WRAPPED } from "../template/look.ts";

/** What is printed is together as wide as can still be read on a page of A4. */
const WIDTHS: Readonly<Record<WorklistColumn, number>> = {
  number: 5,
  what: 10,
  status: 10,
  who: 9,
  notes: 15,
  finding: 16,
  message: 32,
  fix: 32,
  reference: 11,
  file: 12,
  sheet: 6,
  row: 6,
  column: 11,
  site: 7,
  item: 16,
  why: 30,
  rule: 16,
};
const NUMBERS: ReadonlySet<WorklistColumn> = new Set(["number", "row"]);
/** Filled by whoever works with the list. */
const TO_FILL: ReadonlySet<WorklistColumn> = new Set(["status", "who", "notes"]);
const BACKGROUND: ReadonlySet<WorklistColumn> = new Set(["number", "why", "rule"]);
/** What is typed or stands there stays text, whatever it begins with. */
const TEXT_FORMAT = "@";
const FROZEN_COLUMNS = COLUMNS.indexOf("status") + 1;
const [, , DONE, NO_CHANGE, ACCEPTED] = STATUSES;

/** The sheet of the list: its headings, and how each column looks. */
export function listSheet(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet(SHEETS.list, {
    properties: { tabColor: { argb: `FF${BLUE}` } },
    views: [{ state: "frozen", xSplit: FROZEN_COLUMNS, ySplit: 1 }],
  });
  sheet.columns = COLUMNS.map((key) => ({ key, width: WIDTHS[key], style: styleOf(key) }));
  sheet.addRow(WORKLIST_COLUMNS).eachCell((cell, at) => {
    const fill = TO_FILL.has(COLUMNS[at - 1] ?? "number") ? DARK_BLUE : BLUE;
    Object.assign(cell, { font: font(10, "FFFFFF", { bold: true }), fill: ground(fill), numFmt: TEXT_FORMAT });
    cell.alignment = { vertical: "middle", horizontal: "left", wrapText: true };
    cell.border = lines({ right: "FFFFFF" });
  });
  sheet.getRow(1).height = 30;
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: COLUMNS.length } };
  colours(sheet);
  printed(sheet);
}

const DARK_BLUE = "003087";
const AMBER = { ink: "7A4A00", ground: "FFF3D6" };
const DONE_GROUND = "F0F2F3";

function styleOf(column: WorklistColumn): Partial<ExcelJS.Style> {
  const isNumber = NUMBERS.has(column);
  return {
    numFmt: isNumber ? "0" : TEXT_FORMAT,
    font: font(BACKGROUND.has(column) ? 9 : 10, BACKGROUND.has(column) ? QUIET : undefined, { bold: column === "finding" }),
    alignment: { ...WRAPPED, horizontal: isNumber ? "center" : "left" },
    border: lines({ bottom: LINE, right: LINE }),
  };
}

/** What is settled stands back; what is to be put right stands out. Checked in this order. */
function colours(sheet: ExcelJS.Worksheet): void {
  const [what, status] = [columnName(COLUMNS.indexOf("what") + 1), columnName(COLUMNS.indexOf("status") + 1)];
  const settled = [DONE, NO_CHANGE, ACCEPTED].map((word) => `$${status}${FIRST_LINE}="${word}"`).join(",");
  const rule = (
    priority: number,
    formula: string,
    ink: string,
    under: string,
    bold: boolean,
  ): ExcelJS.ConditionalFormattingRule => ({
    type: "expression",
    formulae: [formula],
    priority,
    style: {
      font: { color: { argb: `FF${ink}` }, bold },
      fill: { type: "pattern", pattern: "solid", bgColor: { argb: `FF${under}` } },
    },
  });
  sheet.addConditionalFormatting({
    ref: `A${FIRST_LINE}:${columnName(COLUMNS.length)}${LAST_ROW}`,
    rules: [rule(1, `OR(${settled})`, QUIET, DONE_GROUND, false)],
  });
  sheet.addConditionalFormatting({
    ref: `${what}${FIRST_LINE}:${what}${LAST_ROW}`,
    rules: [
      rule(2, `$${what}${FIRST_LINE}="${WHAT.error}"`, WARNING.ink, WARNING.ground, true),
      rule(3, `$${what}${FIRST_LINE}="${WHAT.warning}"`, AMBER.ink, AMBER.ground, true),
    ],
  });
}

function printed(sheet: ExcelJS.Worksheet): void {
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: "1:1",
    margins: { left: 0.3, right: 0.3, top: 0.4, bottom: 0.5, header: 0.2, footer: 0.25 },
  } satisfies Partial<ExcelJS.PageSetup>);
  sheet.headerFooter.oddFooter = "&L&8KO41a worklist&R&8Page &P of &N";
}
