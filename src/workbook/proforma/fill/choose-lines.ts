import type { Problem } from "../../../domain/problem.ts";
import type { Layout, ListedSite } from "../../../domain/proforma.ts";
import type { SiteRow } from "../../../domain/return.ts";

interface ChosenLine {
  readonly site: SiteRow;
  readonly line: number;
  readonly isListed: boolean;
}

interface ChosenLines {
  readonly lines: readonly ChosenLine[];
  readonly withoutFigures: readonly ListedSite[];
  readonly problems: readonly Problem[];
}

/** Listed sites keep their lines; the others take the free ones in order. */
export function siteLinesFor(file: string, layout: Layout, rows: readonly SiteRow[]): ChosenLines {
  const where = `${file} [${layout.sheet}]`;
  const problems: Problem[] = [];
  const listed = new Map<string, ListedSite>();
  for (const site of layout.listed) {
    const earlier = listed.get(site.code);
    if (earlier === undefined) listed.set(site.code, site);
    else
      problems.push({
        what: `The proforma lists ${site.code} twice.`,
        where,
        fix: "Use the proforma as it was downloaded, with each site once.",
      });
  }
  const unlisted = rows.filter(({ siteCode }) => !listed.has(siteCode));
  const from = layout.endlessFrom;
  const free = from === null ? layout.free : unlisted.map((_, index) => from + index);
  const left = unlisted.slice(free.length);
  if (left.length > 0)
    problems.push({
      what: `The proforma has ${free.length} free ${layout.sites === "down" ? "rows" : "columns"} for the ${unlisted.length} sites that it does not list; there is none for ${left
        .map(({ siteCode }) => siteCode)
        .join(", ")}.`,
      where,
      fix: "Download a proforma with enough lines from SDCS, or ask its helpdesk for one: lines that are added by hand may not be read.",
    });
  return {
    lines: rows.flatMap((site): readonly ChosenLine[] => {
      const line = listed.get(site.siteCode)?.line;
      if (line !== undefined) return [{ site, line, isListed: true }];
      const next = free[unlisted.indexOf(site)];
      return next === undefined ? [] : [{ site, line: next, isListed: false }];
    }),
    withoutFigures: [...listed.values()].filter(({ code }) => !rows.some(({ siteCode }) => siteCode === code)),
    problems,
  };
}
