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
  /\b(surname|forename|description|detail|details|narrative|summary|notes?|comments?|address|postcode|phone|telephone|email|mobile|nhs number|contact|handler|manager|mgr|lead|head|chief|director|by|officer|owner|investigator|staff member|physician|consultant|text)\b/;
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

/** What a column that is not read might be, by its heading and by what its cells hold; null: nothing in particular. */
export function suggestColumn(
  { heading, cells }: UnreadColumn,
  headings: ReadonlyMap<Field, readonly string[]>,
  taken: ReadonlySet<Field>,
  book: RuleBook,
): Field | null {
  const words = normaliseWords(heading.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"));
  const filled = cells.slice(0, SAMPLE).filter((cell) => cell.trim() !== "");
  if (PERSONAL.test(words) || (NAMES.test(words) && !SITE_WORDS.test(words))) return null;
  let best: { field: Field; near: number } | null = null;
  for (const field of FIELD_NAMES) {
    if (taken.has(field) || !couldHold(field, filled)) continue;
    // Names of sites look like names of people: only the heading tells.
    if (valueKindOf(field) === "site" && !SITE_WORDS.test(words)) continue;
    const forms = [FIELDS[field], ...(headings.get(field) ?? []), ...(HINTS[field] ?? [])];
    const alike = Math.max(0, ...forms.map((one) => nearness(heading, one)));
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
    .filter(
      ({ heading, cells }) =>
        !/birth|dob/i.test(heading) &&
        couldHold(
          "received",
          cells.filter((cell) => cell.trim() !== ""),
        ),
    )
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

/** Dates stand under dates, references are many, categories are few. */
function couldHold(field: Field, filled: readonly string[]): boolean {
  if (filled.length === 0) return DATES.includes(field);
  const share = (test: (cell: string) => boolean): number => filled.filter(test).length / filled.length;
  const dates = share((cell) => readDate(cell).kind === "date");
  if (DATES.includes(field)) return dates >= MOSTLY;
  const distinct = new Set(filled).size / filled.length;
  if (field === "reference")
    return dates < 0.5 && distinct > 0.3 && share((cell) => cell.length <= 40 && /\d/.test(cell)) >= MOSTLY;
  if (field === "age") return share((cell) => /^\d{1,3}\b/.test(cell)) >= MOSTLY && dates < 0.5;
  if (valueKindOf(field) === null) return dates < 0.5;
  return dates < 0.5 && share(isCategory) >= 0.95 && (distinct <= 0.5 || filled.length < 40);
}

/** Categories are a few words; what is longer is somebody's story. */
function isCategory(cell: string): boolean {
  return cell.length <= 100 && cell.trim().split(/\s+/).length <= 12;
}

/** How much of a column is words that the field knows, or that hint at one of its items; half for fields without such words. */
function understood(field: Field, filled: readonly string[], book: RuleBook): number {
  const kind = valueKindOf(field);
  if (kind === null || kind === "site") return 0.5;
  const column = meaningColumnOf(field);
  const known: ReadonlyMap<string, unknown> | null = isAspect(field)
    ? book.vocabularies[field]
    : column === null
      ? null
      : book.meanings[column];
  if (known === null || filled.length === 0) return 0;
  const isKnown = (cell: string): boolean =>
    known.has(normaliseWords(cell)) || (isAspect(field) && hintFor(cell, field, book) !== null);
  const hits = filled.filter((cell) => !/^\d/.test(cell) && !/^other$/i.test(cell.trim()) && isKnown(cell));
  // Yes and No are words of many columns: they are understood, and say nothing of which.
  const share = hits.length / filled.length;
  return column === "answer" ? Math.min(share, 0.5) : share;
}
