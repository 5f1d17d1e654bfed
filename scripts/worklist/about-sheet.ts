import type ExcelJS from "exceljs";
import { ACCEPTING } from "../../src/write/report/accepting.ts";
import { slot } from "../../src/write/worklist/about.ts";
import { SHEETS, STATUSES, WHAT, WORKLIST_COLUMNS } from "../../src/write/worklist/columns.ts";
import { BLUE, font, LINE, lines, QUIET, WRAPPED } from "../template/look.ts";

const LETTERS_A_LINE = 100;
const [TO_DO, IN_HAND, DONE, NO_CHANGE, ACCEPTED] = STATUSES;

type Line = readonly [label: string, text: string, look?: "code"];

const FACTS: readonly Line[] = [
  ["Organisation", slot("organisation")],
  ["Period", slot("period")],
  ["The return", slot("verdict")],
  [WHAT.error, slot("errors")],
  [WHAT.warning, slot("warnings")],
  [WHAT.info, slot("notes")],
  [WHAT.accepted, slot("accepted")],
];

const STEPS: readonly Line[] = [
  [
    "What the list is",
    `Every finding of one run of ko41a, one a line, in the order of work: what comes first may settle what comes later. report.html beside it says the same with the figures and the sources of the rules.`,
  ],
  [
    "Where to look",
    `“${WORKLIST_COLUMNS.file}”, “${WORKLIST_COLUMNS.sheet}”, “${WORKLIST_COLUMNS.row}” and “${WORKLIST_COLUMNS.column}” are the place in your export, “${WORKLIST_COLUMNS.reference}” is the complaint. Of a CSV, “${WORKLIST_COLUMNS.row}” is the line of the file: where cells hold line breaks Excel shows smaller numbers, so look for the reference. “${WORKLIST_COLUMNS.fix}” says how to put it right, “${WORKLIST_COLUMNS.why}” why it matters.`,
  ],
  [
    "Mark the lines",
    `“${WORKLIST_COLUMNS.status}”, “${WORKLIST_COLUMNS.who}” and “${WORKLIST_COLUMNS.notes}” are yours to fill. ${WORKLIST_COLUMNS.status} is one of: ${TO_DO}, ${IN_HAND}, ${DONE}, ${NO_CHANGE}, ${ACCEPTED}. What is settled turns grey. Filter and sort as you like.`,
  ],
  [
    "Run again",
    "Put things right in your complaints system or in the export, and run the same command again with --force at its end. What was put right is gone from the new list.",
  ],
  [
    "Keep your own copy",
    "Each run makes this list anew and replaces the file, with everything that was written in it. Save your copy under another name or in another folder, and close this file before you run again.",
  ],
  [
    "Accept a warning",
    `A warning (“${WHAT.warning}”) that is right as it is can be accepted in ko41a.yaml, by its rule and, so that no other is accepted with it, its reference, site or item. The next list has it as “${WHAT.accepted}”, with your reason. For example:`,
  ],
  ["", ACCEPTING, "code"],
  ["Errors", `An error (“${WHAT.error}”) cannot be accepted: it has to be put right.`],
  ["Who may see it", "The list names complaints by their references, as your export does. Keep it where you keep the export."],
  ["Made by", slot("madeBy")],
];

/** What the list is and how it is used; what differs from list to list is left open. */
export function aboutSheet(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet(SHEETS.about, {
    properties: { tabColor: { argb: `FF${QUIET}` } },
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: "portrait", fitToPage: true, fitToWidth: 1, fitToHeight: 1 },
  });
  sheet.columns = [{ width: 3 }, { width: 22 }, { width: 92 }];
  title(sheet, 2, "KO41a worklist", 18);
  FACTS.forEach((fact, at) => {
    line(sheet, at + 4, fact, 20, "middle");
    for (const column of [2, 3]) sheet.getCell(at + 4, column).border = lines({ bottom: LINE });
  });
  const steps = FACTS.length + 5;
  title(sheet, steps, "How to use it", 13);
  STEPS.forEach((step, at) => {
    line(sheet, steps + at + 1, step, heightOf(step), "top");
  });
}

function title(sheet: ExcelJS.Worksheet, row: number, text: string, size: number): void {
  Object.assign(sheet.getCell(row, 2), {
    value: text,
    font: font(size, BLUE, { bold: true }),
    alignment: { vertical: "middle" },
  });
  sheet.getRow(row).height = size * 2;
}

function line(
  sheet: ExcelJS.Worksheet,
  row: number,
  [label, text, look]: Line,
  height: number,
  vertical: "top" | "middle",
): void {
  const [left, right] = [sheet.getCell(row, 2), sheet.getCell(row, 3)];
  Object.assign(left, { value: label === "" ? null : label, font: font(10, BLUE, { bold: true }) });
  Object.assign(right, { value: text, font: look === "code" ? { ...font(10), name: "Courier New" } : font(10) });
  for (const cell of [left, right]) Object.assign(cell, { numFmt: "@", alignment: { ...WRAPPED, vertical } });
  sheet.getRow(row).height = height;
}

function heightOf([, text]: Line): number {
  const printed = text.split("\n").reduce((sum, part) => sum + Math.ceil(part.length / LETTERS_A_LINE), 0);
  return 13 * printed + 7;
}
