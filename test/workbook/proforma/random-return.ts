import fc from "fast-check";
import type { Item, ItemId, Section } from "../../../src/domain/item.ts";
import type { Counts, SiteRow } from "../../../src/domain/return.ts";
import { ruleBook } from "../../support/rule-book.ts";

const book = ruleBook();

export const SITE_CODES = ["RZZ", "RZZ01", "RZZ02", "RZZ03", "RZZ1A", "RZZAB", "RZZ10", "RZZX9", "RZZ77", "RZZ0Z"] as const;
/** Codes that no form lists. */
const MORE_CODES = Array.from({ length: 12 }, (_, index) => `RZZ${index + 50}`);

const names = fc.constantFrom("Northgate", "St Ann's & Day Unit", '=1+1 "<b>"', "Tŷ Newydd 🏥", "", "  spaces  ", "_x0041_");

/** A site whose figures keep every relation. */
export function siteRow(siteCode: string): fc.Arbitrary<SiteRow> {
  const figures = book.items.map(() => fc.oneof(fc.constant(0), fc.nat(9), fc.nat(2_000)));
  return fc
    .tuple(names, fc.tuple(...figures), fc.boolean())
    .map(([siteName, given, clinical]) => ({ siteCode, siteName, counts: countsOf(given, clinical) }));
}

/** Sites of a return: some of those that are listed, and so many others. */
export function siteRows(listed: readonly string[], others: number): fc.Arbitrary<readonly SiteRow[]> {
  return fc
    .tuple(fc.subarray([...listed]), fc.nat(others))
    .chain(([some, more]) => {
      const codes = [...some, ...MORE_CODES.slice(0, more)];
      const rows = codes.length === 0 ? [(listed[0] ?? MORE_CODES[0]) as string] : codes;
      return fc.tuple(...rows.map(siteRow));
    })
    .chain((rows) => fc.shuffledSubarray(rows, { minLength: rows.length }));
}

function countsOf(given: readonly number[], clinical: boolean): Counts {
  const figures = new Map<ItemId, number>();
  const figure = (id: string): number => figures.get(id as ItemId) ?? 0;
  const put = (id: string, value: number): unknown => figures.set(id as ItemId, value);
  book.items.forEach(({ id, section }, index) => {
    figures.set(id, section === 6 && !clinical ? 0 : (given[index] ?? 0));
  });
  const counts = (section: Section): readonly Item[] => book.itemsOfSection(section).filter(({ kind }) => kind === "count");
  const sum = (items: readonly Item[]): number => items.reduce((all, { id }) => all + figure(id), 0);
  const fresh = sum(counts(3));
  put("Complaints_Total_New", fresh);
  let open = figure("Complaints_Total_Brought_Forward") + fresh;
  for (const outcome of ["Upheld", "Partially_Upheld", "Not_Upheld"]) {
    const some = Math.min(open, figure(`Complaints_Number_${outcome}`));
    put(`Complaints_Number_${outcome}`, some);
    open -= some;
  }
  let left = fresh;
  for (const { id } of counts(4)) {
    const some = Math.min(left, figure(id));
    put(id, some);
    left -= some;
  }
  put("Status_Other", figure("Status_Other") + left);
  const atLeast = (items: readonly Item[], last: string): unknown => put(last, figure(last) + Math.max(0, fresh - sum(items)));
  atLeast(counts(5), "Service_Other");
  atLeast([...counts(6), ...counts(7)], "Subject_Area_Other");
  atLeast(counts(8), "Profession_Other");
  for (const { total, plus, minus } of ADDING)
    figures.set(total, plus.reduce((all, id) => all + figure(id), 0) - minus.reduce((all, id) => all + figure(id), 0));
  return Object.fromEntries(figures) as Counts;
}

/** How totals are made up. */
export const ADDING = book.relations.flatMap(({ checks }) =>
  checks.flatMap((check) => (check.verb === "adds-up" ? [check] : [])),
);
