import { isoDate, type LocalDate, localDate } from "./local-date.ts";

export type DateReading =
  | { readonly kind: "blank" }
  | { readonly kind: "unreadable" }
  | { readonly kind: "date"; readonly date: LocalDate; readonly twoDigitYear: boolean };

const TIME = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AaPp][Mm])?)?`;
const ZONE = String.raw`\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?`;
const WEEKDAY = "(?:mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?";
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}${ZONE}$`);
const DAY_FIRST = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})${TIME}$`);
const MONTH_NAMED = new RegExp(
  `^(?:${WEEKDAY}\\.?,? )?(\\d{1,2})(?:st|nd|rd|th)?[- /]+([A-Za-z]{3,9})\\.?[- /,]+(\\d{4}|\\d{2})${TIME}$`,
  "i",
);
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const EXCEL_SERIAL = /^(\d{5})(?:\.\d+)?$/;

const MONTHS = "january february march april may june july august september october november december".split(" ");
/** Day 0 of Excel's calendar, as every date after February 1900 counts. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

const london = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit" });

/**
 * Reads a date as people and systems in England write it: ISO, day first, with a month's name, an Excel serial.
 * An instant with a zone is the day it was in London. Never guesses: a month of 13 is unreadable.
 */
export function readDate(text: string): DateReading {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "blank" };
  return (
    yearFirst(trimmed) ??
    dayFirst(trimmed) ??
    monthNamed(trimmed) ??
    compact(trimmed) ??
    excelSerial(trimmed) ?? { kind: "unreadable" }
  );
}

function yearFirst(text: string): DateReading | null {
  const [, year, month, day, hour, minute, second, half, zone] = YEAR_FIRST.exec(text) ?? [];
  if (year === undefined || !isTime(hour, minute, second)) return null;
  // Without a time this is a date with something left over, not a zone.
  if (hour === undefined && zone !== undefined && /^[+-]\d{2}$/.test(zone)) return null;
  const date = localDate(Number(year), Number(month), Number(day));
  if (date === null || zone === undefined || hour === undefined) return reading(date);
  return reading(dayInLondon(date, hourOf(Number(hour), half), Number(minute), zone));
}

function dayFirst(text: string): DateReading | null {
  const [, day, month, year, hour, minute, second] = DAY_FIRST.exec(text) ?? [];
  if (year === undefined || !isTime(hour, minute, second)) return null;
  return reading(localDate(fullYear(year), Number(month), Number(day)), year.length === 2);
}

function monthNamed(text: string): DateReading | null {
  const [, day, name, year, hour, minute, second] = MONTH_NAMED.exec(text) ?? [];
  if (name === undefined || year === undefined || !isTime(hour, minute, second)) return null;
  const month = MONTHS.findIndex(
    (full) => full.startsWith(name.toLowerCase()) || (name.toLowerCase() === "sept" && full === "september"),
  );
  return reading(month < 0 ? null : localDate(fullYear(year), month + 1, Number(day)), year.length === 2);
}

function compact(text: string): DateReading | null {
  const [, year, month, day] = COMPACT.exec(text) ?? [];
  return year === undefined ? null : reading(localDate(Number(year), Number(month), Number(day)));
}

function excelSerial(text: string): DateReading | null {
  const [, serial] = EXCEL_SERIAL.exec(text) ?? [];
  if (serial === undefined) return null;
  return reading(isoDate(new Date(EXCEL_EPOCH + Number(serial) * DAY).toISOString().slice(0, 10)));
}

function reading(date: LocalDate | null, twoDigitYear = false): DateReading {
  return date === null ? { kind: "unreadable" } : { kind: "date", date, twoDigitYear };
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function isTime(hour = "0", minute = "0", second = "0"): boolean {
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 61;
}

/** 12 AM is midnight, 12 PM noon. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
}

function dayInLondon(date: LocalDate, hour: number, minute: number, zone: string): LocalDate | null {
  const sign = zone.startsWith("-") ? -1 : 1;
  const digits = zone.replace(/\D/g, "");
  if (Number(digits.slice(0, 2)) > 14) return null;
  const offset = digits === "" ? 0 : sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
  return isoDate(london.format(Date.parse(`${date}T00:00:00Z`) + (hour * 60 + minute - offset) * 60_000));
}
