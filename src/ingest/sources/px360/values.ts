import type { LocalDate } from "../../../domain/local-date.ts";
import { readDate } from "../../../domain/read-date.ts";

export type JsonRecord = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A single value as text. What is nested is nobody's value. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** The first of some keys that says something. */
export function firstText(object: JsonRecord, keys: readonly string[]): string {
  for (const key of keys) {
    const text = textOf(object[key]);
    if (text !== "") return text;
  }
  return "";
}

const NAMES = ["name", "name_en", "id"];

/** What is named by an object, by its natural key, or by a word. */
export function nameOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(" ").trim();
  return isObject(value) ? firstText(value, NAMES) : textOf(value);
}

const BIRTH_DATES = ["date_of_birth", "dob", "birth_date"];

export function birthDateOf(patient: unknown): string {
  return isObject(patient) ? firstText(patient, BIRTH_DATES) : "";
}

/** The day in London; null when there is none to read. */
export function dayOf(value: unknown): LocalDate | null {
  const reading = readDate(textOf(value));
  return reading.kind === "date" ? reading.date : null;
}

/** For putting moments in order. Django leaves out the zone where it works without zones. */
export function momentOf(value: unknown): number {
  const text = textOf(value).replace(" ", "T");
  const zoned = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/.test(text.slice(10)) ? text : `${text}Z`;
  return Date.parse(text.length > 10 ? zoned : text);
}
