import { FIELDS, type Field } from "../domain/field.ts";
import { type Problem, Refusal } from "../domain/problem.ts";
import { readDate } from "../domain/read-date.ts";
import type { SourceRow, SourceTable } from "../domain/source-table.ts";
import type { Columns } from "./columns.ts";
import { type Override, type OwnText, overridesOf } from "./readings.ts";

/** Columns that may hold several values, also by standing there more than once. */
const MANY: ReadonlySet<Field> = new Set([
  "services",
  "subjects",
  "clinicalGroups",
  "specialty",
  "professions",
  "siteCode",
  "siteName",
]);

export interface Cells {
  /** The text of a field in a row; "" when the table has no such column. */
  readonly text: (row: SourceRow, field: Field) => string;
  /** The text of a field's own column, whatever other columns say of it. */
  readonly own: OwnText;
  /** The heading the officer sees over a field. */
  readonly heading: (field: Field) => string;
}

/**
 * The cells of a table by field. Two columns under one heading are united where values may be several.
 * @throws {Refusal} when two columns have the heading of a field that holds one value, and disagree
 */
export function cellsOf(table: SourceTable, columns: Columns): Cells {
  refuseContradictions(table, columns);
  const single: Partial<Record<Field, number>> = {};
  for (const [field, { places, orElse }] of columns) {
    const [place, ...others] = places;
    if (place !== undefined && others.length === 0 && orElse.length === 0) single[field] = place;
  }
  const noDates = new Set(table.profile.noDates);
  const isNoDate = (text: string): boolean => {
    const reading = noDates.size === 0 ? null : readDate(text);
    return reading?.kind === "date" && noDates.has(reading.date);
  };
  const asWritten = ({ cells }: SourceRow, field: Field): string => {
    const place = single[field];
    if (place !== undefined) return (cells[place] ?? "").trim();
    const column = columns.get(field);
    if (column === undefined) return "";
    const texts = textsAt(cells, column.places);
    if (column.orElse.length > 0 && texts.every(isNoDate)) {
      const others = textsAt(cells, column.orElse);
      return others.find((text) => !isNoDate(text)) ?? texts[0] ?? others[0] ?? "";
    }
    if (texts.length === 0) return "";
    return MANY.has(field) ? texts.join("\n") : (texts[0] ?? "");
  };
  return {
    own: asWritten,
    text: withOverrides(table, asWritten),
    heading: (field) => table.headings[columns.get(field)?.places[0] ?? -1] ?? FIELDS[field],
  };
}

/** Other columns may speak for a field. */
function withOverrides(table: SourceTable, own: OwnText): Cells["text"] {
  const overrides = overridesOf(table, own);
  if (overrides.size === 0) return own;
  return (row, field) => firstThatSpeaks(overrides.get(field), row) ?? own(row, field);
}

function firstThatSpeaks(overrides: readonly Override[] | undefined, row: SourceRow): string | null {
  for (const override of overrides ?? []) {
    const said = override(row);
    if (said !== null) return said;
  }
  return null;
}

function refuseContradictions(table: SourceTable, columns: Columns): void {
  const problems: Problem[] = [];
  for (const [field, { places }] of columns) {
    if (places.length < 2 || MANY.has(field)) continue;
    const row = table.rows.find(({ cells }) => new Set(textsAt(cells, places)).size > 1);
    if (row === undefined) continue;
    problems.push({
      what: `Columns ${places.map((place) => place + 1).join(" and ")} both have the heading "${table.headings[places[0] ?? 0]}" and say different things.`,
      where: `${table.file}, row ${row.row}`,
      fix: "Rename the one that is not meant and run again.",
    });
  }
  if (problems.length > 0) throw new Refusal(...problems);
}

function textsAt(cells: readonly string[], places: readonly number[]): string[] {
  return places.map((place) => (cells[place] ?? "").trim()).filter((text) => text !== "");
}
