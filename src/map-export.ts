import { FIELD_NAMES, type Field } from "./domain/field.ts";
import type { LocalValue } from "./domain/local-value.ts";
import type { MappingSheet } from "./domain/mapping.ts";
import type { Period } from "./domain/period.ts";
import { Refusal } from "./domain/problem.ts";
import type { Register } from "./domain/register.ts";
import type { RuleBook } from "./domain/rule-book.ts";
import type { Settings } from "./domain/settings.ts";
import { headingKeys, type SourceProfile } from "./domain/source-profile.ts";
import type { SourceTable } from "./domain/source-table.ts";
import { normaliseHeading } from "./domain/words.ts";
import { type ExportFile, readExport } from "./ingest/read-export.ts";
import type { Source } from "./ingest/sources/source.ts";
import { type Mapping, valueKey } from "./mapping/mapping.ts";
import { suggestColumn, suggestDates } from "./mapping/suggest-column.ts";
import { mappingSheet, type SurveyedHeading } from "./mapping/survey.ts";
import { type Columns, findColumns, headingFinder, withoutHeadings } from "./normalise/columns.ts";
import { localValues } from "./normalise/local-values.ts";
import { profileValues, withLocalWords } from "./normalise/local-words.ts";

/** What a survey of exports needs. */
export interface SurveyJob {
  readonly period: Period;
  readonly book: RuleBook;
  readonly register: Register;
  readonly organisation: string | null;
  /** With what the earlier sheet says on top. */
  readonly settings: Settings;
  readonly sources: readonly Source[];
  readonly earlier: Mapping | null;
}

/**
 * Exports in, a mapping sheet out: what each heading and each value is read as, and what is near to those that are not.
 * @throws {Refusal} when an export cannot be read
 */
export async function mapExports(exports: readonly ExportFile[], job: SurveyJob): Promise<MappingSheet> {
  const tables: SourceTable[] = [];
  for (const one of exports) tables.push(...(await tablesOf(one, job)));
  const surveyed = tables.map((table) => survey(table, job));
  const headings = once(
    surveyed.flatMap((one) => one.headings),
    ({ heading }) => normaliseHeading(heading),
  );
  const files = [...new Set(tables.map(({ file }) => file))];
  return mappingSheet({ files, headings, values: united(surveyed.flatMap((one) => one.values)) }, job);
}

/** Read as generate would; an export without headings that are understood is read by any that look like some. */
async function tablesOf(one: ExportFile, { sources, settings, period }: SurveyJob): Promise<readonly SourceTable[]> {
  const reading = { sources, columns: settings.columns, period };
  try {
    return (await readExport(one, reading)).tables;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    try {
      return (await readExport(one, { ...reading, anyHeadings: true })).tables;
    } catch {
      throw error;
    }
  }
}

function survey(given: SourceTable, job: SurveyJob) {
  const { settings, book } = job;
  const table = withoutHeadings(given, settings.notNeeded);
  const there = new Set(table.headings.map(normaliseHeading));
  const named = new Map([...settings.columns].filter(([, heading]) => there.has(normaliseHeading(heading))));
  const { columns } = findColumns(table, named);
  const suggested = suggestions(table, columns, job);
  const speaking = speakingColumns(table);
  const readAt = new Map([
    ...speaking,
    ...[...columns].flatMap(([field, { places, orElse }]) => [...places, ...orElse].map((at) => [at, field] as const)),
  ]);
  const headings = given.headings.flatMap((heading, place): SurveyedHeading[] => {
    if (heading === "") return [];
    const rows = table.rows.filter(({ cells }) => (cells[place] ?? "").trim() !== "").length;
    const suggestion = suggested.get(place) ?? (isKnownUnneeded(heading, table.profile) ? "known to be of no use" : null);
    return [{ heading, rows, field: readAt.get(place) ?? null, suggestion }];
  });
  const all: Columns = new Map([
    ...[...suggested].map(([place, field]) => [field, { places: [place], orElse: [] }] as const),
    ...columns,
  ]);
  const words = withLocalWords(book, profileValues(table.profile), settings.values);
  return { headings, values: localValues(table, all, words) };
}

/** Columns that are not read and might be needed, by their places: each field once. */
function suggestions(table: SourceTable, columns: Columns, { sources, book }: SurveyJob): ReadonlyMap<number, Field> {
  const known = headingsOf(sources.map(({ profile }) => profile));
  const read = new Set([...columns.values()].flatMap(({ places, orElse }) => [...places, ...orElse]));
  for (const [place] of speakingColumns(table)) read.add(place);
  const taken = new Set<Field>(columns.keys());
  const found = new Map<number, Field>();
  for (const [place, heading] of table.headings.entries()) {
    if (heading === "" || read.has(place) || isKnownUnneeded(heading, table.profile)) continue;
    const field = suggestColumn({ heading, cells: cellsAt(table, place) }, known, taken, book);
    if (field === null) continue;
    found.set(place, field);
    taken.add(field);
  }
  const left = table.headings.flatMap((heading, place) =>
    heading === "" || read.has(place) || found.has(place) || isKnownUnneeded(heading, table.profile)
      ? []
      : [{ place, heading, cells: cellsAt(table, place) }],
  );
  return new Map([...found, ...suggestDates(left, taken)]);
}

/** What a system is known to have, and the return is known not to need. */
function isKnownUnneeded(heading: string, profile: SourceProfile): boolean {
  const known = new Set(profile.alsoHas.map(normaliseHeading));
  return headingKeys(heading, profile).some((key) => known.has(key));
}

function cellsAt({ rows }: SourceTable, place: number): readonly string[] {
  return rows.map(({ cells }) => cells[place] ?? "");
}

/** Columns that speak for a field in the place of its own, by their places. */
function speakingColumns(table: SourceTable): readonly (readonly [number, Field])[] {
  const placesUnder = headingFinder(table);
  return table.profile.readings.flatMap(({ column, then }) => {
    const [field] = Object.keys(then) as Field[];
    return field === undefined ? [] : column.flatMap(placesUnder).map((place) => [place, field] as const);
  });
}

function headingsOf(profiles: readonly SourceProfile[]): ReadonlyMap<Field, readonly string[]> {
  return new Map(FIELD_NAMES.map((field) => [field, profiles.flatMap(({ headings }) => headings[field] ?? [])]));
}

/** The same words in several tables are one value. */
function united(values: readonly LocalValue[]): readonly LocalValue[] {
  const all = new Map<string, LocalValue>();
  for (const value of values) {
    const key = valueKey(value.field, value.words);
    const known = all.get(key);
    all.set(key, known === undefined ? value : { ...known, rows: known.rows + value.rows });
  }
  return [...all.values()];
}

function once<T>(list: readonly T[], keyOf: (one: T) => string): readonly T[] {
  return [...new Map(list.toReversed().map((one) => [keyOf(one), one])).values()].reverse();
}
