import { parseAddress } from "../../package/address.ts";
import { type AttributeOf, attributesOf, scanXml, unescaped } from "../../package/scan-xml.ts";
import { type Cell, type CellFormula, cellKey, type Range, rangesOf, type SheetContent } from "./cell.ts";

/**
 * Reads the cells of a worksheet: values, formulas, formats.
 * @throws {Refusal} when the XML is not well formed
 */
export function readSheet(xml: string, sharedStrings: readonly string[]): SheetContent {
  const reader = new SheetReader(sharedStrings);
  scanXml(xml, {
    open: (tag) => reader.open(local(tag.name), attributesOf(xml, tag)),
    close: (name) => reader.close(local(name)),
    text: (start, end) => reader.text(() => unescaped(xml.slice(start, end))),
    cdata: (start, end) => reader.text(() => xml.slice(start, end)),
  });
  return reader.content();
}

export function local(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

class SheetReader {
  readonly #strings: readonly string[];
  readonly #cells = new Map<number, Cell>();
  readonly #rows = new Map<number, { readonly isFormatted: boolean }>();
  readonly #merges: Range[] = [];
  readonly #validated: Range[] = [];
  #isProtected = false;
  #row = 0;
  #column = 0;
  #type = "n";
  #style = 0;
  #formula: { kind: CellFormula["kind"]; text: string; group: string | null } | null = null;
  #value = "";
  #hasValue = false;
  #inData = false;
  #phonetic = false;
  /** What the text of the open element belongs to. */
  #into: "value" | "formula" | "ranges" | null = null;
  #ranges = "";

  constructor(strings: readonly string[]) {
    this.#strings = strings;
  }

  open(name: string, attribute: AttributeOf): void {
    switch (name) {
      case "sheetData":
        this.#inData = true;
        break;
      case "row":
        if (!this.#inData) break;
        this.#row = Number(attribute("r") ?? this.#row + 1);
        this.#column = 0;
        this.#rows.set(this.#row, { isFormatted: attribute("s") !== undefined });
        break;
      case "c":
        if (this.#inData) this.#startCell(attribute);
        break;
      case "f":
        if (!this.#inData) break;
        this.#formula = { kind: formulaKind(attribute("t")), text: "", group: attribute("si") ?? null };
        this.#into = "formula";
        break;
      case "v":
      case "t":
        if (!this.#inData || this.#phonetic) break;
        this.#into = "value";
        this.#hasValue = true;
        break;
      case "rPh":
        this.#phonetic = true;
        break;
      case "mergeCell":
        this.#merges.push(...rangesOf(attribute("ref") ?? ""));
        break;
      case "dataValidation":
        this.#validated.push(...rangesOf(attribute("sqref") ?? ""));
        break;
      case "sqref":
        this.#into = "ranges";
        this.#ranges = "";
        break;
      case "sheetProtection":
        this.#isProtected = attribute("sheet") === "1" || attribute("sheet") === "true";
        break;
    }
  }

  text(read: () => string): void {
    if (this.#into === "value") this.#value += read();
    else if (this.#into === "formula" && this.#formula !== null) this.#formula.text += read();
    else if (this.#into === "ranges") this.#ranges += read();
  }

  close(name: string): void {
    if (name === "c" && this.#inData) this.#endCell();
    else if (name === "sheetData") this.#inData = false;
    else if (name === "rPh") this.#phonetic = false;
    else if (name === "sqref") this.#validated.push(...rangesOf(this.#ranges));
    if (name !== "r") this.#into = null;
  }

  content(): SheetContent {
    return {
      cells: this.#cells,
      rows: this.#rows,
      merges: this.#merges,
      validated: this.#validated,
      isProtected: this.#isProtected,
    };
  }

  #startCell(attribute: AttributeOf): void {
    const r = attribute("r");
    this.#column = r === undefined ? this.#column + 1 : (parseAddress(r)?.column ?? this.#column + 1);
    this.#type = attribute("t") ?? "n";
    this.#style = Number(attribute("s") ?? 0);
    this.#formula = null;
    this.#value = "";
    this.#hasValue = false;
  }

  #endCell(): void {
    const cell = { row: this.#row, column: this.#column, value: this.#typed(), formula: this.#formula, style: this.#style };
    this.#cells.set(cellKey(cell.row, cell.column), cell);
  }

  #typed(): Cell["value"] {
    if (!this.#hasValue) return null;
    if (this.#type === "s") return this.#strings[Number(this.#value)] ?? null;
    if (this.#type === "b") return this.#value === "1" || this.#value === "true";
    if (this.#type !== "n") return decoded(this.#value);
    const number = Number(this.#value);
    return this.#value.trim() === "" || Number.isNaN(number) ? null : number;
  }
}

/** Characters that XML cannot hold stand as `_x000D_`. */
export function decoded(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function formulaKind(type: string | undefined): CellFormula["kind"] {
  if (type === undefined || type === "normal") return "normal";
  return type === "shared" ? "shared" : "other";
}
