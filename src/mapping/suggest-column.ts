import { FIELD_NAMES, FIELDS, type Field } from "../domain/field.ts";
import type { UnreadColumn } from "../domain/local-value.ts";
import { readDate } from "../domain/read-date.ts";
import type { RuleBook } from "../domain/rule-book.ts";
import { normaliseWords } from "../domain/words.ts";
import hints from "./heading-hints.json" with { type: "json" };
import { hintFor } from "./hints.ts";
import { isAspect, meaningColumnOf, valueKindOf } from "./lists.ts";
import { nearness } from "./nearest.ts";

/** Headings of what is personal or free text: never suggested, so that their values are never listed. */
const PERSONAL =
  /\b(surname|forename|description|detail|details|narrative|summary|notes?|comments?|address|postcode|phone|telephone|email|mobile|nhs number|contact|handler|manager|mgr|lead|head|chief|director|by|officer|owner|investigator|staff member|physician|consultant|text|patients?|doctors?|nurse|matron|clinician|who|person|against|named|birth|born|lives?|lived|home|title|story|synopsis|background|history|message|lessons?|actions?|happened|wanted)\b/;
/** "Nurse Smith", "Dr Patel". A column with one of them has others without the title. */
const PEOPLE =
  /\b(mr|mrs|ms|miss|mx|dr|prof|professor|doctor|nurse|sister|matron|consultant|midwife|sir|lady|rev)\.?\s+\p{Lu}\p{Ll}/iu;
/** Numbers of patients, house numbers and postcodes: no names of sites. */
const NUMBERED = /\d{3}|^\d+\s|\b[a-z]{1,2}\d{1,2}[a-z]?\s*\d[a-z]{2}\b/i;
const NAMES = /\bnames?\b/;
const SITE_WORDS = /\b(site|hospital|location|unit|where|place)\b/;
const DATES: readonly Field[] = ["received", "closed", "incident", "withdrawn", "reopened", "due", "dateOfBirth"];
/** Headings that trusts use. They only ever suggest a column to a person. */
const HINTS: Readonly<Partial<Record<Field, readonly string[]>>> = hints;
/** Cells that are looked at to see what a column holds. */
const SAMPLE = 500;
const LIKE = 0.62;
const MOSTLY = 0.8;
const SOME = 0.2;
const NEARLY = 0.9;
/** The share of different cells up to which they are categories: under a heading that trusts use for them, and else. */
const DISTINCT = { known: 0.8, any: 0.5 } as const;

