import { addDays, differenceInCalendarDays, isExists, isWeekend, subYears } from "date-fns";

/** A civil date in Europe/London, `YYYY-MM-DD`. Dates compare as strings. */
export type LocalDate = string & { readonly __brand: "LocalDate" };

/** Null when the calendar has no such day. `month` runs from 1. */
export function localDate(year: number, month: number, day: number): LocalDate | null {
  if (year < 1000 || year > 9999 || !isExists(year, month - 1, day)) return null;
  return `${year}-${pad(month)}-${pad(day)}` as LocalDate;
}

/** Reads `YYYY-MM-DD` and nothing else. */
export function isoDate(text: string): LocalDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? localDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

export function plusDays(date: LocalDate, days: number): LocalDate {
  return fromCalendar(addDays(toCalendar(date), days));
}

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return differenceInCalendarDays(toCalendar(to), toCalendar(from));
}

/** A date whose century is not known, in the latest that does not lie after `latest`; unchanged when that is not known. */
export function notAfter(date: LocalDate, latest: LocalDate | null): LocalDate {
  return latest !== null && date > latest ? fromCalendar(subYears(toCalendar(date), 100)) : date;
}

/** Completed years; somebody born on 29 February ages on 1 March of a common year. */
export function completedYears(from: LocalDate, to: LocalDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** The first day after `date` that is no weekend and no bank holiday of England and Wales. */
export function nextWorkingDay(date: LocalDate, bankHolidays: ReadonlySet<string>): LocalDate {
  let day = plusDays(date, 1);
  while (isWeekend(toCalendar(day)) || bankHolidays.has(day)) day = plusDays(day, 1);
  return day;
}

function pad(part: number): string {
  return part < 10 ? `0${part}` : String(part);
}

/** Noon, so that no zone's clock change can move the day. */
function toCalendar(date: LocalDate): Date {
  return new Date(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8)), 12);
}

function fromCalendar(date: Date): LocalDate {
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}` as LocalDate;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** `2025-05-12` as "12 May 2025"; null when the text is no such date. */
export function dateInWords(text: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? null : `${Number(day)} ${name} ${year}`;
}
