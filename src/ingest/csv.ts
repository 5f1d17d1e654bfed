import { CsvError, parse } from "csv-parse/sync";
import { Refusal } from "../domain/problem.ts";
import type { SourceGrid, SourceRow } from "../domain/source-table.ts";
import { asUtf8, encodingOf } from "./text.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;
const LINE_ENDS = ["\r\n", "\n"];
/** As old Macs wrote; looked for only where it occurs, since every kind of line end costs time. */
const LONE_RETURN = "\r";
/** What is looked at to find the separator: title rows and the first complaints. */
const SAMPLE = { bytes: 65_536, records: 60 } as const;
/** Files below this are read before anybody looks at a clock. */
const LONG = 16_000_000;

/** Called now and then with the share of the file that was read. */
export type OnProgress = (share: number) => void;

/** How much a line of cells looks like headings; 0: not at all. */
export type HeadingScore = (cells: readonly string[]) => number;

export interface Delimited {
  readonly grid: SourceGrid;
  /** Set when nothing in the file says how its letters are encoded. */
  readonly assumed: "Windows-1252" | null;
}

/**
 * Reads delimited text. The separator is the one under which a line of headings is found.
 * @throws {Refusal} when a quotation mark is never closed
 */
export async function readDelimited(
  file: string,
  bytes: Uint8Array,
  score: HeadingScore,
  onProgress: OnProgress,
): Promise<Delimited> {
  const encoding = encodingOf(file, bytes);
  const utf8 = await asUtf8(bytes, encoding);
  const text = Buffer.from(utf8.buffer, utf8.byteOffset, utf8.byteLength);
  const loneReturns = hasLoneReturns(text);
  const delimiter = findDelimiter(text, score);
  let records: string[][];
  try {
    records = parse(text, {
      ...options(delimiter, loneReturns),
      ...(text.length > LONG ? watched(text.length, onProgress) : {}),
    }) as string[][];
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal(unreadable(file, error, text, delimiter));
    throw error;
  }
  const grid: SourceGrid = { file, sheet: null, rows: withLines(records, loneReturns) };
  return { grid, assumed: encoding.kind === "assumed" ? "Windows-1252" : null };
}

function options(delimiter: string, loneReturns = true) {
  return {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: loneReturns ? [...LINE_ENDS, LONE_RETURN] : LINE_ENDS,
  };
}

function watched(length: number, onProgress: OnProgress) {
  let records = 0;
  return {
    on_record: (cells: string[], { bytes }: { bytes: number }) => {
      records += 1;
      if (records % 5000 === 0) onProgress(bytes / length);
      return cells;
    },
  };
}

/** Headings split by the wrong separator are one long cell, so the first that shows headings is the right one. */
function findDelimiter(text: Buffer, score: HeadingScore): string {
  return DELIMITERS.find((delimiter) => sample(text, delimiter).some((cells) => score(cells) > 0)) ?? ",";
}

function sample(text: Buffer, delimiter: string): string[][] {
  const records: string[][] = [];
  try {
    parse(text.subarray(0, SAMPLE.bytes), {
      ...options(delimiter),
      to: SAMPLE.records,
      on_record: (cells: string[]) => {
        records.push(cells);
        return null;
      },
    });
  } catch {
    // The sample may end inside a quoted cell; what was read before it is enough to choose by.
  }
  return records;
}

/** Records with the line each starts on, by the line breaks in the cells before it. */
function withLines(records: readonly string[][], loneReturns: boolean): SourceRow[] {
  let line = 1;
  return records.map((cells) => {
    const row = line;
    line += 1;
    for (const cell of cells) if (cell.includes("\n") || (loneReturns && cell.includes("\r"))) line += lineBreaks(cell);
    return { row, cells };
  });
}

/** Whether a carriage return ends lines without a line feed behind it, as old Macs wrote. */
function hasLoneReturns(text: Buffer): boolean {
  for (let at = text.indexOf(13); at >= 0; at = text.indexOf(13, at + 1)) if (text[at + 1] !== 10) return true;
  return false;
}

function lineBreaks(cell: string): number {
  return cell.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function unreadable(file: string, error: CsvError, text: Buffer, delimiter: string) {
  if (error.code === "CSV_QUOTE_NOT_CLOSED")
    return {
      what: "A quotation mark is opened and never closed, so the rest of the file cannot be told apart.",
      where: `${file}, row ${lastOpening(text, delimiter)}`,
      fix: 'Look for a single " in this row, remove it in the system or in a text editor, and export again.',
    };
  return { what: `The file cannot be read as a table (${error.code}).`, where: file, fix: "Export the complaints again as CSV." };
}

/** The line of the record whose quotation mark stays open: the one after the last whole record. */
function lastOpening(text: Buffer, delimiter: string): number {
  const records: string[][] = [];
  try {
    parse(text, { ...options(delimiter), on_record: (cells: string[]) => void records.push(cells) });
  } catch {
    // It fails as it did before; the records up to there are what is wanted.
  }
  const rows = withLines([...records, []], true);
  return rows.at(-1)?.row ?? 1;
}
