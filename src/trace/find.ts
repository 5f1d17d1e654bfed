import type { Item } from "../domain/item.ts";
import { type Problem, Refusal } from "../domain/problem.ts";
import type { ReadReturn } from "../domain/read-return.ts";
import type { SiteRow, TracedComplaint } from "../domain/return.ts";
import { normaliseHeading, normaliseWords } from "../domain/words.ts";
import { nearest } from "./nearest.ts";

/** Every record under one reference. */
type Records = readonly [TracedComplaint, ...TracedComplaint[]];

/**
 * An item by its id, its number or its label.
 * @throws {Refusal} with the nearest ones
 */
export function findItem(typed: string, items: readonly Item[]): Item {
  const wanted = normaliseHeading(typed);
  const number = typed.trim().replace(",", ".");
  const exact = items.find((item) => item.number === number) ?? items.find((item) => normaliseHeading(item.id) === wanted);
  if (exact !== undefined) return exact;
  const alike = items.filter((item) => [item.label, itemWords(item)].some((name) => normaliseHeading(name) === wanted));
  const near =
    alike.length > 0
      ? alike
      : isNumber(number)
        ? nearNumbers(number, items)
        : nearest(typed, items, ({ id, label }) => [id, label]);
  return onlyOne(`item "${shortened(typed)}"`, alike, near.map(itemWords), "ko41a items lists all of them.");
}

function isNumber(typed: string): boolean {
  return /^[\d.]+$/.test(typed);
}

/** 531, 31 and 5.3 may all mean 5.31: the same digits, the running number alone, or the beginning. */
function nearNumbers(typed: string, items: readonly Item[]): readonly Item[] {
  const digits = typed.replaceAll(".", "");
  const ways: readonly ((number: string) => boolean)[] = [
    (number) => number.replaceAll(".", "") === digits,
    (number) => typed.includes(".") && number.startsWith(typed),
    (number) => number.split(".").at(-1) === digits,
    (number) => number.split(".")[0] === typed.split(".")[0],
  ];
  const found = ways.map((isNear) => items.filter(({ number }) => isNear(number)));
  return found.find((some) => some.length > 0) ?? [];
}

/**
 * A row of the return by its site code or its name.
 * @throws {Refusal} with the nearest ones
 */
export function findSite(typed: string, { file, rows }: ReadReturn): SiteRow {
  const wanted = normaliseWords(typed);
  const exact = rows.find(({ siteCode }) => normaliseWords(siteCode) === wanted);
  if (exact !== undefined) return exact;
  const alike = rows.filter(({ siteName }) => normaliseWords(siteName) === wanted);
  const near = alike.length > 0 ? alike : nearest(typed, rows, ({ siteCode, siteName }) => [siteCode, siteName]);
  const rest =
    near.length > 0 && near.length === rows.length
      ? ""
      : `The return has rows for ${rows.map(({ siteCode }) => siteCode).join(", ") || "no site"}.`;
  return onlyOne(`row for site "${shortened(typed)}"`, alike, near.map(siteWords), rest, file);
}

/**
 * Every record under a reference, the one that counts first.
 * @throws {Refusal} with the nearest ones
 */
export function findComplaints(typed: string, complaints: readonly TracedComplaint[], file: string): Records {
  const wanted = typed.trim();
  const exact = complaints.filter(({ reference }) => reference === wanted);
  const isAlike = ({ reference }: TracedComplaint): boolean => normaliseWords(reference) === normaliseWords(wanted);
  const groups = new Map<string, Records>();
  for (const record of exact.length > 0 ? exact : complaints.filter(isAlike)) {
    const known = groups.get(record.reference);
    groups.set(record.reference, known === undefined ? [record] : countedFirst(known, record));
  }
  const near =
    groups.size > 0
      ? [...groups.keys()]
      : nearest(typed, complaints, ({ reference }) => [reference]).map(({ reference }) => reference);
  const rest = "ledger.csv lists every row of the export.";
  return onlyOne(`complaint "${shortened(typed)}" in the return`, [...groups.values()], [...new Set(near)], rest, file);
}

function countedFirst([first, ...others]: Records, record: TracedComplaint): Records {
  return record.fate === "counted" && first.fate !== "counted" ? [record, first, ...others] : [first, ...others, record];
}

function itemWords({ number, label }: Item): string {
  return `${number} ${label}`;
}

function siteWords({ siteCode, siteName }: SiteRow): string {
  return siteName === siteCode ? siteCode : `${siteCode} ${siteName}`;
}

/** The only one that was meant; none and several are refused in different words. */
function onlyOne<T>(what: string, meant: readonly T[], near: readonly string[], rest: string, where?: string): T {
  const [one, other] = meant;
  if (one !== undefined && other === undefined) return one;
  const problem: Problem =
    one === undefined
      ? { what: `There is no ${what}.`, fix: near.length > 0 ? `The nearest: ${near.join("; ")}. ${rest}`.trim() : rest }
      : { what: `There is more than one ${what}.`, fix: `Say which: ${near.join("; ")}.` };
  throw new Refusal({ ...problem, ...(where === undefined ? {} : { where }) });
}

/** What was typed by mistake may be a whole letter. */
function shortened(typed: string): string {
  return typed.length > 60 ? `${typed.slice(0, 59)}…` : typed;
}
