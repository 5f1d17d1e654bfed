import type { Return } from "../../../domain/return.ts";
import { rowsAreLines } from "../formats.ts";
import { listed } from "../text.ts";
import { type Html, html } from "./escape.ts";

/** Where a file has more lines than records, some of its cells may hold line breaks; Excel counts such a record as one row. */
export function linesHint({ complaints, provenance: { inputs } }: Return): Html | null {
  const last = new Map<string, number>();
  for (const { source } of complaints) for (const { file, row } of source) last.set(file, Math.max(row, last.get(file) ?? 0));
  const files = inputs.filter(({ file, rows }) => rowsAreLines(file) && (last.get(file) ?? 0) > rows + 1).map(({ file }) => file);
  if (files.length === 0) return null;
  return html`<p>Rows of ${listed(files)} are lines of the file. Below a cell that holds line breaks Excel shows smaller numbers: if a row there is not the one that is meant, look for the reference, or go to the line in a text editor (in Notepad with Ctrl+G).</p>
`;
}
