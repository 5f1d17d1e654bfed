import { type Finding, type FindingDetail, finding } from "../domain/finding.ts";
import type { Place, SourceRow, SourceTable } from "../domain/source-table.ts";
import { normaliseHeading } from "../domain/words.ts";
import type { Cells } from "./cells.ts";
import type { RowReading } from "./row.ts";
import type { RowReader } from "./row-reader.ts";

/** Every row of a table: read, refused with its reason, or no record at all. No row is lost. */
export function readTable(table: SourceTable, cells: Cells, reader: RowReader, findings: Finding[]): RowReading[] {
  return table.rows.map((row) => readRow(row, table, cells, reader, findings));
}

function readRow(row: SourceRow, table: SourceTable, cells: Cells, reader: RowReader, findings: Finding[]): RowReading {
  const place: Place =
    table.sheet === null ? { file: table.file, row: row.row } : { file: table.file, sheet: table.sheet, row: row.row };
  const written = cells.text(row, "reference").replace(/\p{Cc}/gu, "");
  const reference = NO_REFERENCE.test(written) ? "" : written;
  const refuse = (detail: FindingDetail, column?: string): RowReading => {
    // In a ragged row nobody knows which cell is the reference: it may be somebody's words.
    const known = detail.kind === "ragged-row" ? "" : reference;
    const source = column === undefined ? place : { ...place, column };
    findings.push(finding("error", detail, { reference: known || null, source }));
    return { kind: "refused", refused: { place, reference: known, rule: detail.kind } };
  };

  const text = cells.text(row, "received");
  const received = reader.received(text);
  const what = received.kind === "date" ? null : noRecord(row, table, cells, reference, text);
  if (what !== null) {
    findings.push(finding("info", { kind: "not-a-record", what }, { source: place }));
    return { kind: "no-record", noRecord: { place, what } };
  }
  if (row.cells.length !== table.width) return refuse({ kind: "ragged-row", cells: row.cells.length, headings: table.width });
  if (reference === "") return refuse({ kind: "reference-missing" }, cells.heading("reference"));
  if (received.kind === "unreadable") return refuse({ kind: "received-unreadable", value: text }, cells.heading("received"));
  if (received.kind === "implausible")
    return refuse({ kind: "implausible-date", field: "received", value: text }, cells.heading("received"));
  const date = received.kind === "date" ? received.date : null;
  return { kind: "row", row: reader.row(row, place, cells, reference, date, findings) };
}

/** What spreadsheets and databases write where there is nothing. Rows of it would all become one complaint. */
const NO_REFERENCE = /^(#(n\/a|ref!|value!|name\?|div\/0!|null!|num!)|n\/?a|null|nil|none|unknown|tbc|[-?.]+|\{\u2026\})$/i;
const TOTALS = /^(grand |sub)?\s*totals?\b/i;
const TOTAL_ALONE = /^(grand |sub)?\s*totals?\W*$/i;

/** A totals line under the records, or the headings once more, as joined exports have them. */
function noRecord(
  row: SourceRow,
  table: SourceTable,
  cells: Cells,
  reference: string,
  received: string,
): "totals" | "headings" | null {
  if (reference !== "" && normaliseHeading(reference) === normaliseHeading(cells.heading("reference"))) {
    const same = row.cells.every((cell, index) => normaliseHeading(cell) === normaliseHeading(table.headings[index] ?? ""));
    if (same) return "headings";
  }
  const first = (reference !== "" ? reference : (row.cells.find((cell) => cell.trim() !== "") ?? "")).trim();
  if (received === "") return TOTALS.test(first) ? "totals" : null;
  // The sum itself may stand under the date received.
  return TOTAL_ALONE.test(first) && /^\d[\d,. ]*$/.test(received) ? "totals" : null;
}
