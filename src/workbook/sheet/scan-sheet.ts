import { Refusal } from "../../domain/problem.ts";
import { parseAddress } from "../../package/address.ts";
import { type Element, prefixOf, walkXml } from "../../package/xml.ts";

export interface ScannedCell {
  readonly column: number;
  readonly element: Element;
  formula: Element | null;
  extension: Element | null;
}

export interface ScannedRow {
  readonly number: number;
  readonly element: Element;
  /** In order; empty unless the row was asked for. */
  readonly cells: ScannedCell[];
}

/** Where the rows and cells of a sheet stand in its XML. */
export interface ScannedSheet {
  /** What stands before element names, such as `x:`; mostly nothing. */
  readonly prefix: string;
  readonly dimension: Element | null;
  readonly data: Element;
  /** In order, as far as the sheet was read. */
  readonly rows: readonly ScannedRow[];
  /** Column formats, for cells that do not exist yet. */
  readonly columns: readonly Element[];
}

/**
 * Finds the rows of a sheet, and the cells of the `wanted` ones. Reading ends behind the last wanted row; when one of
 * them is missing, behind `model`, the row that is to lend it its looks.
 * @throws {Refusal} when the part is no worksheet.
 */
export function scanSheet(xml: string, wanted: ReadonlySet<number>, model = 0): ScannedSheet {
  const scanner = new Scanner(wanted, model);
  walkXml(xml, { opened: (element) => scanner.opened(element), enough: () => scanner.enough() });
  const { prefix, dimension, data, rows, columns } = scanner;
  if (data === null) throw new Refusal({ what: "a sheet of the workbook holds no cells" });
  return { prefix, dimension, data, rows, columns };
}

class Scanner {
  prefix = "";
  dimension: Element | null = null;
  data: Element | null = null;
  readonly rows: ScannedRow[] = [];
  readonly columns: Element[] = [];
  readonly #wanted: ReadonlySet<number>;
  readonly #model: number;
  readonly #last: number;
  #missing: number;

  constructor(wanted: ReadonlySet<number>, model: number) {
    this.#wanted = wanted;
    this.#model = model;
    this.#last = Math.max(0, ...wanted);
    this.#missing = wanted.size;
  }

  enough(): boolean {
    const reached = this.rows.at(-1)?.number ?? 0;
    return reached > this.#last && (this.#missing === 0 || reached > this.#model);
  }

  opened(element: Element): void {
    const { parent } = element;
    if (parent === null) this.prefix = prefixOf(element);
    const name = element.name.startsWith(this.prefix) ? element.name.slice(this.prefix.length) : "";
    const row = this.rows.at(-1);
    const cell = row?.cells.at(-1);
    if (parent === null) return;
    if (cell?.element === parent) {
      if (name === "f") cell.formula = element;
      else if (name === "extLst") cell.extension = element;
    } else if (row?.element === parent) {
      if (name === "c") this.#cell(row, element);
    } else if (this.data === parent) {
      if (name === "row") this.#row(element);
    } else if (parent.parent === null) {
      if (name === "sheetData") this.data = element;
      else if (name === "dimension") this.dimension = element;
    } else if (name === "col") this.columns.push(element);
  }

  /** Rows and cells that do not say where they stand follow the one before. */
  #row(element: Element): void {
    const number = Number(element.attributes.r ?? (this.rows.at(-1)?.number ?? 0) + 1);
    if (this.#wanted.has(number)) this.#missing -= 1;
    this.rows.push({ number, element, cells: [] });
  }

  #cell({ number, cells }: ScannedRow, element: Element): void {
    if (number !== this.#model && !this.#wanted.has(number)) return;
    const named = parseAddress(element.attributes.r ?? "")?.column;
    cells.push({ column: named ?? (cells.at(-1)?.column ?? 0) + 1, element, formula: null, extension: null });
  }
}
