import type { CellPlace } from "../../../domain/proforma.ts";
import { normaliseWords } from "../../../domain/words.ts";

/** A period as somebody wrote it: `2025-26`, `2025-26Q1`. */
export interface SaidPeriod {
  readonly year: string;
  readonly quarter: number | null;
}

/** Words about another year than the one of the form. */
const OTHER_YEARS = /brought forward|carried forward|previous|prior|last year|since|compare|changed|published|former/;

const YEARS = /(?<!\d)(20\d\d)\s*[-/\u2010-\u2015]\s*(?:20)?(\d\d)(?!\d|-\d)/;
const YEAR_END = /\byear (?:ending|ended|to)\b.{0,12}\bmar(?:ch)?\b\D{0,4}(20\d\d)\b/i;
const QUARTER = /\bq(?:uarter)?\s*([1-4])\b/i;

/** The period that a text names; null when it names none. */
export function periodIn(text: string): SaidPeriod | null {
  const quarter = Number(QUARTER.exec(text.replace(/(\d{2})q/i, "$1 q"))?.[1] ?? 0) || null;
  const [, first, second] = YEARS.exec(text) ?? [];
  if (first !== undefined && Number(second) === (Number(first) + 1) % 100) return { year: `${first}-${second}`, quarter };
  const [start, end] = datesIn(text);
  if (start !== undefined && end !== undefined) return periodBetween(start, end);
  const [, ended] = YEAR_END.exec(text) ?? [];
  return ended === undefined ? null : { year: yearFrom(Number(ended) - 1), quarter };
}

/** Year and month, which are all that matters of the ends of a period. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DATE =
  /(?<![\d/])(?:\d{1,2}[/.](?<m1>\d{1,2})[/.](?<y1>20\d\d)|(?<y2>20\d\d)-(?<m2>\d\d)-\d\d|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?<word>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?<y3>20\d\d))(?!\d)/gi;

/** The dates of a text, in its order. */
export function datesIn(text: string): readonly Month[] {
  return [...text.matchAll(DATE)].flatMap(({ groups = {} }) => {
    const year = Number(groups.y1 ?? groups.y2 ?? groups.y3);
    const month = groups.word === undefined ? Number(groups.m1 ?? groups.m2) : MONTHS.indexOf(groups.word.toLowerCase()) + 1;
    return month >= 1 && month <= 12 ? [{ year, month }] : [];
  });
}

/** A day as Excel counts them. */
export function monthOfSerial(serial: number): Month | null {
  if (serial < 40_000 || serial > 70_000) return null;
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}

/** April to March is a year, three months of it a quarter; anything else is no period of the return. */
export function periodBetween(start: Month, end: Month | null): SaidPeriod | null {
  const first = start.month >= 4 ? start.year : start.year - 1;
  const quarter = { 4: 1, 7: 2, 10: 3, 1: 4 }[start.month];
  if (quarter === undefined) return null;
  const year = yearFrom(first);
  if (end === null) return { year, quarter: quarter === 1 ? null : quarter };
  const months = (end.year - start.year) * 12 + end.month - start.month + 1;
  if (months === 12 && quarter === 1) return { year, quarter: null };
  return months === 3 ? { year, quarter } : null;
}

function yearFrom(first: number): string {
  return `${first}-${String((first + 1) % 100).padStart(2, "0")}`;
}

/** Whether a period that a form names is that of the run. A form of a year may be used for its quarters. */
export function agrees(said: SaidPeriod, label: string): boolean {
  if (said.quarter !== null) return label === `${said.year}Q${said.quarter}`;
  return label.slice(0, said.year.length) === said.year;
}

/** A text of the workbook that names a period. */
export interface PeriodMention {
  readonly words: string;
  /** Its cell; null for the name of a sheet, and other names. */
  readonly place: CellPlace | null;
  readonly said: SaidPeriod;
}

/** Titles and versions name the period of the form; notes and explanations may name others. */
export function mentionIn(text: string, place: CellPlace | null): readonly PeriodMention[] {
  if (text.length > 160 || OTHER_YEARS.test(normaliseWords(text))) return [];
  const said = periodIn(text);
  return said === null ? [] : [{ words: text.trim(), place, said }];
}

/** Where a form says its period, and what it says. */
export interface PeriodCell {
  readonly place: CellPlace;
  readonly words: string;
  readonly said: SaidPeriod | null;
}
