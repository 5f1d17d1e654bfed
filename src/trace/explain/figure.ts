import type { Count, FigureExplanation, SiteFigure } from "../../domain/explanation.ts";
import type { Item, ItemId } from "../../domain/item.ts";
import { partsOfTotals } from "../../domain/parts-of-totals.ts";
import type { TracedReturn } from "../../domain/read-return.ts";
import type { SiteRow } from "../../domain/return.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
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
  const found = given.complaints.map(({ reference, site: at, items, rules, source }): readonly Count[] => {
    if (at === null || (site !== null && at !== site.siteCode)) return [];
    return items
      .filter((id) => leaves.has(id))
      .map((id) => ({ reference, site: at, item: id, rules: rulesInto(itemOf.get(id) ?? item, rules, catalogue), source }));
  });
  const counts = found.flat();
  const sum = (id: ItemId): number => rows.reduce((total, row) => total + (row.counts[id] ?? 0), 0);
  const figure = sum(item.id);
  return {
    kind: "figure",
    about: aboutOf(given),
    item,
    site: site === null ? null : { code: site.siteCode, name: site.siteName },
    figure,
    counts,
    complaints: found.filter((own) => own.length > 0).length,
    sites: sitesOf(rows, counts, item),
    parts: partsOf(item.id).flatMap((id) => {
      const part = itemOf.get(id);
      return part === undefined ? [] : [{ item: part, figure: sum(id) }];
    }),
    rules: ruleUses(
      counts.map(({ rules }) => rules),
      catalogue,
      book,
      given.made,
    ),
  };
}

/** Also a site that is named by complaints and has no row. */
function sitesOf(rows: readonly SiteRow[], counts: readonly Count[], { id }: Item): readonly SiteFigure[] {
  const named = new Map<string, number>();
  for (const { site } of counts) named.set(site, (named.get(site) ?? 0) + 1);
  const known = rows.map(({ siteCode, siteName, counts: own }): SiteFigure => {
    const figure = own[id] ?? 0;
    return { code: siteCode, name: siteName, figure, untraced: figure - (named.get(siteCode) ?? 0) };
  });
  const codes = new Set(rows.map(({ siteCode }) => siteCode));
  const others = [...named].filter(([code]) => !codes.has(code));
  return [...known, ...others.map(([code, number]): SiteFigure => ({ code, name: code, figure: 0, untraced: -number }))];
}
