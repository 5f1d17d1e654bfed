import { cellCharacters } from "../../../package/cell-text.ts";
import { type Parts, textOfPart } from "../../../package/parts.ts";
import { cellKey } from "../../book/cell.ts";
import type { Book, Sheet } from "../../book/read-book.ts";
import { recalculatedOnLoad } from "../../book/recalculate-on-load.ts";
import type { Value } from "../../formula/evaluate.ts";
import { withoutValues } from "./without-values.ts";

/** What was meant to change: new values by sheet and `cellKey`. */
export type Intended = ReadonlyMap<string, ReadonlyMap<number, Value>>;

/** What a comparison of two packages shows. `differences` says in words what changed that was not meant to. */
export interface Comparison {
  readonly partsUnchanged: number;
  readonly partsChanged: readonly string[];
  readonly differences: readonly string[];
}

/** A package, and the workbook that was read from it. */
interface Whole {
  readonly parts: Parts;
  readonly book: Book;
}

/**
 * Compares a package before and after filling, part by part and cell by cell. Both were read from their bytes: nothing
 * is taken from how the filling was done.
 */
export function compare(before: Whole, after: Whole, intended: Intended, recalculates: boolean): Comparison {
  const differences: string[] = [];
  const names = [...before.parts.keys()];
  if (names.join("\n") !== [...after.parts.keys()].join("\n")) differences.push("the list of parts");
  const changed = names.filter((name) => !sameBytes(before.parts.get(name), after.parts.get(name)));
  for (const name of changed) {
    const sheet = before.book.sheets.find(({ part }) => part === name);
    const values = sheet === undefined ? undefined : intended.get(sheet.name);
    const fresh = after.book.sheets.find(({ part }) => part === name);
    if (!after.parts.has(name)) differences.push(`part ${name}`);
    else if (sheet !== undefined && fresh !== undefined && values !== undefined)
      differences.push(...restDifferences(sheet, values, before, after), ...valueDifferences(sheet, fresh, values));
    else if (!isFlagAlone(name, before, after, recalculates)) differences.push(`part ${name}`);
  }
  return { partsUnchanged: names.length - changed.length, partsChanged: changed, differences };
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
}

function isFlagAlone(name: string, before: Whole, after: Whole, recalculates: boolean): boolean {
  if (name !== before.book.workbook || !recalculates) return false;
  return recalculatedOnLoad(textOfPart(before.parts, name)) === textOfPart(after.parts, name);
}

/** Everything of a sheet but the values that were meant to change. */
function restDifferences(sheet: Sheet, values: ReadonlyMap<number, Value>, before: Whole, after: Whole): readonly string[] {
  const old = withoutValues(textOfPart(before.parts, sheet.part), sheet, values);
  const fresh = withoutValues(textOfPart(after.parts, sheet.part), sheet, values);
  if (old === fresh) return [];
  const at = [...old].findIndex((character, index) => character !== fresh[index]);
  const [cell = "its end"] = old.slice(0, at < 0 ? old.length : at + 40).match(/<(?:\w+:)?c [^>]*>(?!.*<(?:\w+:)?c )/s) ?? [];
  return [`sheet ${sheet.name} near ${cell.slice(0, 60)}`];
}

function valueDifferences(before: Sheet, after: Sheet, values: ReadonlyMap<number, Value>): readonly string[] {
  const differences: string[] = [];
  for (const [key, value] of values)
    if (!isSame(after.cells.get(key)?.value ?? null, value)) differences.push(`a value in sheet ${before.name}`);
  for (const { row, column, value, formula } of after.cells.values()) {
    const key = cellKey(row, column);
    if (before.cells.has(key)) continue;
    if (formula !== null) differences.push(`a new formula in sheet ${before.name}`);
    else if (value !== null && !values.has(key)) differences.push(`a new value in sheet ${before.name}`);
  }
  return differences;
}

/** A blank text is nothing; what no cell can hold is left out of texts. */
function isSame(found: Value, value: Value): boolean {
  if (typeof value === "string") return (found ?? "") === cellCharacters(value);
  return found === value || (value === null && found === "");
}
