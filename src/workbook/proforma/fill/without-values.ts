import { parseAddress } from "../../../package/address.ts";
import { attributesOf, attributesWithout, type StartTag, scanXml } from "../../../package/scan-xml.ts";
import { cellKey } from "../../book/cell.ts";
import type { Sheet } from "../../book/read-book.ts";
import { local } from "../../book/read-sheet.ts";

/**
 * The XML of a sheet without what filling may change: the values of the cells that were meant to change, the cells and
 * rows that were not there before, and what the sheet and its rows say of their own extent.
 */
export function withoutValues(xml: string, before: Sheet, values: ReadonlyMap<number, unknown>): string {
  const remover = new Remover(xml, before, values);
  scanXml(xml, { open: (tag) => remover.open(tag), close: (name, start, end) => remover.close(local(name), start, end) });
  return remover.rest();
}

/** A cell that was meant to change, while it is read. */
interface OpenCell {
  readonly tag: StartTag;
  /** It was there before, so all but its value counts. */
  readonly wasThere: boolean;
  kept: string;
}

class Remover {
  #rest = "";
  #done = 0;
  readonly #xml: string;
  readonly #before: Sheet;
  readonly #values: ReadonlyMap<number, unknown>;
  readonly #rows: ReadonlySet<number>;
  #row = 0;
  #column = 0;
  #rowIsNew = false;
  #rowIsChanged = false;
  #cell: OpenCell | null = null;
  /** Elements open inside the cell. */
  #depth = 0;
  #childFrom = 0;

  constructor(xml: string, before: Sheet, values: ReadonlyMap<number, unknown>) {
    this.#xml = xml;
    this.#before = before;
    this.#values = values;
    this.#rows = new Set([...values.keys()].map((key) => Math.floor(key / cellKey(1, 0))));
  }

  open(tag: StartTag): void {
    if (this.#cell !== null) {
      this.#depth += 1;
      if (this.#depth === 1) this.#childFrom = tag.start;
      return;
    }
    const name = local(tag.name);
    if (name === "c") this.#openCell(tag);
    else if (name === "row") this.#openRow(tag);
    else if (name === "dimension") this.#replace(tag.start, tag.end, "");
    else if (name === "sheetData" && tag.selfClosing) this.#replace(tag.start, tag.end, `<${tag.name}></${tag.name}>`);
  }

  close(name: string, start: number, end: number): void {
    const cell = this.#cell;
    if (cell === null) {
      if (name === "row") this.#closeRow(start, end);
      return;
    }
    if (this.#depth > 0) {
      this.#depth -= 1;
      if (this.#depth === 0 && (name === "f" || name === "extLst")) cell.kept += this.#xml.slice(this.#childFrom, end);
      return;
    }
    this.#cell = null;
    this.#replace(
      cell.tag.start,
      end,
      cell.wasThere ? `<c ${attributesWithout(this.#xml, cell.tag, ["t", "vm"])}>${cell.kept}</c>` : "",
    );
  }

  #openCell(tag: StartTag): void {
    this.#column = parseAddress(attributesOf(this.#xml, tag)("r") ?? "")?.column ?? this.#column + 1;
    const key = cellKey(this.#row, this.#column);
    const wasThere = this.#before.cells.has(key);
    if (this.#values.has(key)) this.#cell = { tag, wasThere, kept: "" };
    else if (this.#rowIsNew && !wasThere && tag.selfClosing) this.#replace(tag.start, tag.end, "");
  }

  #openRow(tag: StartTag): void {
    this.#row = Number(attributesOf(this.#xml, tag)("r") ?? this.#row + 1);
    this.#column = 0;
    this.#rowIsNew = !this.#before.rows.has(this.#row);
    this.#rowIsChanged = this.#rowIsNew || this.#rows.has(this.#row);
    if (!this.#rowIsChanged) return;
    const text = this.#rowIsNew ? "" : `<row ${attributesWithout(this.#xml, tag, ["spans"])}>${tag.selfClosing ? "</row>" : ""}`;
    this.#replace(tag.start, tag.end, text);
    if (tag.selfClosing) this.#rowIsChanged = false;
  }

  #closeRow(start: number, end: number): void {
    if (this.#rowIsChanged) this.#replace(start, end, this.#rowIsNew ? "" : "</row>");
    this.#rowIsChanged = false;
  }

  /** Pieces come in the order of the text. */
  #replace(start: number, end: number, text: string): void {
    this.#rest += this.#xml.slice(this.#done, start) + text;
    this.#done = end;
  }

  rest(): string {
    return this.#rest + this.#xml.slice(this.#done);
  }
}
