import { ITEM, type ItemId } from "../../src/domain/item.ts";
import type { Return } from "../../src/domain/return.ts";
import type { RuleBook } from "../../src/domain/rule-book.ts";

/** Told apart from this year's: more waited at the general hospital, one complaint more was carried on, a clinic was still open. */
const WAITING = "Subject_Area_Waiting_Times" as ItemId;

/**
 * Last year's return of the made-up trust, in the columns of NHS England's published data at site level.
 * It is this year's with its end joined to this year's start, and a few differences to talk about.
 */
export function priorReturn({ organisation, rows }: Return, { items, relations }: RuleBook): readonly (readonly string[])[] {
  const lastYear = rows.map(({ siteCode, siteName, counts }) => {
    const figures: Record<ItemId, number> = { ...counts };
    const change = (item: ItemId, by: number): void => {
      figures[item] = (figures[item] ?? 0) + by;
    };
    // What is brought forward now was carried forward then.
    const carried = counts[ITEM.broughtForward] ?? 0;
    change(ITEM.broughtForward, carried - (counts[ITEM.carriedForward] ?? 0));
    if (siteCode === "RZZ02") change(ITEM.broughtForward, 1);
    if (siteCode === "RZZ01") change(WAITING, 60);
    return { siteCode, siteName, figures };
  });
  const clinic = Object.fromEntries(items.map(({ id }) => [id, 0])) as Record<ItemId, number>;
  for (const item of [
    ITEM.new,
    ITEM.notUpheld,
    ITEM.ageUnknown,
    ITEM.statusOther,
    ITEM.serviceOther,
    ITEM.subjectOther,
    ITEM.professionOther,
  ])
    clinic[item] = 2;
  const all = [...lastYear, { siteCode: "RZZ04", siteName: "MILL LANE CLINIC", figures: clinic }];
  for (const { figures } of all)
    for (const { checks } of relations)
      for (const check of checks)
        if (check.verb === "adds-up") figures[check.total] = sum(figures, check.plus) - sum(figures, check.minus);
  const headings = ["Year", "Organisation_Code", "Organisation_Name", "Site_Code", "Site_Name", ...items.map(({ id }) => id)];
  const lines = all.map(({ siteCode, siteName, figures }) => [
    "2024-25",
    organisation.code,
    organisation.name,
    siteCode,
    siteName,
    ...items.map(({ id }) => String(figures[id] ?? 0)),
  ]);
  return [headings, ...lines];
}

function sum(figures: Readonly<Record<ItemId, number>>, items: readonly ItemId[]): number {
  return items.reduce((total, item) => total + (figures[item] ?? 0), 0);
}
