import type { BySite } from "../../domain/board.ts";
import type { SiteRow } from "../../domain/return.ts";
import { figuresOf } from "./overview.ts";
import { withheldOf } from "./withheld.ts";

/**
 * New complaints by site, and nothing else of any: the rest follows from each other, and from pages of other periods. A site
 * without new complaints is not spoken of: it has a row only if one was brought forward, and that would be said of it.
 */
export function bySiteOf(rows: readonly SiteRow[], smallUpTo: number): BySite | null {
  const sites = rows
    .map((row) => ({ code: row.siteCode, name: row.siteName, new: figuresOf([row]).new }))
    .filter((site) => smallUpTo === 0 || site.new > 0);
  const withheld = withheldOf(
    sites.map((site) => site.new),
    smallUpTo,
  );
  if (sites.length < 2 || withheld.size === sites.length) return null;
  const others = sites.filter((_, at) => withheld.has(at));
  return {
    sites: sites.filter((_, at) => !withheld.has(at)),
    others: others.length === 0 ? null : { sites: others.length, new: others.reduce((sum, site) => sum + site.new, 0) },
  };
}
