import type { ItemId } from "../domain/item.ts";
import { partsOfTotals } from "../domain/parts-of-totals.ts";
import type { TracedReturn } from "../domain/read-return.ts";
import type { RuleBook } from "../domain/rule-book.ts";

/** Figures that are not those of the complaints in the file, as `site item`: somebody has changed it. */
export function changedByHand({ rows, complaints }: TracedReturn, book: RuleBook): readonly string[] {
  const { withTotals } = partsOfTotals(book);
  const traced = new Map<string, number>();
  for (const { site, items } of complaints)
    for (const item of site === null ? [] : withTotals(items)) {
      const key = `${site} ${item}`;
      traced.set(key, (traced.get(key) ?? 0) + 1);
    }
  const figures = new Map<string, number>(
    rows.flatMap(({ siteCode, counts }) =>
      (Object.entries(counts) as [ItemId, number][]).map(([item, figure]) => [`${siteCode} ${item}`, figure] as const),
    ),
  );
  return [...new Set([...figures.keys(), ...traced.keys()])].filter((key) => (figures.get(key) ?? 0) !== (traced.get(key) ?? 0));
}
