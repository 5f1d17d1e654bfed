import type { SiteChange } from "../../domain/comparison.ts";
import type { SiteRow } from "../../domain/return.ts";
import { normaliseWords } from "../../domain/words.ts";
import { byCode, sitesOf } from "./figures.ts";

/** Sites that are new, gone, or have another name. */
export function changedSites(a: readonly SiteRow[], b: readonly SiteRow[], organisation: string): readonly SiteChange[] {
  const [before, after] = [byCode(a), byCode(b)];
  const gone = a.filter(({ siteCode }) => !after.has(siteCode));
  const fresh = b.filter(({ siteCode }) => !before.has(siteCode));
  return sitesOf(a, b, organisation).flatMap((code): SiteChange[] => {
    const [was, is] = [before.get(code), after.get(code)];
    if (was === undefined && is !== undefined)
      return [{ kind: "new", code, a: null, b: is.siteName, perhaps: namesake(is, gone) }];
    if (was !== undefined && is === undefined)
      return [{ kind: "closed", code, a: was.siteName, b: null, perhaps: namesake(was, fresh) }];
    if (was === undefined || is === undefined || isSameName(was, is)) return [];
    return [{ kind: "renamed", code, a: was.siteName, b: is.siteName, perhaps: null }];
  });
}

/** A form that has no names shows codes in their place. */
function isSameName(was: SiteRow, is: SiteRow): boolean {
  const isCode = ({ siteCode, siteName }: SiteRow): boolean => siteName === "" || siteName === siteCode;
  return isCode(was) || isCode(is) || normaliseWords(was.siteName) === normaliseWords(is.siteName);
}

function namesake({ siteCode, siteName }: SiteRow, others: readonly SiteRow[]): string | null {
  if (siteName === "" || siteName === siteCode) return null;
  const same = others.filter((other) => normaliseWords(other.siteName) === normaliseWords(siteName));
  return same.length === 1 ? (same[0]?.siteCode ?? null) : null;
}
