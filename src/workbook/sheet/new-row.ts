import { addressOf } from "../../package/address.ts";
import { type Attributes, tagStart } from "../../package/xml.ts";
import { type CellEdit, cellXml } from "./cell-xml.ts";
import { widenedSpans } from "./reach.ts";
import type { ScannedRow, ScannedSheet } from "./scan-sheet.ts";

interface Style {
  readonly s?: string;
}

/** What a row lends to new rows. */
export interface RowModel {
  readonly row: ScannedRow | undefined;
  readonly styles: ReadonlyMap<number, Style>;
}

export function rowModel(row: ScannedRow | undefined): RowModel {
  return { row, styles: new Map(row?.cells.map((cell) => [cell.column, styleAlone(cell.element.attributes.s)])) };
}

/** A row that is not there yet, in the likeness of `model`: its height, and the style of its cell in each column. */
export function newRowXml(
  sheet: ScannedSheet,
  number: number,
  edits: ReadonlyMap<number, CellEdit>,
  { row, styles }: RowModel,
): string {
  const { prefix } = sheet;
  const columns = [...new Set([...styles.keys(), ...edits.keys()])].sort((a, b) => a - b);
  const attributes = row?.element.attributes ?? {};
  let cells = "";
  for (const column of columns) {
    const edit = edits.get(column) ?? { row: number, column, value: null };
    const { s } = styles.get(column) ?? styleOfMissingCell(sheet, attributes, column);
    if (edit.value === null && edit.formula === undefined && s === undefined) continue;
    const r = addressOf(number, column);
    cells += cellXml(prefix, s === undefined ? { r } : { r, s }, edit);
  }
  if (cells === "") return "";
  const spans = row ? widenedSpans(row.element, [...edits.values()]) : {};
  return `${tagStart(`${prefix}row`, { ...attributes, ...spans, r: String(number) })}>${cells}</${prefix}row>`;
}

/** A cell that is not written out looks as its row says, or else as its column says. */
export function styleOfMissingCell(sheet: ScannedSheet, row: Attributes, column: number): Style {
  if (row.s !== undefined && isTrue(row.customFormat)) return styleAlone(row.s);
  const format = sheet.columns.find(({ attributes }) => Number(attributes.min) <= column && column <= Number(attributes.max));
  return styleAlone(format?.attributes.style);
}

function styleAlone(style: string | undefined): Style {
  return style === undefined ? {} : { s: style };
}

function isTrue(flag: string | undefined): boolean {
  return flag === "1" || flag === "true";
}
