import { stat } from "node:fs/promises";
import path from "node:path";
import { Refusal } from "../domain/problem.ts";
import type { ReadReturn, TracedReturn } from "../domain/read-return.ts";
import type { RuleBook } from "../domain/rule-book.ts";
import { kindOf } from "../ingest/kind.ts";
import { periodLabel } from "../rulebook/periods.ts";
import { isTraced } from "../trace/traced.ts";
import { editionFor, editionsIn } from "./editions.ts";
import { type ReadFile, readInputFiles } from "./files.ts";
import { readReturns } from "./read-returns.ts";

/**
 * A folder that generate wrote stands for the return in it.
 * @throws {Refusal} for a folder without one
 */
export async function returnFile(given: string): Promise<string> {
  const inside = path.join(given, "return.json");
  const found = (name: string) => stat(name).catch(() => null);
  if ((await found(given))?.isDirectory() !== true) return given;
  if ((await found(inside))?.isFile() === true) return inside;
  throw new Refusal({
    what: "There is no return.json in this folder.",
    where: given,
    fix: "Give the folder that ko41a generate wrote, or the file itself.",
  });
}

/** What a file is called beside another: where the names are the same, and every return is a return.json, its folder tells whose. */
export function labelOf(given: string, other = ""): string {
  const [folder, name] = [path.basename(path.dirname(given)), path.basename(given)];
  const isTold = name !== "return.json" && name !== path.basename(other);
  return isTold || [".", "..", ""].includes(folder) ? name : `${folder}/${name}`;
}

/** A return that names its complaints, with the rule book of its year. */
export interface OwnReturn {
  /** As given, or inside the folder that was given. */
  readonly file: string;
  readonly own: TracedReturn;
  readonly book: RuleBook;
}

function isJson({ file, bytes }: ReadFile): boolean {
  return ["json", "ndjson"].includes(kindOf(file, bytes));
}

/** @throws {Refusal} for anything but a return.json */
export async function readTraced(input: ReadFile, book: RuleBook): Promise<TracedReturn> {
  const [found] = isJson(input) ? await readReturns(input, book) : [];
  if (found !== undefined && isTraced(found)) return found;
  throw new Refusal({
    what: "This is no return.json, and nothing else names the complaints behind the figures.",
    where: input.file,
    fix: "Give the return.json that ko41a generate wrote beside the workbook, or the folder it is in.",
  });
}

/** @throws {Refusal} for anything but a return.json */
export async function readOwnReturn(given: string, root: string): Promise<OwnReturn> {
  const name = await returnFile(given);
  const [input] = await readInputFiles([name]);
  if (input === undefined) throw new Error("no return was read");
  const own = await readTraced({ ...input, file: labelOf(name) }, await editionFor(root, null));
  return { file: name, own, book: await bookOf(own, root) };
}

/** The rule book of a return's year; of a year that has none, the latest, which has the same items. */
export async function bookOf({ period }: ReadReturn, root: string): Promise<RuleBook> {
  const year = period === null ? undefined : periodLabel(period)?.year;
  const known = year !== undefined && (await editionsIn(root)).includes(year);
  return editionFor(root, known ? year : null);
}
