import type { Answer, Complaint, Decision, Outcome, PatientAge } from "../domain/complaint.ts";
import type { Field } from "../domain/field.ts";
import { type Finding, type FindingDetail, finding } from "../domain/finding.ts";
import { type LocalDate, notAfter } from "../domain/local-date.ts";
import { type DateReading, readDate } from "../domain/read-date.ts";
import type { AspectColumn, Thresholds } from "../domain/rule-book.ts";
import type { SourceProfile } from "../domain/source-profile.ts";
import type { Place, SourceRow } from "../domain/source-table.ts";
import { normaliseWords, saysNothing } from "../domain/words.ts";
import { isUnknownAge, readAge } from "./ages.ts";
import { aspectReader, codeHabits, splitValues } from "./aspects.ts";
import type { Cells } from "./cells.ts";
import type { LocalWords } from "./local-words.ts";
import { once } from "./once.ts";
import type { ReadRow } from "./row.ts";
import { readSites, splitOf } from "./sites.ts";

export interface Words extends LocalWords {
  readonly thresholds: Thresholds;
  /** Whose a row is that names no organisation; null: nobody's. */
  readonly organisation: string | null;
}

/** What a reading of one row needs to know of its surroundings. */
interface Cursor {
  readonly cell: (field: Field) => string;
  readonly warn: (detail: FindingDetail, field: Field) => void;
}

type DateReceived =
  | { readonly kind: "date"; readonly date: LocalDate }
  | { readonly kind: "missing" | "unreadable" | "implausible" };

export interface RowReader {
  readonly received: (text: string) => DateReceived;
  readonly row: (
    row: SourceRow,
    place: Place,
    cells: Cells,
    reference: string,
    received: LocalDate | null,
    findings: Finding[],
  ) => ReadRow;
}

