import { FIELD_NAMES, FIELDS, type Field, NEEDED } from "../domain/field.ts";
import { type Finding, finding } from "../domain/finding.ts";
import { type Problem, Refusal } from "../domain/problem.ts";
import { headingKeys } from "../domain/source-profile.ts";
import type { SourceTable } from "../domain/source-table.ts";
import { normaliseHeading } from "../domain/words.ts";

/** Where a field stands in a table: places of columns, from 0. */
export interface Column {
  /** Several when columns share a heading. */
  readonly places: readonly number[];
  /** Read where the cells of `places` are blank. */
  readonly orElse: readonly number[];
}

export type Columns = ReadonlyMap<Field, Column>;

/** Without a column for one of these every complaint is open, or counts as Other. */
const DECIDES: ReadonlySet<Field> = new Set(["closed", "outcome", "complainant", "services", "subjects", "professions"]);

/**
 * Finds the column of each field. A heading the trust named itself wins; otherwise the best known one that is there.
 * @throws {Refusal} when a heading that the trust named is not in the table
 */
export function findColumns(
  table: SourceTable,
  named: ReadonlyMap<Field, string>,
): { readonly columns: Columns; readonly findings: readonly Finding[] } {
  const { profile } = table;
  const placesUnder = headingFinder(table);
  const columns = new Map<Field, Column>();
  const findings: Finding[] = [];
  const problems: Problem[] = [];
  const read = new Set(profile.readings.flatMap(({ column }) => column.flatMap(placesUnder)));
  const source = { file: table.file, ...(table.sheet === null ? {} : { sheet: table.sheet }), row: table.headingRow };
  for (const field of FIELD_NAMES) {
    const own = named.get(field);
    const known = own === undefined ? (profile.headings[field] ?? []) : [own];
    const [best, ...others] = distinct(known.map(placesUnder));
    if (best === undefined) {
      if (own !== undefined) problems.push(notThere(field, own, table));
      continue;
    }
    const readToo = profile.orElse.includes(field);
    columns.set(field, { places: best, orElse: readToo ? others.flat() : [] });
    for (const place of [...best, ...others.flat()]) read.add(place);
    for (const other of readToo ? [] : others) {
      const heading = headingAt(table, other);
      findings.push(finding("info", { kind: "heading-not-used", heading, used: headingAt(table, best) }, { source }));
    }
  }
  const unread = table.headings.filter((heading, place) => heading !== "" && !read.has(place));
  if (unread.length > 0) {
    const missing = NEEDED.filter((fields) => !fields.some((field) => columns.has(field))).map(([field]) => field);
    // With a column left over, something that is missing may stand in it under a heading nobody knows.
    const severity = missing.some((field) => DECIDES.has(field)) ? "warning" : "info";
    findings.push(finding(severity, { kind: "columns-not-read", headings: unread, missing }, { source }));
  }
  if (problems.length > 0) throw new Refusal(...problems);
  return { columns, findings };
}

/** A table whose columns under these headings nobody reads. */
export function withoutHeadings(table: SourceTable, notNeeded: readonly string[]): SourceTable {
  if (notNeeded.length === 0) return table;
  const dropped = new Set(notNeeded.map(normaliseHeading));
  return { ...table, headings: table.headings.map((heading) => (dropped.has(normaliseHeading(heading)) ? "" : heading)) };
}

/** The places of the columns under a heading; none when the table has no such heading. */
export function headingFinder({ headings, profile }: SourceTable): (heading: string) => readonly number[] {
  const places = new Map<string, number[]>();
  headings.forEach((heading, place) => {
    for (const key of new Set(headingKeys(heading, profile)))
      if (key !== "") places.set(key, [...(places.get(key) ?? []), place]);
  });
  return (heading) => places.get(normaliseHeading(heading)) ?? [];
}

/** Two forms of one heading lead to the same columns. */
function distinct(found: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const seen = new Set<number>();
  return found.flatMap((places) => {
    const fresh = places.filter((place) => !seen.has(place));
    for (const place of fresh) seen.add(place);
    return fresh.length === 0 ? [] : [fresh];
  });
}

function headingAt(table: SourceTable, [place]: readonly number[]): string {
  return table.headings[place ?? -1] ?? "";
}

function notThere(field: Field, heading: string, table: SourceTable): Problem {
  const there = table.headings.filter((name) => name !== "").map((name) => `"${name}"`);
  return {
    what: `ko41a.yaml or the mapping sheet says that "${FIELDS[field]}" stands under the heading "${heading}", but the export has no such heading.`,
    where: `${table.file}, row ${table.headingRow}`,
    fix: `Use one of its headings: ${there.join(", ")}. With an earlier mapping sheet, ko41a map --mapping lists what is new.`,
  };
}
