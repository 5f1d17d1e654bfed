import { addressOf } from "../../package/address.ts";
import type { Splice } from "../../package/splice.ts";
import { changeTag, type Element } from "../../package/xml.ts";
import { type CellEdit, cellXml } from "./cell-xml.ts";
import { styleOfMissingCell } from "./new-row.ts";
import { widenedSpans } from "./reach.ts";
import type { ScannedCell, ScannedRow, ScannedSheet } from "./scan-sheet.ts";

/** What changes in the XML of a row that is there: cells it has, cells it lacks, and the columns it says it uses. */
export function patchRow(
  xml: string,
  sheet: ScannedSheet,
  row: ScannedRow,
  edits: ReadonlyMap<number, CellEdit>,
): readonly Splice[] {
  const { element } = row;
  const present = row.cells.flatMap((cell) => {
    const edit = edits.get(cell.column);
    return edit === undefined ? [] : [changedCell(xml, sheet.prefix, cell, edit)];
  });
  if (present.length === edits.size) return present;
  const columns = new Set(row.cells.map((cell) => cell.column));
  const missing = [...edits.values()]
    .filter((edit) => !columns.has(edit.column) && (edit.value !== null || edit.formula !== undefined))
    .sort((a, b) => a.column - b.column);
  const inserted = missing.map((edit) => insertedCell(sheet, row, edit));
  const spans = widenedSpans(element, missing);
  if (element.selfClosing && inserted.length > 0) {
    const cells = inserted.map((piece) => piece.text).join("");
    const text = `${changeTag(element, spans, false)}${cells}</${element.name}>`;
    return [{ start: element.start, end: element.end, text }];
  }
  if (spans.spans === undefined) return [...present, ...inserted];
  return [{ start: element.start, end: element.openEnd, text: changeTag(element, spans) }, ...present, ...inserted];
}

function changedCell(xml: string, prefix: string, cell: ScannedCell, edit: CellEdit): Splice {
  const textOf = (element: Element | null): string => (element ? xml.slice(element.start, element.end) : "");
  const { start, end, attributes } = cell.element;
  const kept = { formula: textOf(cell.formula), extension: textOf(cell.extension) };
  return { start, end, text: cellXml(prefix, attributes, edit, kept) };
}

function insertedCell(sheet: ScannedSheet, { element, cells }: ScannedRow, edit: CellEdit): Splice {
  const at = cells.find((cell) => cell.column > edit.column)?.element.start ?? element.closeStart;
  const style = styleOfMissingCell(sheet, element.attributes, edit.column);
  const text = cellXml(sheet.prefix, { r: addressOf(edit.row, edit.column), ...style }, edit);
  return { start: at, end: at, text };
}