/** Reads rows into what they say, field by field. Values repeat, so each distinct text is worked out once. */
export function rowReader({ vocabularies, meanings, thresholds, organisation }: Words, profile: SourceProfile): RowReader {
  const dates = once(readDate);
  const births = once(readBirth);
  const ages = once(readAge);
  const words = once(normaliseWords);
  const aspects = (column: AspectColumn) => aspectReader(vocabularies[column], codeHabits(profile, column));
  const services = aspects("services");
  const subjects = aspects("subjects");
  const clinicalGroups = aspects("clinicalGroups");
  const specialties = aspects("specialty");
  const professions = aspects("professions");
  const complainants = aspects("complainant");
  const sites = once((key: string) => {
    const [codes = "", names = ""] = key.split("\u0000");
    return readSites(codes, names, splitOf(profile));
  });
  const noDate = new Set(thresholds.noDate);
  const isPlausible = (date: LocalDate): boolean => !noDate.has(date) && date >= thresholds.earliestDate;

  const date = (cursor: Cursor, field: Field): LocalDate | null => {
    const text = cursor.cell(field);
    if (text === "") return null;
    const reading = dates(text);
    if (reading.kind === "date" && isPlausible(reading.date)) return reading.date;
    if (reading.kind === "date") {
      if (!noDate.has(reading.date)) cursor.warn({ kind: "implausible-date", field, value: reading.date }, field);
      return null;
    }
    if (reading.kind === "unreadable") cursor.warn({ kind: "unreadable-value", field, value: text }, field);
    return null;
  };

  const meaning = <T extends string>(cursor: Cursor, field: Field, fallback: T): T => {
    const text = cursor.cell(field);
    if (text === "") return fallback;
    const found = meanings[field]?.get(words(text));
    if (found === undefined) cursor.warn({ kind: "unreadable-value", field, value: text }, field);
    return found === undefined || found === "" ? fallback : (found as T);
  };

  const outcome = (cursor: Cursor): Outcome => {
    const text = cursor.cell("outcome");
    if (text === "") return NO_OUTCOME;
    const found = meanings.outcome?.get(words(text));
    if (found === "open" || found === "") return NO_OUTCOME;
    if (found === "withdrawn") return { kind: "withdrawn" };
    if (found === "inconclusive") return { kind: "inconclusive", words: text };
    if (found === undefined) return { kind: "unrecognised", words: text };
    return DECIDED[found as Decision];
  };

  const age = (cursor: Cursor, received: LocalDate | null): PatientAge => {
    const birth = cursor.cell("dateOfBirth");
    const reading: DateReading = birth === "" ? { kind: "blank" } : births(birth);
    if (reading.kind === "date" && !noDate.has(reading.date)) {
      if (received === null && reading.twoDigitYear) return { kind: "born-some-century", on: reading.date };
      return { kind: "born", on: reading.twoDigitYear ? notAfter(reading.date, received) : reading.date };
    }
    if (reading.kind === "unreadable" && !isUnknownAge(birth))
      cursor.warn({ kind: "unreadable-value", field: "dateOfBirth", value: null }, "dateOfBirth");
    const text = cursor.cell("age");
    if (text === "") return UNKNOWN_AGE;
    const years = ages(text);
    if (years !== null) return { kind: "years", years };
    if (!isUnknownAge(text))
      cursor.warn({ kind: "unreadable-value", field: "age", value: dates(text).kind === "date" ? null : text }, "age");
    return UNKNOWN_AGE;
  };

  return {
    received: (text) => {
      const reading = dates(text);
      if (reading.kind === "blank") return { kind: "missing" };
      if (reading.kind === "unreadable") return { kind: "unreadable" };
      return isPlausible(reading.date) ? { kind: "date", date: reading.date } : { kind: "implausible" };
    },
    row: (row, place, cells, reference, received, findings) => {
      const cell = (field: Field): string => cells.text(row, field);
      const warn: Cursor["warn"] = (detail, field) => {
        findings.push(finding("warning", detail, { reference, source: { ...place, column: cells.heading(field) } }));
      };
      const cursor: Cursor = { cell, warn };
      const said = subjects(cell("subjects"));
      return {
        reference,
        source: [place],
        received,
        organisation: cell("organisation").toUpperCase() || organisation,
        recordType: meaning<Complaint["recordType"]>(cursor, "recordType", "unknown"),
        receivedBy: meaning<Complaint["receivedBy"]>(cursor, "receivedBy", "unknown"),
        closed: date(cursor, "closed"),
        incident: date(cursor, "incident"),
        withdrawn: date(cursor, "withdrawn"),
        reopened: date(cursor, "reopened"),
        outcome: outcome(cursor),
        sites: sites(`${cell("siteCode")}\u0000${cell("siteName")}`),
        age: age(cursor, received),
        complainant: complainants(cell("complainant")),
        services: services(cell("services")),
        subjects: said,
        clinicalGroups: clinicalGroups(cell("clinicalGroups")),
        specialties: specialties(cell("specialty")),
        professions: professions(cell("professions")),
        clinicalTreatment: said.clinicalTreatment,
        investigated: meaning<Answer>(cursor, "investigated", "unknown"),
        responded: meaning<Answer>(cursor, "responded", "unknown"),
        consent: meaning<Complaint["consent"]>(cursor, "consent", "unknown"),
        transferredTo: named(cell("transferredTo")),
        lead: named(cell("lead")),
        original: named(cell("original")),
        commissionedProvider: meaning<Complaint["commissionedProvider"]>(cursor, "commissionedProvider", "none"),
        approval: meaning<Complaint["approval"]>(cursor, "approval", "unknown"),
        due: date(cursor, "due"),
        overdue: meaning<Answer>(cursor, "overdue", "unknown"),
        icbScope: meaning<Complaint["icbScope"]>(
          { ...cursor, cell: (field) => splitValues(cell(field))[0] ?? "" },
          "icbScope",
          "unknown",
        ),
      };
    },
  };
}

/** A cell may hold the same date of birth twice. Two different ones are two people, and nobody knows which is the patient. */
function readBirth(text: string): DateReading {
  const whole = readDate(text);
  if (whole.kind !== "unreadable") return whole;
  const [first, ...others] = text.split(/[,;\r\n]+/).map((part) => readDate(part));
  const same = ({ kind, ...rest }: DateReading): string => JSON.stringify({ kind, ...rest });
  return first !== undefined && others.every((other) => same(other) === same(first)) ? first : whole;
}

function named(text: string): string {
  return text === "" || saysNothing(text) ? "" : text;
}

const NO_OUTCOME: Outcome = { kind: "none" };
const UNKNOWN_AGE: PatientAge = { kind: "unknown" };
const DECIDED: Readonly<Record<Decision, Outcome>> = {
  upheld: { kind: "decided", decision: "upheld" },
  "partially-upheld": { kind: "decided", decision: "partially-upheld" },
  "not-upheld": { kind: "decided", decision: "not-upheld" },
};
