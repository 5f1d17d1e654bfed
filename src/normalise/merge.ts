import type { Aspects } from "../domain/complaint.ts";
import type { Field } from "../domain/field.ts";
import { type Finding, finding } from "../domain/finding.ts";
import { notAfter } from "../domain/local-date.ts";
import { unite } from "./aspects.ts";
import type { ReadRow } from "./row.ts";

/** The heading the officer sees over a field. */
export type HeadingOf = (field: Field, file: string) => string;

/** Fields of which a complaint has one; rows that say nothing agree with any. */
const SINGLE: readonly [keyof ReadRow, Field, (row: ReadRow) => unknown][] = [
  ["recordType", "recordType", (row) => known(row.recordType)],
  ["receivedBy", "receivedBy", (row) => known(row.receivedBy)],
  ["received", "received", (row) => row.received],
  ["closed", "closed", (row) => row.closed],
  ["incident", "incident", (row) => row.incident],
  ["withdrawn", "withdrawn", (row) => row.withdrawn],
  ["reopened", "reopened", (row) => row.reopened],
  ["outcome", "outcome", (row) => (row.outcome.kind === "none" ? null : JSON.stringify(row.outcome))],
  ["age", "age", (row) => (row.age.kind === "unknown" ? null : JSON.stringify(row.age))],
  ["complainant", "complainant", (row) => [...row.complainant.items, ...row.complainant.unmapped].join("; ") || null],
  ["investigated", "investigated", (row) => known(row.investigated)],
  ["responded", "responded", (row) => known(row.responded)],
  ["consent", "consent", (row) => known(row.consent)],
  ["transferredTo", "transferredTo", (row) => row.transferredTo || null],
  ["lead", "lead", (row) => row.lead || null],
  ["original", "original", (row) => row.original || null],
  [
    "commissionedProvider",
    "commissionedProvider",
    (row) => (row.commissionedProvider === "none" ? null : row.commissionedProvider),
  ],
  ["approval", "approval", (row) => known(row.approval)],
  ["due", "due", (row) => row.due],
  ["overdue", "overdue", (row) => known(row.overdue)],
  ["icbScope", "icbScope", (row) => known(row.icbScope)],
];

/** Rows of one reference as one complaint: aspects and sites are united, single values come from the first row that has one. */
export function mergeRows(given: readonly [ReadRow, ...ReadRow[]], headingOf: HeadingOf, findings: Finding[]): ReadRow {
  const rows = withCentury(given);
  const [first, ...others] = rows;
  if (others.length === 0) return first;
  const merged: Record<string, unknown> = { ...first };
  for (const [key, field, value] of SINGLE) {
    const said = value(first);
    if (rows.every((row) => value(row) === said)) continue;
    const speaking = rows.filter((row) => value(row) !== null);
    if (speaking[0] !== undefined) merged[key] = speaking[0][key];
    if (new Set(speaking.map(value)).size > 1)
      findings.push(
        conflict(
          first,
          key === "age" && speaking.some(({ age }) => age.kind !== "years") ? "dateOfBirth" : field,
          speaking,
          headingOf,
        ),
      );
  }
  const all = (aspects: (row: ReadRow) => Aspects): Aspects => unite(rows.map(aspects));
  return {
    ...(merged as unknown as ReadRow),
    source: [first.source[0], ...others.map((row) => row.source[0])],
    organisation: rows.find((row) => row.organisation !== null)?.organisation ?? null,
    sites: distinctSites(rows),
    services: all((row) => row.services),
    subjects: all((row) => row.subjects),
    clinicalGroups: all((row) => row.clinicalGroups),
    specialties: all((row) => row.specialties),
    professions: all((row) => row.professions),
    clinicalTreatment: rows.some((row) => row.clinicalTreatment),
  };
}

function distinctSites(rows: readonly ReadRow[]): ReadRow["sites"] {
  const sites = rows.flatMap((row) => row.sites);
  return [...new Map(sites.map((site) => [`${site.code}\u0000${site.name}\u0000${site.primary}`, site])).values()];
}

function known<T extends string>(value: T): T | null {
  return value === "unknown" ? null : value;
}

function conflict(first: ReadRow, field: Field, rows: readonly ReadRow[], headingOf: HeadingOf): Finding {
  const [place] = (rows[0] ?? first).source;
  const source = { ...place, column: headingOf(field, place.file) };
  return finding(
    "error",
    { kind: "conflicting-rows", field, rows: rows.map((row) => row.source[0]) },
    { reference: first.reference, source },
  );
}

/** A year of birth in two digits is understood from the date received, on whichever row that stands. */
function withCentury(rows: readonly [ReadRow, ...ReadRow[]]): readonly [ReadRow, ...ReadRow[]] {
  if (!rows.some(({ age }) => age.kind === "born-some-century")) return rows;
  const received = rows.find((row) => row.received !== null)?.received ?? null;
  const [first, ...others] = rows.map((row) =>
    row.age.kind === "born-some-century" ? { ...row, age: { kind: "born" as const, on: notAfter(row.age.on, received) } } : row,
  );
  return first === undefined ? rows : [first, ...others];
}
