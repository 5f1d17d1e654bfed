import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { fixture } from "./run.ts";

/** An export as rows of cells; the first row holds the headings. */
export type Cells = readonly (readonly string[])[];

export async function cellsOf(name: string): Promise<Cells> {
  return parse(await fixture(name), { bom: true }) as string[][];
}

interface Style {
  readonly delimiter?: string;
  readonly end?: string;
}

export function delimited(cells: Cells, { delimiter = ",", end = "\r\n" }: Style = {}): string {
  const cell = (text: string): string =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return cells.map((row) => `${row.map(cell).join(delimiter)}${end}`).join("");
}

/** Records as a system's API gives them: numbers as numbers, blanks as null, several values as a list. */
export function records(cells: Cells): readonly Readonly<Record<string, unknown>>[] {
  const [headings = [], ...rows] = cells;
  return rows.map((row) => Object.fromEntries(headings.map((heading, index) => [heading, jsonValue(row[index] ?? "")])));
}

function jsonValue(text: string): unknown {
  if (text === "") return null;
  if (/^\d{1,3}$/.test(text)) return Number(text);
  return text.includes(";") ? text.split(";").map((part) => part.trim()) : text;
}

/** A workbook as Excel saves it: a title above, dates as dates, numbers as numbers. */
export async function workbook(cells: Cells, title = "Complaints"): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Export");
  sheet.addRow([title]);
  for (const row of cells) sheet.addRow(row.map(excelValue));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function excelValue(text: string): string | number | Date | null {
  if (text === "") return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return new Date(`${text}T00:00:00Z`);
  return /^\d{1,3}$/.test(text) ? Number(text) : text;
}
