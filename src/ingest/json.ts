import { type Problem, Refusal } from "../domain/problem.ts";
import type { SourceGrid, SourceRow } from "../domain/source-table.ts";
import { decodeText } from "./text.ts";

type JsonRecord = Readonly<Record<string, unknown>>;

/**
 * A JSON array of objects: rows are places in the array, the first is 1.
 * @throws {Refusal}
 */
export async function readJsonArray(file: string, bytes: Uint8Array): Promise<SourceGrid> {
  const text = await decodeText(file, bytes);
  const value = parseJson(text, (message) => ({
    what: `The file is not JSON: ${message}.`,
    where: file,
    fix: "Export it again.",
  }));
  if (!Array.isArray(value))
    throw new Refusal({
      what: "The file holds no JSON array of complaints.",
      where: file,
      fix: "Export the complaints as CSV or .xlsx instead.",
    });
  const records = value.map((record, index) => ({ row: index + 1, record: objectAt(record, file, index + 1) }));
  return gridOf(file, records);
}

/**
 * One JSON object a line: rows are lines.
 * @throws {Refusal}
 */
export async function readNdjson(file: string, bytes: Uint8Array): Promise<SourceGrid> {
  const text = await decodeText(file, bytes);
  refuseOneObject(file, text);
  const problems: Problem[] = [];
  const records = text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    if (line.trim() === "" || line === "\ufeff") return [];
    try {
      const value = parseJson(line, (message) => ({
        what: `This line is not a JSON object: ${message}.`,
        where: `${file}, row ${index + 1}`,
        fix: "Export the complaints again, or put the line right in a text editor.",
      }));
      return [{ row: index + 1, record: objectAt(value, file, index + 1) }];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new Refusal(...problems);
  return gridOf(file, records);
}

/** An object over several lines is the array's wrapping, a return.json, or one complaint set out to be read. */
function refuseOneObject(file: string, text: string): void {
  if (!/^\s*\{\s*[\r\n]/.test(text)) return;
  throw new Refusal({
    what: "The file holds one JSON object, not a list of complaints.",
    where: file,
    fix: "Give the array of complaints inside it, or one object on each line.",
  });
}

/** The headings are every key that occurs, in order of appearance, as the first row. */
function gridOf(file: string, records: readonly { readonly row: number; readonly record: JsonRecord }[]): SourceGrid {
  const keys = [...new Set(records.flatMap(({ record }) => Object.keys(record)))];
  const rows: SourceRow[] = records.map(({ row, record }) => ({
    row,
    cells: keys.map((key) => (Object.hasOwn(record, key) ? cellOf(record[key]) : "")),
  }));
  return { file, sheet: null, rows: [{ row: 0, cells: keys }, ...rows] };
}

const UNREADABLE = "{\u2026}";

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((one) => (Array.isArray(one) ? UNREADABLE : cellOf(one))).join("\n");
  // A nested object is no value of any column: left unreadable, so that the field says so.
  if (typeof value === "object") return UNREADABLE;
  return String(value);
}

function objectAt(value: unknown, file: string, row: number): JsonRecord {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonRecord;
  throw new Refusal({
    what: "Here should be one complaint, an object with headings as keys.",
    where: `${file}, row ${row}`,
    fix: "Export the complaints again, one object each.",
  });
}

function parseJson(text: string, problem: (message: string) => Problem): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new Refusal(problem(place((error as Error).message)));
  }
}

/** The parser's own message quotes the text around the fault, which may be personal: only the position is kept. */
function place(message: string): string {
  const found = /position (\d+)(?: \(line (\d+))?/.exec(message);
  if (found?.[2] !== undefined) return `something is wrong on line ${found[2]}`;
  return found ? `something is wrong at character ${found[1]}` : "it breaks off or holds something else";
}
