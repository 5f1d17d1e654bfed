import { type Splice, splice } from "../../package/splice.ts";
import { changeTag } from "../../package/xml.ts";
import type { CellEdit } from "./cell-xml.ts";
import { newRowXml, type RowModel, rowModel } from "./new-row.ts";
import { patchRow } from "./patch-row.ts";
import { reach, widenedDimension } from "./reach.ts";
import { type ScannedSheet, scanSheet } from "./scan-sheet.ts";

type RowEdits = ReadonlyMap<number, CellEdit>;

interface PatchOptions {
  /** A row that lends height and styles to rows that do not exist yet. */
  readonly newRowsLike?: number;
}

/**
 * Writes values into the XML of a worksheet. What is not edited stays as it is, character by character; an edited
 * cell keeps its style and its formula. Rows and cells that are missing are put where they belong.
 * When two edits name one cell, the later one holds.
 * @throws {Refusal} when the XML is no worksheet.
 */
export function patchSheet(xml: string, edits: readonly CellEdit[], { newRowsLike = 0 }: PatchOptions = {}): string {
  const byRow = editsByRow(edits);
  const sheet = scanSheet(xml, new Set(byRow.keys()), newRowsLike);
  const rowAt = new Map(sheet.rows.map((row) => [row.number, row]));
  const pieces: Splice[] = [];
  const newRows = new Map<number, RowEdits>();
  for (const [number, cells] of byRow) {
    const row = rowAt.get(number);
    if (row === undefined) newRows.set(number, cells);
    else pieces.push(...patchRow(xml, sheet, row, cells));
  }
  pieces.push(...insertRows(sheet, newRows, rowModel(rowAt.get(newRowsLike))));
  pieces.push(...widenedDimension(sheet, reach(edits)));
  return splice(xml, pieces);
}

function editsByRow(edits: readonly CellEdit[]): ReadonlyMap<number, RowEdits> {
  const byRow = new Map<number, Map<number, CellEdit>>();
  for (const edit of edits) {
    const row = byRow.get(edit.row) ?? new Map<number, CellEdit>();
    byRow.set(edit.row, row.set(edit.column, edit));
  }
  return byRow;
}

function insertRows(sheet: ScannedSheet, rows: ReadonlyMap<number, RowEdits>, model: RowModel): readonly Splice[] {
  const { data } = sheet;
  const inserted = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([number, edits]) => {
      const at = sheet.rows.find((row) => row.number > number)?.element.start ?? data.closeStart;
      return { start: at, end: at, text: newRowXml(sheet, number, edits, model) };
    });
  const text = inserted.map((piece) => piece.text).join("");
  if (!data.selfClosing || text === "") return inserted;
  const open = changeTag(data, {}, false);
  return [{ start: data.start, end: data.end, text: `${open}${text}</${data.name}>` }];
}