/** What a column that is not read might be, by its heading and by what its cells hold; null: nothing in particular. */
export function suggestColumn(
  { heading, cells }: UnreadColumn,
  headings: ReadonlyMap<Field, readonly string[]>,
  taken: ReadonlySet<Field>,
  book: RuleBook,
): Field | null {
  const words = normaliseWords(heading.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"));
  const filled = cells.slice(0, SAMPLE).filter((cell) => cell.trim() !== "");
  const forms = (field: Field): readonly string[] => [FIELDS[field], ...(headings.get(field) ?? []), ...(HINTS[field] ?? [])];
  const isKnown = FIELD_NAMES.some((field) => forms(field).some((form) => normaliseWords(form) === words));
  if (!isKnown && (PERSONAL.test(words) || (NAMES.test(words) && !SITE_WORDS.test(words)))) return null;
  let best: { field: Field; near: number } | null = null;
  for (const field of FIELD_NAMES) {
    if (taken.has(field) || !couldHold(field, filled, isKnown ? DISTINCT.known : DISTINCT.any, book)) continue;
    // Names of sites look like names of people: only the heading tells.
    if (valueKindOf(field) === "site" && (!SITE_WORDS.test(words) || filled.some((cell) => NUMBERED.test(cell)))) continue;
    const alike = Math.max(0, ...forms(field).map((one) => nearness(heading, one)));
    const known = understood(field, filled, book);
    // Whatever its heading says, a column of which nothing is understood may be somebody's names.
    const near = Math.max(alike >= LIKE && known >= SOME ? alike : 0, known >= MOSTLY ? known : 0);
    if (near > (best?.near ?? 0)) best = { field, near };
  }
  return best?.field ?? null;
}

interface DateColumn extends UnreadColumn {
  readonly place: number;
}

/** Columns of dates that no heading explains: the one that is hardly ever blank or later is when complaints came, the next when they ended. */
export function suggestDates(columns: readonly DateColumn[], taken: ReadonlySet<Field>): readonly (readonly [number, Field])[] {
  const dates = columns
    .filter(({ heading, cells }) => !/birth|dob/i.test(heading) && isDates(cells.filter((cell) => cell.trim() !== "")))
    .map(({ place, cells }) => ({
      place,
      days: cells.map((cell) => readDate(cell)).map((day) => (day.kind === "date" ? day.date : null)),
    }))
    .filter(({ days }) => days.some((day) => day !== null));
  const filled = ({ days }: (typeof dates)[number]): number => days.filter((day) => day !== null).length;
  const first = taken.has("received")
    ? undefined
    : dates.find((one) => filled(one) >= one.days.length * NEARLY && dates.every((other) => isHardlyLater(one.days, other.days)));
  const last = taken.has("closed") || first === undefined ? undefined : dates.find((one) => one !== first);
  const found: (readonly [number, Field])[] = [];
  if (first !== undefined) found.push([first.place, "received"]);
  if (last !== undefined && dates.length === 2) found.push([last.place, "closed"]);
  return found;
}

/** Exports have mistakes: a few rows do not count. */
function isHardlyLater(days: readonly (string | null)[], others: readonly (string | null)[]): boolean {
  const both = days.flatMap((day, row) => {
    const other = others[row] ?? null;
    return day === null || other === null ? [] : [day <= other];
  });
  return both.filter((earlier) => earlier).length >= both.length * NEARLY;
}

function isDates(filled: readonly string[]): boolean {
  return filled.length === 0 || filled.filter((cell) => readDate(cell).kind === "date").length / filled.length >= MOSTLY;
}

/** Dates stand under dates, references are many, categories are few. */
function couldHold(field: Field, filled: readonly string[], mostDistinct: number, book: RuleBook): boolean {
  if (filled.length === 0) return DATES.includes(field);
  const share = (test: (cell: string) => boolean): number => filled.filter(test).length / filled.length;
  const dates = share((cell) => readDate(cell).kind === "date");
  if (DATES.includes(field)) return isDates(filled);
  const distinct = new Set(filled).size / filled.length;
  if (field === "reference")
    return dates < 0.5 && distinct > 0.3 && share((cell) => cell.length <= 40 && /\d/.test(cell)) >= MOSTLY;
  if (field === "age") return share((cell) => /^\d{1,3}\b/.test(cell)) >= MOSTLY && dates < 0.5;
  if (valueKindOf(field) === null) return dates < 0.5;
  const known = knownWords(field, book);
  const isCategory = (cell: string): boolean => known?.has(normaliseWords(cell)) === true || isShort(cell);
  return dates < 0.5 && share(isCategory) >= 0.95 && (distinct <= mostDistinct || filled.length < 10);
}

/** Categories are a few words; what is longer is somebody's story, and what has a title in front somebody's name. */
function isShort(cell: string): boolean {
  return cell.length <= 60 && cell.trim().split(/\s+/).length <= 7 && !PEOPLE.test(cell);
}

/** The words that a field knows; null for one without such words. */
function knownWords(field: Field, book: RuleBook): ReadonlyMap<string, unknown> | null {
  if (isAspect(field)) return book.vocabularies[field];
  const column = meaningColumnOf(field);
  return column === null ? null : book.meanings[column];
}

/** How much of a column is words that the field knows, or that hint at one of its items; half for fields without such words. */
function understood(field: Field, filled: readonly string[], book: RuleBook): number {
  const kind = valueKindOf(field);
  if (kind === null || kind === "site") return 0.5;
  const known = knownWords(field, book);
  if (known === null || filled.length === 0) return 0;
  const isKnown = (cell: string): boolean =>
    known.has(normaliseWords(cell)) || (isAspect(field) && isMostly(hintFor(cell, field, book)?.words, cell));
  const hits = filled.filter((cell) => !/^\d/.test(cell) && !/^other$/i.test(cell.trim()) && isKnown(cell));
  // Yes and No are words of many columns: they are understood, and say nothing of which.
  const share = hits.length / filled.length;
  return meaningColumnOf(field) === "answer" ? Math.min(share, 0.5) : share;
}

/** A hint that is hardly more than a word of the cell says little of it. */
function isMostly(hint: string | undefined, cell: string): boolean {
  return hint !== undefined && hint.split(" ").length * 2 >= normaliseWords(cell).split(" ").length;
}
