import type { Item } from "../domain/item.ts";
import { type Problem, Refusal } from "../domain/problem.ts";
import type { ReadReturn } from "../domain/read-return.ts";
import type { SiteRow, TracedComplaint } from "../domain/return.ts";
import { normaliseHeading, normaliseWords } from "../domain/words.ts";
import { nearest } from "./nearest.ts";

/**
 * An item by its id, its number or its label.
 * @throws {Refusal} with the nearest ones
 */
export function findItem(typed: string, items: readonly Item[]): Item {
  const wanted = normaliseHeading(typed);
  const number = typed.trim();
  const found =
    items.find((item) => item.number === number) ??
    items.find((item) => normaliseHeading(item.id) === wanted) ??
    only(items.filter((item) => [item.label, `${item.number} ${item.label}`].some((name) => normaliseHeading(name) === wanted)));
  if (found !== undefined) return found;
  const near = nearest(typed, items, ({ id, number, label }) => [id, number, label]);
  throw notFound(`There is no item "${typed}".`, near.map(itemWords), "ko41a items lists all of them.");
}

/**
 * A row of the return by its site code or its name.
 * @throws {Refusal} with the nearest ones
 */
export function findSite(typed: string, { file, rows }: ReadReturn): SiteRow {
  const wanted = normaliseWords(typed);
  const found =
    rows.find(({ siteCode }) => normaliseWords(siteCode) === wanted) ??
    only(rows.filter(({ siteName }) => normaliseWords(siteName) === wanted));
  if (found !== undefined) return found;
  const near = nearest(typed, rows, ({ siteCode, siteName }) => [siteCode, siteName]);
  const rest = `The return has rows for ${rows.map(({ siteCode }) => siteCode).join(", ") || "no site"}.`;
  throw notFound(`There is no row for site "${typed}".`, near.map(siteWords), rest, file);
}

/**
 * Every record under a reference, the one that counts first.
 * @throws {Refusal} with the nearest ones
 */
export function findComplaints(
  typed: string,
  complaints: readonly TracedComplaint[],
  file: string,
): readonly [TracedComplaint, ...TracedComplaint[]] {
  const wanted = typed.trim();
  const exact = complaints.filter(({ reference }) => reference === wanted);
  const isAlike = ({ reference }: TracedComplaint): boolean => normaliseWords(reference) === normaliseWords(wanted);
  const [first, ...others] = (exact.length > 0 ? exact : complaints.filter(isAlike)).toSorted((a, b) => rank(a) - rank(b));
  const references = first === undefined ? [] : [...new Set([first, ...others].map(({ reference }) => reference))];
  if (first !== undefined && references.length === 1) return [first, ...others];
  const near =
    first === undefined
      ? nearest(typed, complaints, ({ reference }) => [reference]).map(({ reference }) => reference)
      : references;
  const what =
    first === undefined ? `There is no complaint "${typed}" in the return.` : `"${typed}" may mean several complaints.`;
  throw notFound(what, [...new Set(near)], "ledger.csv lists every row of the export.", file);
}

function rank({ fate }: TracedComplaint): number {
  return ["counted", "excluded", "merged", "refused"].indexOf(fate);
}

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function itemWords({ id, number, label }: Item): string {
  return `${number} ${label} (${id})`;
}

function siteWords({ siteCode, siteName }: SiteRow): string {
  return siteName === siteCode ? siteCode : `${siteCode} ${siteName}`;
}

function notFound(what: string, near: readonly string[], rest: string, where?: string): Refusal {
  const fix = near.length > 0 ? `The nearest: ${near.join("; ")}. ${rest}` : rest;
  const problem: Problem = { what, fix, ...(where === undefined ? {} : { where }) };
  return new Refusal(problem);
}
