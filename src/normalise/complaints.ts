import type { Complaint, RefusedRow } from "../domain/complaint.ts";
import { FIELDS, type Field } from "../domain/field.ts";
import { type Finding, finding } from "../domain/finding.ts";
import type { Place, SourceTable } from "../domain/source-table.ts";
import { cellsOf } from "./cells.ts";
import { findColumns, type Headings } from "./columns.ts";
import { mergeRows } from "./merge.ts";
import { readTable } from "./read-table.ts";
import { isComplaint, type NoRecord, type ReadRow, type RowReading } from "./row.ts";
import { rowReader, type Words } from "./row-reader.ts";

export interface Complaints {
  readonly complaints: readonly Complaint[];
  /** Every input row, in the order of the files. */
  readonly places: readonly Place[];
  readonly refused: readonly RefusedRow[];
  readonly noRecords: readonly NoRecord[];
  readonly findings: readonly Finding[];
}

/**
 * Rows become complaints. Rows with one reference in one organisation are one complaint;
 * a row without a date received joins the others of its reference, and is refused when none has one.
 * @throws {Refusal} when a column that the trust named is missing or two columns contradict each other
 */
export function readComplaints(
  tables: readonly SourceTable[],
  headings: Headings,
  named: ReadonlyMap<Field, string>,
  words: Words,
): Complaints {
  const findings: Finding[] = [];
  const headingOf = (field: Field): string => named.get(field) ?? FIELDS[field];
  const reader = rowReader(words);
  const readings: RowReading[] = [];
  for (const table of tables) {
    const columns = findColumns(table, headings, named);
    findings.push(...columns.findings);
    for (const reading of readTable(table, cellsOf(table, columns.columns), reader, findings)) readings.push(reading);
  }
  const refused: RefusedRow[] = [];
  const noRecords: NoRecord[] = [];
  const rows: ReadRow[] = [];
  const places: Place[] = [];
  for (const reading of readings) {
    if (reading.kind === "row") rows.push(reading.row);
    else if (reading.kind === "refused") refused.push(reading.refused);
    else noRecords.push(reading.noRecord);
    places.push(placeOf(reading));
  }
  const complaints: Complaint[] = [];
  for (const group of byReference(rows, findings)) {
    const row = mergeRows(group, headingOf, findings);
    if (isComplaint(row)) complaints.push(row);
    else
      for (const place of row.source) {
        findings.push(
          finding(
            "error",
            { kind: "received-missing" },
            { reference: row.reference, source: { ...place, column: headingOf("received") } },
          ),
        );
        refused.push({ place, reference: row.reference, rule: "received-missing" });
      }
  }
  return { complaints, places, refused, noRecords, findings };
}

type Group = [ReadRow, ...ReadRow[]];

/** Groups in order of appearance. A row without an organisation belongs to the only one its reference has elsewhere. */
function byReference(rows: readonly ReadRow[], findings: Finding[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const group = groups.get(row.reference);
    if (group === undefined) groups.set(row.reference, [row]);
    else group.push(row);
  }
  const split: Group[] = [];
  for (const group of groups.values()) {
    if (group.length === 1) split.push(group);
    else split.push(...byOrganisation(group, findings));
  }
  return split;
}

/** Two organisations may number their complaints alike. */
function byOrganisation(group: Group, findings: Finding[]): readonly Group[] {
  const codes = new Set(group.flatMap(({ organisation }) => organisation ?? []));
  if (codes.size < 2) return [group];
  const [{ reference, source }] = group;
  const rows = group.map((row) => row.source[0].row);
  findings.push(finding("warning", { kind: "conflicting-rows", field: "organisation", rows }, { reference, source: source[0] }));
  const groups = new Map<string | null, Group>();
  for (const row of group) groups.set(row.organisation, [...(groups.get(row.organisation) ?? []), row] as Group);
  return [...groups.values()];
}

function placeOf(reading: RowReading): Place {
  switch (reading.kind) {
    case "row":
      return reading.row.source[0];
    case "refused":
      return reading.refused.place;
    case "no-record":
      return reading.noRecord.place;
  }
}
