import { isoDate } from "../domain/local-date.ts";
import { type Problem, Refusal } from "../domain/problem.ts";
import type { Register, RegisteredSite } from "../domain/register.ts";
import type { SiteSetting } from "../domain/settings.ts";
import type { SourceGrid } from "../domain/source-table.ts";
import { likeness, normaliseWords } from "../domain/words.ts";

/** Places of an ODS file's columns, from 0: code, name, close date, parent. */
const ODS = { code: 0, name: 1, closed: 11, parent: 14 } as const;

/**
 * Sites known to this run: the ODS files given (etr.csv, ets.csv: no header row, 24 fields or more a line)
 * and the trust's own sites table, which wins for names.
 * @throws {Refusal} when a file is no ODS file
 */
export function readRegister(files: readonly SourceGrid[], own: readonly SiteSetting[]): Register {
  const problems: Problem[] = [];
  const listed = files.flatMap((grid) => sitesOf(grid, problems));
  if (problems.length > 0) throw new Refusal(...problems);
  const byCode = new Map(listed.map((site) => [site.code, site]));
  const named = new Map<string, RegisteredSite | null>();
  for (const site of byCode.values()) {
    const key = normaliseWords(site.name);
    named.set(key, named.has(key) ? null : site);
  }
  const complete = listed.some((site) => site.parent !== null);
  // A site without a code is given the organisation's own, which stands in etr.csv alone.
  const unlisted = own.filter(({ code }) => complete && code.length === 5 && !byCode.has(code));
  if (unlisted.length > 0)
    throw new Refusal(
      ...unlisted.map(({ name, code }) => ({
        what: `"${name}" is given the code ${code}, which is not in the ODS files.`,
        where: "the sites in the mapping sheet or in ko41a.yaml",
        fix: `${nearTo(name, listed)}Correct the code, or give newer ODS files.`,
      })),
    );
  for (const { name, code, officialName } of own) {
    const site = byCode.get(code) ?? { code, name: officialName ?? name, parent: null, closed: null };
    // A site without a code has its organisation's, and is not what the organisation is called.
    if (!byCode.has(code) && code.length === 5) byCode.set(code, site);
    named.set(normaliseWords(name), { ...site, name, said: "by the trust" });
  }
  const byName = new Map([...named].flatMap(([name, site]) => (site === null || name === "" ? [] : [[name, site] as const])));
  return { complete, byCode, byName };
}

/** Share of letter pairs two names have in common from which one is offered for the other. */
const NEAR = 0.6;

function nearTo(name: string, listed: readonly RegisteredSite[]): string {
  const [near] = listed
    .map((site) => ({ site, likeness: likeness(name, site.name) }))
    .filter(({ likeness: share }) => share >= NEAR)
    .sort((a, b) => b.likeness - a.likeness);
  return near === undefined ? "" : `Is it ${near.site.code} ${near.site.name}? `;
}

function sitesOf(grid: SourceGrid, problems: Problem[]): RegisteredSite[] {
  const rows = grid.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const bad = rows.find(({ cells }) => cells.length < 15 || !/^[A-Z0-9]{3,12}$/.test((cells[ODS.code] ?? "").trim()));
  if (bad !== undefined || rows.length === 0) {
    problems.push({
      what: "This is not an ODS file: it should have no headings, a code first, and at least 15 columns.",
      where: bad === undefined ? grid.file : `${grid.file}, row ${bad.row}`,
      fix: "Download etr.csv (trusts) and ets.csv (trust sites) from the ODS data downloads and give them unchanged.",
    });
    return [];
  }
  return rows.map(({ cells }) => {
    const cell = (index: number): string => (cells[index] ?? "").trim();
    return { code: cell(ODS.code), name: cell(ODS.name), parent: cell(ODS.parent) || null, closed: closeDate(cell(ODS.closed)) };
  });
}

function closeDate(digits: string): string | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(digits) ?? [];
  return year === undefined ? null : isoDate(`${year}-${month}-${day}`);
}
