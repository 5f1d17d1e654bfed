import type { Cell, CellValue, Worksheet } from "exceljs";
import { type Finding, finding } from "../domain/finding.ts";
import { Refusal } from "../domain/problem.ts";
import type { SourceGrid, SourceRow } from "../domain/source-table.ts";
import { guardPackage } from "./zip-guard.ts";

/** Sheet furniture that carries no values, and on which the reader is known to trip. */
const IGNORED = [
  "dataValidations",
  "conditionalFormatting",
  "drawing",
  "legacyDrawing",
  "legacyDrawingHF",
  "picture",
  "hyperlinks",
  "tableParts",
  "extLst",
  "oleObjects",
  "controls",
  "pageSetup",
];

/** A sheet as rows of text, whether it is shown in Excel or hidden. */
export interface SheetGrid extends SourceGrid {
  readonly name: string;
  readonly hidden: boolean;
}

/**
 * Reads every sheet of an Excel workbook. ExcelJS is loaded when the first workbook is read.
 * @throws {Refusal} when the package is unsafe or broken
 */
export async function readWorkbook(file: string, bytes: Uint8Array): Promise<readonly SheetGrid[]> {
  const safe = guardPackage(file, bytes);
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(safe.buffer as ArrayBuffer, { ignoreNodes: IGNORED });
  } catch {
    throw new Refusal({
      what: "The workbook cannot be read: its sheets are damaged.",
      where: file,
      fix: "Open it in Excel, save it again as .xlsx, or export the complaints as CSV.",
    });
  }
  return workbook.worksheets.map((sheet) => ({
    file,
    sheet: null,
    name: sheet.name,
    hidden: sheet.state !== "visible",
    rows: rowsOf(sheet),
  }));
}

export function hiddenSheetFinding(grid: SheetGrid): Finding {
  return finding(
    "warning",
    { kind: "hidden-sheet-left-out", sheet: grid.name },
    { source: { file: grid.file, sheet: grid.name, row: 1 } },
  );
}

function rowsOf(sheet: Worksheet): SourceRow[] {
  const width = sheet.columnCount;
  const rows: SourceRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: string[] = [];
    for (let column = 1; column <= width; column++) cells.push(textOf(row.findCell(column)));
    rows.push({ row: number, cells });
  });
  return rows;
}

/** A formula's own value drops results that are 0; its cell keeps them. */
function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  const { master } = cell;
  return valueText(master.formula === undefined ? cell.value : (master.result as CellValue));
}

function valueText(value: CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dateText(value);
  if (typeof value !== "object") return String(value);
  if ("richText" in value) return value.richText.map((run) => run.text).join("");
  if ("text" in value) return valueText(value.text as CellValue);
  if ("error" in value) return String(value.error);
  return "";
}

/** A serial date has no zone: its calendar stands in the UTC fields. A millisecond makes up for rounding. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  return new Date(date.getTime() + 1).toISOString().slice(0, 10);
}
