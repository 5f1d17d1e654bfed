import type { Count, FigureExplanation } from "../../domain/explanation.ts";
import type { Item, ItemId } from "../../domain/item.ts";
import type { TracedReturn } from "../../domain/read-return.ts";
import type { SiteRow } from "../../domain/return.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import { partsOfTotals } from "../parts.ts";
import { aboutOf } from "./about.ts";
import { type Catalogue, rulesInto, ruleUses } from "./rules.ts";

/** Every count behind a figure; `site` null: over all sites. */
export function explainFigure(
  given: TracedReturn,
  item: Item,
  site: SiteRow | null,
  book: RuleBook,
  catalogue: Catalogue,
): FigureExplanation {
  const { leavesOf, partsOf } = partsOfTotals(book);
  const itemOf = new Map(book.items.map((one) => [one.id, one]));
  const leaves = new Set(leavesOf(item.id));
  const rows = site === null ? given.rows : [site];
  const counts = given.complaints.flatMap(({ reference, site: at, items, rules, source }): Count[] => {
    if (at === null || (site !== null && at !== site.siteCode)) return [];
    return items
      .filter((id) => leaves.has(id))
      .map((id) => ({ reference, site: at, item: id, rules: rulesInto(itemOf.get(id) ?? item, rules, catalogue), source }));
  });
  const sum = (id: ItemId): number => rows.reduce((total, row) => total + (row.counts[id] ?? 0), 0);
  const figure = sum(item.id);
  return {
    kind: "figure",
    about: aboutOf(given),
    item,
    site: site === null ? null : { code: site.siteCode, name: site.siteName },
    figure,
    counts,
    complaints: new Set(counts.map(({ site: at, reference }) => `${at} ${reference}`)).size,
    sites: rows.map(({ siteCode, siteName, counts: own }) => ({ code: siteCode, name: siteName, figure: own[item.id] ?? 0 })),
    parts: partsOf(item.id).flatMap((id) => {
      const part = itemOf.get(id);
      return part === undefined ? [] : [{ item: part, figure: sum(id) }];
    }),
    untraced: figure - counts.length,
    rules: ruleUses(
      counts.map(({ rules }) => rules),
      catalogue,
      book,
      given.made,
    ),
  };
}
