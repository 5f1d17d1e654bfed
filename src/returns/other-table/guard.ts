import { Refusal } from "../../domain/problem.ts";
import type { TracedReturn } from "../../domain/read-return.ts";
import type { SourceGrid } from "../../domain/source-table.ts";
import { normaliseHeading } from "../../domain/words.ts";

/** Rows from the top in which headings and titles stand. */
const DEPTH = 40;
/** Headings that no table of figures has. */
const OF_RECORDS: ReadonlySet<string> = new Set(["datereceived", "dateofbirth", "dob", "nhsnumber", "patientname", "patientage"]);
/** Headings of which no table of figures has two. */
const LIKE_RECORDS: ReadonlySet<string> = new Set([
  "reference",
  "ref",
  "complaintreference",
  "complaintid",
  "caseid",
  "dateclosed",
  "patient",
  "complainant",
  "daysopen",
]);
/** A year as people write it: 2025-26, 2025/2026, 2025\u201326, 2025 to 2026, FY25/26. */
const YEAR = /(?<!\d)(?:20)?(\d{2})\s*(?:[-/_\u2013\u2014]|to|\s)\s*(?:20)?(\d{2})\b/gi;
const PART = /\bq[1-4]\b|quarter|month|\bytd\b|to date|half[ -]year|last year|previous|\b(?:19|20)\d{2}\b/i;
const TRUST = /\b[RQ][A-Z0-9]{2}\b/g;

/** @throws {Refusal} when its headings are those of records: ages and numbers of patients are no figures */
export function refuseRecords({ file, rows }: SourceGrid): void {
  const heading = rows.slice(0, DEPTH).find(({ cells }) => {
    const headings = new Set(cells.map(normaliseHeading));
    return [...headings].some((one) => OF_RECORDS.has(one)) || [...headings].filter((one) => LIKE_RECORDS.has(one)).length > 1;
  });
  if (heading === undefined) return;
  throw new Refusal({
    what: "This is a list of complaints, no table of figures.",
    where: `${file}, row ${heading.row}`,
    fix: "Make a return of it with ko41a generate, and give its return.json.",
  });
}

/** Whether words, a heading or a title, name another period than the return's, or a part of it. */
export function namesOtherPeriod(words: string, ours: string | null): boolean {
  const [, first = "", next = "", quarter = "-"] = /^20(\d{2})-(\d{2})(Q[1-4])?$/.exec(ours ?? "") ?? [];
  const years = [...words.matchAll(YEAR)].filter(([, from, to]) => Number(to) === (Number(from) + 1) % 100);
  if (years.some(([, from]) => from !== first)) return true;
  let rest = years.reduce((left, [year]) => left.replace(year, " "), words).replace(new RegExp(`\\b${quarter}\\b`, "gi"), " ");
  // The first and the last day of the year name both of its years: 1 April 2025 - 31 March 2026.
  const both = [`20${first}`, `20${next}`];
  if (both.every((year) => rest.includes(year))) for (const year of both) rest = rest.replaceAll(year, " ");
  return PART.test(rest);
}

/** @throws {Refusal} when a title over the figures names another period or another trust */
export function refuseOtherTitles(
  { file, rows }: SourceGrid,
  { organisation, period, rows: sites }: TracedReturn,
  before: number,
): void {
  for (const { row, cells } of rows)
    for (const cell of row < before ? cells.filter((one) => one.length <= 200) : []) {
      const known = new Set([organisation.code, ...sites.map(({ siteCode }) => siteCode)]);
      const stranger = [...cell.matchAll(TRUST)]
        .map(([code]) => code)
        .find((code) => /\d|^R[A-Z]{2}$/.test(code) && !known.has(code));
      if (!namesOtherPeriod(cell, period) && stranger === undefined) continue;
      throw new Refusal({
        what:
          stranger === undefined
            ? `A title names another period than ${period ?? "the return's"}, or a part of it.`
            : `A title names ${stranger}, and the return is of ${organisation.code}.`,
        where: `${file}, row ${row}`,
        fix: "Give figures of the whole period and of the same organisation, without other titles.",
      });
    }
}
