import { FIELD_NAMES, FIELDS, type Field } from "../domain/field.ts";
import { type Finding, finding } from "../domain/finding.ts";
import { type Problem, Refusal } from "../domain/problem.ts";
import type { SourceTable } from "../domain/source-table.ts";
import { normaliseHeading } from "../domain/words.ts";

/** Headings a field may stand under, best first. */
export type Headings = Readonly<Record<Field, readonly string[]>>;

/** Where each field stands in a table: places of its columns, from 0. */
export type Columns = ReadonlyMap<Field, readonly number[]>;

/**
 * Finds the column of each field. A heading the trust named itself wins; otherwise the best known one that is there.
 * @throws {Refusal} when a heading that the trust named is not in the table
 */
export function findColumns(
  table: SourceTable,
  known: Headings,
  named: ReadonlyMap<Field, string>,
): { readonly columns: Columns; readonly findings: readonly Finding[] } {
  const places = new Map<string, number[]>();
  table.headings.forEach((heading, index) => {
    const key = normaliseHeading(heading);
    if (key !== "") places.set(key, [...(places.get(key) ?? []), index]);
  });
  const columns = new Map<Field, readonly number[]>();
  const findings: Finding[] = [];
  const problems: Problem[] = [];
  const read = new Set<number>();
  const source = { file: table.file, row: table.headingRow };
  for (const field of FIELD_NAMES) {
    const own = named.get(field);
    const keys = new Set((own === undefined ? known[field] : [own]).map(normaliseHeading));
    const [best, ...others] = [...keys].flatMap((key) => (places.has(key) ? [places.get(key) ?? []] : []));
    if (best === undefined) {
      if (own !== undefined) problems.push(notThere(field, own, table));
      continue;
    }
    columns.set(field, best);
    for (const place of [...best, ...others.flat()]) read.add(place);
    for (const other of others) {
      const heading = headingAt(table, other);
      findings.push(finding("info", { kind: "heading-not-used", heading, used: headingAt(table, best) }, { source }));
    }
  }
  const unread = table.headings.filter((heading, place) => heading !== "" && !read.has(place));
  if (unread.length > 0) findings.push(finding("info", { kind: "columns-not-read", headings: unread }, { source }));
  if (problems.length > 0) throw new Refusal(...problems);
  return { columns, findings };
}

function headingAt(table: SourceTable, [place]: readonly number[]): string {
  return table.headings[place ?? -1] ?? "";
}

function notThere(field: Field, heading: string, table: SourceTable): Problem {
  const there = table.headings.filter((name) => name !== "").map((name) => `"${name}"`);
  return {
    what: `ko41a.yaml says that "${FIELDS[field]}" stands under the heading "${heading}", but the export has no such heading.`,
    where: `${table.file}, row ${table.headingRow}`,
    fix: `Use one of its headings: ${there.join(", ")}.`,
  };
}
