import { type Cell, cellKey } from "../book/cell.ts";
import type { Book, Sheet } from "../book/read-book.ts";
import { evaluate, type Value } from "./evaluate.ts";
import { type Node, NotUnderstood, parseFormula } from "./parse.ts";
import { type Reference, referencesOf } from "./references.ts";

/** What the formulas of a workbook come to after some cells were given new values. */
export interface Recalculated {
  /** New results, by sheet and `cellKey`: only of formulas that depend on the new values. */
  readonly results: ReadonlyMap<string, ReadonlyMap<number, Value>>;
  /** What the formula of a cell comes to, whether it depends on them or not; undefined when it cannot be worked out. */
  readonly resultAt: (sheet: string, key: number) => Value | undefined;
  /** Formulas that only the spreadsheet can work out, and that may depend on the new values. */
  readonly unsettled: boolean;
}

/** New values by sheet and `cellKey`. */
export type NewValues = ReadonlyMap<string, ReadonlyMap<number, Value>>;

type Result = { readonly value: Value; readonly touched: boolean } | "unsettled";

/** References that reach further are left to the spreadsheet. */
const LARGEST_RANGE = 200_000;
/** So are formulas that wait for this many others in a row: each takes its share of the stack. */
const DEEPEST = 300;

export function recalculate(book: Book, changes: NewValues): Recalculated {
  return new Calculator(book, changes).all();
}

class Calculator {
  readonly #book: Book;
  readonly #changes: NewValues;
  readonly #sheets: ReadonlyMap<string, Sheet>;
  readonly #results = new Map<Cell, Result | "in progress">();
  readonly #parsed = new Map<string, Node | null>();
  #depth = 0;
  /** The first cell of each group of shared formulas, by sheet and group. */
  readonly #masters = new Map<string, Cell>();

  constructor(book: Book, changes: NewValues) {
    this.#book = book;
    this.#changes = changes;
    this.#sheets = new Map(book.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
    for (const sheet of book.sheets)
      for (const cell of sheet.cells.values())
        if (cell.formula?.kind === "shared" && cell.formula.text !== "")
          this.#masters.set(`${sheet.name}\n${cell.formula.group}`, cell);
  }

  all(): Recalculated {
    const results = new Map<string, Map<number, Value>>();
    let unsettled = false;
    for (const sheet of this.#book.sheets)
      for (const cell of sheet.cells.values()) {
        if (cell.formula === null) continue;
        const result = this.#result(sheet, cell);
        if (result === "unsettled") unsettled = true;
        else if (result.touched) {
          const ofSheet = results.get(sheet.name) ?? new Map<number, Value>();
          results.set(sheet.name, ofSheet.set(cellKey(cell.row, cell.column), result.value));
        }
      }
    return { results, unsettled, resultAt: (sheet, key) => this.#settledAt(sheet, key) };
  }

  #settledAt(name: string, key: number): Value | undefined {
    const sheet = this.#sheets.get(name.toLowerCase());
    const cell = sheet?.cells.get(key);
    if (sheet === undefined || cell === undefined || cell.formula === null) return undefined;
    const result = this.#result(sheet, cell);
    // What was neither worked out nor saved is not known.
    return result === "unsettled" ? undefined : (result.value ?? undefined);
  }

  #result(sheet: Sheet, cell: Cell): Result {
    const known = this.#results.get(cell);
    if (known === "in progress") return "unsettled";
    if (known !== undefined) return known;
    if (this.#depth >= DEEPEST) return "unsettled";
    this.#results.set(cell, "in progress");
    this.#depth += 1;
    const result = this.#workOut(sheet, cell);
    this.#depth -= 1;
    this.#results.set(cell, result);
    return result;
  }

  #workOut(sheet: Sheet, cell: Cell): Result {
    const { node, rows, columns } = this.#formulaOf(sheet, cell);
    if (node === null) return "unsettled";
    let touched = false;
    const cells = (ref: Reference): readonly Value[] => {
      const target = ref.sheet === null ? sheet : this.#sheets.get(ref.sheet.toLowerCase());
      if (target === undefined) throw new NotUnderstood("a sheet that is not there");
      const [top, bottom] = inOrder(moved(ref.from.row, ref.from.fixedRow, rows), moved(ref.to.row, ref.to.fixedRow, rows));
      const [left, right] = inOrder(
        moved(ref.from.column, ref.from.fixedColumn, columns),
        moved(ref.to.column, ref.to.fixedColumn, columns),
      );
      if (top < 1 || left < 1 || (bottom - top + 1) * (right - left + 1) > LARGEST_RANGE) throw new NotUnderstood("a reference");
      const values: Value[] = [];
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++) {
          const found = this.#valueAt(target, row, column);
          touched ||= found.touched;
          values.push(found.value);
        }
      return values;
    };
    const name = (text: string): Value => {
      const constant = this.#book.names.find((one) => one.name.toLowerCase() === text.toLowerCase())?.refersTo.trim();
      if (constant === undefined || !/^(-?\d+(\.\d+)?|"[^"]*")$/.test(constant)) throw new NotUnderstood(text);
      return constant.startsWith('"') ? constant.slice(1, -1) : Number(constant);
    };
    try {
      // A formula never comes to a blank: what refers to a blank cell shows 0.
      return { value: evaluate(node, { cells, name }) ?? 0, touched };
    } catch (error) {
      if (error instanceof RangeError) return "unsettled";
      if (!(error instanceof NotUnderstood)) throw error;
      const mayDepend = referencesOf(node)?.every((ref) => isReadable(() => cells(ref))) !== true || touched;
      return mayDepend ? "unsettled" : { value: cell.value, touched: false };
    }
  }

