import { type Cell, type CellFormula, cellKey } from "../../../src/workbook/book/cell.ts";
import type { Book, DefinedName, Sheet } from "../../../src/workbook/book/read-book.ts";
import type { Value } from "../../../src/workbook/formula/evaluate.ts";
import { type Recalculated, recalculate } from "../../../src/workbook/formula/recalculate.ts";

/** A value, a formula that begins with "=", or both a formula and what it came to when it was saved. */
type Given = Value | { readonly formula: string; readonly saved: Value } | { readonly shared: string; readonly text?: string };

/** Cells by address. */
export type Cells = Readonly<Record<string, Given>>;

export function bookOf(sheets: Readonly<Record<string, Cells>>, names: Readonly<Record<string, string>> = {}): Book {
  return {
    workbook: "xl/workbook.xml",
    sheets: Object.entries(sheets).map(([name, cells]) => sheetOf(name, cells)),
    names: Object.entries(names).map(([name, refersTo]): DefinedName => ({ name, refersTo })),
    isUnlocked: () => false,
    hasMacros: false,
    isTemplate: false,
  };
}

function sheetOf(name: string, given: Cells): Sheet {
  const cells = Object.entries(given).map(([address, one]): [number, Cell] => {
    const { row, column } = at(address);
    return [cellKey(row, column), { row, column, style: 0, ...contentOf(one) }];
  });
  return {
    name,
    part: `xl/worksheets/${name}.xml`,
    isHidden: false,
    cells: new Map(cells),
    rows: new Map(),
    merges: [],
    validated: [],
    isProtected: false,
  };
}

function contentOf(given: Given): Pick<Cell, "value" | "formula"> {
  const formula = (kind: CellFormula["kind"], text: string, group: string | null): CellFormula => ({ kind, text, group });
  if (typeof given === "string" && given.startsWith("="))
    return { value: null, formula: formula("normal", given.slice(1), null) };
  if (given === null || typeof given !== "object") return { value: given, formula: null };
  if ("shared" in given) return { value: null, formula: formula("shared", given.text?.slice(1) ?? "", given.shared) };
  return { value: given.saved, formula: formula("normal", given.formula.slice(1), null) };
}

function at(address: string): { readonly row: number; readonly column: number } {
  const [, letters = "", row] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return { row: Number(row), column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) };
}

export function keyOf(address: string): number {
  const { row, column } = at(address);
  return cellKey(row, column);
}

/** What a formula comes to beside some cells; undefined where only a spreadsheet can tell. */
export function result(formula: string, cells: Cells = {}, names: Readonly<Record<string, string>> = {}): Value | undefined {
  const book = bookOf({ Sheet1: { ...cells, Z99: formula } }, names);
  return recalculate(book, new Map()).resultAt("Sheet1", keyOf("Z99"));
}

/** New results of a workbook, as `Sheet!A1`, after some cells of its first sheet changed. */
export function changedBy(
  book: Book,
  changes: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> & { unsettled: boolean } {
  const found = recalculated(book, changes);
  const results = [...found.results].flatMap(([sheet, values]) =>
    [...values].map(([key, value]) => [`${sheet}!${addressOf(key)}`, value] as const),
  );
  return Object.assign(Object.fromEntries(results), { unsettled: found.unsettled });
}

function recalculated(book: Book, changes: Readonly<Record<string, Value>>): Recalculated {
  const values = new Map(Object.entries(changes).map(([address, value]) => [keyOf(address), value]));
  return recalculate(book, new Map([[book.sheets[0]?.name ?? "", values]]));
}

function addressOf(key: number): string {
  const column = key % 16_384;
  return `${String.fromCharCode(64 + column)}${(key - column) / 16_384}`;
}
