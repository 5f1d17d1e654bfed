import { type Problem, Refusal } from "../domain/problem.ts";
import type { SourceGrid, SourceRow } from "../domain/source-table.ts";
import type { DocumentRecord, Entry } from "./sources/source.ts";
import { decodeText } from "./text.ts";

type JsonRecord = Readonly<Record<string, unknown>>;

/**
 * The values of a JSON document. Of an array: rows are places in it, the first is 1; of one object a line: rows are lines.
 * An object over several lines is one value.
 * @throws {Refusal}
 */
export async function readEntries(file: string, bytes: Uint8Array): Promise<JsonEntries> {
  const text = (await decodeText(file, bytes)).replace(/^\ufeff/, "");
  if (text.trimStart().startsWith("[")) {
    const value = parseJson(text, (message) => ({
      what: `The file is not JSON: ${message}.`,
      where: file,
      fix: "Export it again.",
    })) as readonly unknown[];
    return { kind: "list", entries: value.map((one, index) => ({ row: index + 1, value: one })) };
  }
  const whole = wholeObject(text);
  if (whole !== null) return { kind: "one-object", entries: [{ row: 1, value: whole }] };
  if (/^\s*\{\s*[\r\n]/.test(text))
    parseJson(text, (message) => ({
      what: `The file is not JSON: ${message}.`,
      where: file,
      fix: "Export it again, as one array or with one object on each line.",
    }));
  return { kind: "list", entries: linesOf(file, text) };
}

/** An object that is set out over several lines; null: something else, as one object on each line. */
function wholeObject(text: string): unknown {
  if (!/[\r\n]/.test(text.trim())) return null;
  try {
    return JSON.parse(withLongNumbersAsText(text));
  } catch {
    return null;
  }
}

/** `one-object` may be a document of some system, and is no list of complaints otherwise. */
export interface JsonEntries {
  readonly kind: "list" | "one-object";
  readonly entries: readonly Entry[];
}

function linesOf(file: string, text: string): readonly Entry[] {
  const problems: Problem[] = [];
  const entries = text.split(/\r\n|\r|\n/).flatMap((line, index): Entry[] => {
    if (line.trim() === "" || line === "\ufeff") return [];
    try {
      const value = parseJson(line, (message) => ({
        what: `This line is not a JSON object: ${message}.`,
        where: `${file}, row ${index + 1}`,
        fix: "Export the complaints again, or put the line right in a text editor.",
      }));
      return [{ row: index + 1, value }];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new Refusal(...problems);
  return entries;
}

/**
 * Objects with headings as keys.
 * @throws {Refusal} when one is something else, or the document is one object and no list
 */
export function recordsOf(file: string, { kind, entries }: JsonEntries): readonly DocumentRecord[] {
  if (kind === "one-object")
    throw new Refusal({
      what: "The file holds one JSON object, not a list of complaints.",
      where: file,
      fix: "Give the array of complaints inside it, or one object on each line.",
    });
  const wrong = entries.filter(({ value }) => !isRecord(value));
  if (wrong.length > 0) throw new Refusal(...wrong.map(({ row }) => noObject(file, row)));
  return entries.flatMap(({ row, value }) => (isRecord(value) ? [{ row, record: value }] : []));
}

/** The headings are every key that occurs, in order of appearance, as the first row. */
export function gridOf(file: string, records: readonly DocumentRecord[]): SourceGrid {
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

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function noObject(file: string, row: number): Problem {
  return {
    what: "Here should be one complaint, an object with headings as keys.",
    where: `${file}, row ${row}`,
    fix: "Export the complaints again, one object each.",
  };
}

/** An id of more digits than a number of JavaScript holds would become another id: it is read as text. */
function withLongNumbersAsText(text: string): string {
  if (!/\d{16}/.test(text)) return text;
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, (token) => (token.startsWith('"') ? token : `"${token}"`));
}

function parseJson(text: string, problem: (message: string) => Problem): unknown {
  try {
    return JSON.parse(withLongNumbersAsText(text));
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
