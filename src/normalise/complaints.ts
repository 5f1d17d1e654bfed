import type { Complaint, RefusedRow } from "../domain/complaint.ts";
import { FIELDS, type Field } from "../domain/field.ts";
import { type Finding, finding } from "../domain/finding.ts";
import type { SourceProfile } from "../domain/source-profile.ts";
import type { Place, SourceTable } from "../domain/source-table.ts";
import { cellsOf } from "./cells.ts";
import { findColumns, headingFinder } from "./columns.ts";
import { type HeadingOf, mergeRows } from "./merge.ts";
import { readTable } from "./read-table.ts";
import { isComplaint, type NoRecord, type ReadRow, type RowReading } from "./row.ts";
import { type RowReader, rowReader, type Words } from "./row-reader.ts";

export interface Complaints {
  readonly complaints: readonly Complaint[];
  /** Every input row, in the order of the files. */
  readonly places: readonly Place[];
  readonly refused: readonly RefusedRow[];
  readonly noRecords: readonly NoRecord[];
  readonly findings: readonly Finding[];
  /** The heading the officer sees over a field in a file. */
  readonly headingOf: HeadingOf;
}

/** What a table's system means by its words. */
export type WordsFor = (profile: SourceProfile) => Words;

/**
 * Rows become complaints. Rows with one reference in one organisation are one complaint;
 * a row without a date received joins the others of its reference, and is refused when none has one.
 * @throws {Refusal} when a column that the trust named is missing or two columns contradict each other
 */
export function readComplaints(
  tables: readonly SourceTable[],
  named: ReadonlyMap<Field, string>,
  wordsFor: WordsFor,
): Complaints {
  const findings: Finding[] = [];
  const headings = new Map<string, string>();
  const readers = new Map<SourceProfile, RowReader>();
  const readings: RowReading[] = [];
  for (const table of tables) {
    const { profile } = table;
    const reader = readers.get(profile) ?? rowReader(wordsFor(profile), profile);
    readers.set(profile, reader);
    const { columns, findings: onColumns } = findColumns(table, namedIn(table, tables, named));
    findings.push(...onColumns);
    const cells = cellsOf(table, columns);
    for (const field of columns.keys()) headings.set(`${table.file}\u0000${field}`, cells.heading(field));
    for (const reading of readTable(table, cells, reader, findings)) readings.push(reading);
  }
  const headingOf: HeadingOf = (field, file) => headings.get(`${file}\u0000${field}`) ?? named.get(field) ?? FIELDS[field];
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
            { reference: row.reference, source: { ...place, column: headingOf("received", place.file) } },
          ),
        );
        refused.push({ place, reference: row.reference, rule: "received-missing" });
      }
  }
  return { complaints, places, refused, noRecords, findings, headingOf };
}

/** A heading the trust named need not stand in every export, only in one. */
function namedIn(
  table: SourceTable,
  tables: readonly SourceTable[],
  named: ReadonlyMap<Field, string>,
): ReadonlyMap<Field, string> {
  const isIn = (heading: string, one: SourceTable): boolean => headingFinder(one)(heading).length > 0;
  return new Map([...named].filter(([, heading]) => isIn(heading, table) || !tables.some((one) => isIn(heading, one))));
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
    else for (const one of byOrganisation(group, findings)) split.push(...withoutFollowUps(one));
  }
  return split;
}

/** Two organisations may number their complaints alike. */
function byOrganisation(group: Group, findings: Finding[]): readonly Group[] {
  const codes = new Set(group.flatMap(({ organisation }) => organisation ?? []));
  if (codes.size < 2) return [group];
  const [{ reference, source }] = group;
  const rows = group.map((row) => row.source[0]);
  findings.push(finding("warning", { kind: "conflicting-rows", field: "organisation", rows }, { reference, source: source[0] }));
  const groups = new Map<string | null, Group>();
  for (const row of group) groups.set(row.organisation, [...(groups.get(row.organisation) ?? []), row] as Group);
  return [...groups.values()];
}

/** Some systems record a follow-up under the reference of its complaint: a record of its own, by the day it was received. */
function withoutFollowUps(group: Group): readonly Group[] {
  const followUps = group.filter(({ recordType }) => recordType === "follow-up");
  if (followUps.length === 0 || followUps.length === group.length) return [group];
  const groups = new Map<string, Group>();
  for (const row of group) {
    const follows = row.recordType === "follow-up";
    const key = follows ? `follow-up ${row.received}` : "complaint";
    groups.set(key, [...(groups.get(key) ?? []), follows ? { ...row, original: row.reference } : row] as Group);
  }
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