  #valueAt(sheet: Sheet, row: number, column: number): { readonly value: Value; readonly touched: boolean } {
    const key = cellKey(row, column);
    const cell = sheet.cells.get(key);
    if (cell?.formula) {
      const result = this.#result(sheet, cell);
      if (result === "unsettled" || result.value === null) throw new NotUnderstood("a formula that is not understood");
      if (isError(result.value)) throw new NotUnderstood("an error");
      return result;
    }
    const changed = this.#changes.get(sheet.name);
    if (changed?.has(key) === true) return { value: changed.get(key) ?? null, touched: true };
    if (isError(cell?.value ?? null)) throw new NotUnderstood("an error");
    return { value: cell?.value ?? null, touched: false };
  }

  #formulaOf(sheet: Sheet, cell: Cell): { readonly node: Node | null; readonly rows: number; readonly columns: number } {
    const { formula } = cell;
    const nothing = { node: null, rows: 0, columns: 0 };
    if (formula === null || formula.kind === "other") return nothing;
    if (formula.text !== "") return { node: this.#parse(formula.text), rows: 0, columns: 0 };
    const master = this.#masters.get(`${sheet.name}\n${formula.group}`);
    if (master?.formula == null) return nothing;
    return { node: this.#parse(master.formula.text), rows: cell.row - master.row, columns: cell.column - master.column };
  }

  #parse(text: string): Node | null {
    const known = this.#parsed.get(text);
    if (known !== undefined) return known;
    let node: Node | null = null;
    try {
      node = parseFormula(text);
    } catch (error) {
      // Brackets within brackets may take the whole stack.
      if (!(error instanceof NotUnderstood) && !(error instanceof RangeError)) throw error;
    }
    this.#parsed.set(text, node);
    return node;
  }
}

function isReadable(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof NotUnderstood) return false;
    throw error;
  }
}

/** What a cell shows that came to an error when the workbook was saved. */
function isError(value: Value): boolean {
  return typeof value === "string" && /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/.test(value);
}

function moved(at: number, isFixed: boolean, by: number): number {
  return isFixed ? at : at + by;
}

function inOrder(a: number, b: number): readonly [number, number] {
  return a <= b ? [a, b] : [b, a];
}
