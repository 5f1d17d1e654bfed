import { isoDate, plusDays } from "../domain/local-date.ts";
import type { Period } from "../domain/period.ts";
import { Refusal } from "../domain/problem.ts";
import type { ReadReturn } from "../domain/read-return.ts";
import type { RuleBook } from "../domain/rule-book.ts";
import { periodLabel } from "../rulebook/periods.ts";
import type { Prior } from "../rules/checks/prior.ts";
import type { ReadFile } from "./files.ts";
import { readReturns } from "./read-returns.ts";

/**
 * The prior return of one organisation, from any file that holds one; null when the file is about others. A filled
 * proforma need not say whose it is: whoever gives it for one organisation says so.
 * @throws {Refusal} when the file holds no return at all, or one that is not of an earlier period
 */
export async function readPrior(
  input: ReadFile,
  organisation: string,
  isOnlyOne: boolean,
  period: Period,
  book: RuleBook,
  map: ReadFile | null,
): Promise<Prior | null> {
  const isOurs = ({ kind, organisation: { code } }: ReadReturn): boolean =>
    code === organisation || (isOnlyOne && kind === "workbook" && code === "");
  const found = (await readReturns(input, book, map)).find(isOurs);
  return found === undefined ? null : asPrior(found, period, input.file);
}

/**
 * A return as the prior one of a period.
 * @throws {Refusal} when it is not a return of an earlier period
 */
export function asPrior(found: ReadReturn, period: Period, file: string): Prior {
  const label = found.period === null ? null : periodLabel(found.period);
  if (label !== null && endOf(label) >= period.start)
    throw new Refusal({
      what: `The prior return is for ${label.label}, which is not before ${period.label}.`,
      where: file,
      fix: "Give the return of the period before.",
    });
  const whole = found.rows.length === 0 && found.overall !== null;
  return {
    period: label?.label ?? null,
    rows: whole && found.overall !== null ? [found.overall] : found.rows,
    level: whole ? "organisation" : "site",
    sameLength: label !== null && (label.label === label.year ? "year" : "quarter") === period.kind,
    complaints: found.complaints,
    adjoins: label === null || plusDays(endOf(label), 1) === period.start,
  };
}

/** The last day of a year or quarter: 31 March, 30 June, 30 September, 31 December, 31 March. */
function endOf({ label, year }: { readonly label: string; readonly year: string }) {
  const first = Number(year.slice(0, 4));
  const ends = { 1: `${first}-06-30`, 2: `${first}-09-30`, 3: `${first}-12-31`, 4: `${first + 1}-03-31` } as const;
  const quarter = label === year ? 4 : (Number(label.at(-1)) as keyof typeof ends);
  const end = isoDate(ends[quarter]);
  if (end === null) throw new Error(`no last day of ${label}`);
  return end;
}
