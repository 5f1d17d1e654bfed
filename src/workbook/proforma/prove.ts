import { SaxesParser, type SaxesTagPlain } from "saxes";
import { parseAddress } from "../../package/address.ts";
import { type Parts, textOfPart } from "../../package/parts.ts";
import { cellKey } from "../book/cell.ts";
import type { Book, Sheet } from "../book/read-book.ts";
import { local, readSheet } from "../book/read-sheet.ts";
import { readStrings } from "../book/read-strings.ts";
import { recalculatedOnLoad } from "../book/recalculate.ts";
import type { Value } from "../formula/evaluate.ts";
import { cellCharacters } from "../sheet/cell-text.ts";

/** What was meant to change: new values by sheet and `cellKey`. */
export type Intended = ReadonlyMap<string, ReadonlyMap<number, Value>>;

/** What a comparison of two packages shows. `differences` says in words what changed that was not meant to. */
export interface Comparison {
  readonly partsUnchanged: number;
  readonly partsChanged: readonly string[];
  readonly differences: readonly string[];
}

/**
 * Compares a package before and after filling, part by part and cell by cell, by reading both anew: nothing is taken
 * from how the filling was done.
 */
export function compare(before: Parts, after: Parts, book: Book, intended: Intended, recalculates: boolean): Comparison {
  const differences: string[] = [];
  const names = [...before.keys()];
  if (names.join("\n") !== [...after.keys()].join("\n")) differences.push("the list of parts");
  const sheets = new Map(book.sheets.map((sheet) => [sheet.part, sheet]));
  const changed = names.filter((name) => !sameBytes(before.get(name), after.get(name)));
  for (const name of changed) {
    const sheet = sheets.get(name);
    const values = sheet === undefined ? undefined : intended.get(sheet.name);
    if (sheet !== undefined && values !== undefined)
      differences.push(...sheetDifferences(sheet, textOfPart(before, name), textOfPart(after, name), values));
    else if (name !== book.workbook || !recalculates || recalculatedOnLoad(textOfPart(before, name)) !== textOfPart(after, name))
      differences.push(`part ${name}`);
  }
  return { partsUnchanged: names.length - changed.length, partsChanged: changed, differences };
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
}

function sheetDifferences(sheet: Sheet, before: string, after: string, values: ReadonlyMap<number, Value>): readonly string[] {
  const differences: string[] = [];
  const old = tokensOf(before, sheet, values);
  const fresh = tokensOf(after, sheet, values);
  const at = old.findIndex((token, index) => token !== fresh[index]);
  if (at >= 0 || old.length !== fresh.length) {
    const index = at >= 0 ? at : Math.min(old.length, fresh.length);
    differences.push(`sheet ${sheet.name} near ${lastCell(old.slice(0, index + 1))}`);
  }
  const { cells } = readSheet(after, readStrings(null));
  for (const [key, value] of values) {
    if (!isSame(cells.get(key)?.value ?? null, value)) differences.push(`a value in sheet ${sheet.name}`);
  }
  for (const [key, { value }] of cells)
    if (value !== null && !sheet.cells.has(key) && !values.has(key)) differences.push(`a new value in sheet ${sheet.name}`);
  return differences;
}

/** A blank text is nothing; what no cell can hold is left out of texts. */
function isSame(found: Value, value: Value): boolean {
  if (typeof value === "string") return (found ?? "") === cellCharacters(value);
  return found === value || (value === null && found === "");
}

function lastCell(tokens: readonly string[]): string {
  return tokens.findLast((token) => token.startsWith("<c "))?.slice(0, 60) ?? "its start";
}

/** Everything of a sheet but what filling may change: values of intended cells, and what a sheet says of its own extent. */
function tokensOf(xml: string, sheet: Sheet, values: ReadonlyMap<number, Value>): readonly string[] {
  const tokenizer = new Tokenizer(sheet, values);
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  parser.on("opentag", (tag) => tokenizer.open(tag));
  parser.on("closetag", ({ name }) => tokenizer.close(local(name)));
  parser.on("text", (text) => tokenizer.text(text));
  parser.on("cdata", (text) => tokenizer.text(text));
  parser.on("comment", (text) => tokenizer.text(`<!--${text}-->`));
  parser.on("processinginstruction", ({ target, body }) => tokenizer.text(`<?${target} ${body}?>`));
  parser.write(xml).close();
  return tokenizer.tokens;
}

class Tokenizer {
  readonly tokens: string[] = [];
  readonly #values: ReadonlyMap<number, Value>;
  readonly #rows: Sheet["rows"];
  readonly #cells: Sheet["cells"];
  #row = 0;
  #column = 0;
  #rowIsNew = false;
  /** Depth inside something that is left out; 0 outside. */
  #skipped = 0;
  /** Inside an intended cell: its formula and its extensions still count. */
  #inIntended = false;
  #kept = 0;

  constructor(sheet: Sheet, values: ReadonlyMap<number, Value>) {
    this.#values = values;
    this.#cells = sheet.cells;
    this.#rows = sheet.rows;
  }

  open({ name, attributes }: SaxesTagPlain): void {
    const tag = local(name);
    if (this.#skipped > 0) {
      this.#skipped += 1;
      return;
    }
    if (this.#inIntended && this.#kept === 0 && tag !== "f" && tag !== "extLst") {
      this.#skipped = 1;
      return;
    }
    if (this.#inIntended) this.#kept += 1;
    else if (tag === "dimension") {
      this.#skipped = 1;
      return;
    } else if (tag === "row") this.#openRow(attributes);
    else if (tag === "c" && this.#openCell(attributes)) return;
    if (tag === "row" && this.#rowIsNew) return;
    const left = tag === "row" ? ["spans"] : this.#inIntended && tag === "c" ? ["t", "vm"] : [];
    this.#push(`<${name} ${attributesOf(attributes, left)}>`);
  }

  text(text: string): void {
    if (this.#skipped > 0 || (this.#inIntended && this.#kept === 0)) return;
    const last = this.tokens.length - 1;
    const before = this.tokens[last];
    // A text may come in pieces.
    if (before?.startsWith("'")) this.tokens[last] = before + text;
    else this.tokens.push(`'${text}`);
  }

  close(tag: string): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    if (this.#inIntended) {
      if (this.#kept > 0) this.#kept -= 1;
      else this.#inIntended = false;
    }
    if (tag === "row" && this.#rowIsNew) {
      this.#rowIsNew = false;
      return;
    }
    this.#push(`</${tag}>`);
  }

  #push(token: string): void {
    this.tokens.push(token);
  }

  #openRow(attributes: Readonly<Record<string, string>>): void {
    this.#row = Number(attributes.r ?? this.#row + 1);
    this.#column = 0;
    this.#rowIsNew = !this.#rows.has(this.#row);
  }

  /** True when the cell is left out altogether: it was not there before, and is meant to be or is blank in a new row. */
  #openCell(attributes: Readonly<Record<string, string>>): boolean {
    this.#column = parseAddress(attributes.r ?? "")?.column ?? this.#column + 1;
    const key = cellKey(this.#row, this.#column);
    const isIntended = this.#values.has(key);
    const isNew = !this.#cells.has(key);
    if (isNew && (isIntended || (this.#rowIsNew && attributes.t === undefined))) {
      this.#skipped = 1;
      return true;
    }
    this.#inIntended = isIntended;
    this.#kept = 0;
    return false;
  }
}

function attributesOf(attributes: Readonly<Record<string, string>>, without: readonly string[]): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => (without.includes(name) ? [] : `${name}=${JSON.stringify(value)}`))
    .join(" ");
}
