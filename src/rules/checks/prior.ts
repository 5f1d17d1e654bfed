import { type Finding, finding } from "../../domain/finding.ts";
import { ITEM, type Item, type ItemId } from "../../domain/item.ts";
import type { PriorFigures } from "../../domain/report.ts";
import type { SiteRow, TracedComplaint } from "../../domain/return.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import { checkOpenComplaints } from "./open-complaints.ts";

/** The last period's return, as far as its figures are known. */
export interface Prior extends PriorFigures {
  /** It ends on the day before this period starts, so what it carried forward is brought forward now. */
  readonly adjoins: boolean;
  /** Null when it does not name its complaints. */
  readonly complaints: readonly TracedComplaint[] | null;
}

/** Continuity with the prior return: what was carried forward, what moved, which sites fell silent. */
export function checkAgainstPrior(
  made: readonly SiteRow[],
  complaints: readonly TracedComplaint[],
  prior: Prior,
  { items, thresholds }: RuleBook,
): Finding[] {
  const findings: Finding[] = [];
  const rows = prior.level === "organisation" ? together(made, prior.rows, items) : made;
  const now = new Map(rows.map((row) => [row.siteCode, row]));
  const before = new Map(prior.rows.map((row) => [row.siteCode, row]));
  for (const code of [...new Set([...before.keys(), ...now.keys()])].sort()) {
    // A row that sums the sites is not the row under the same code.
    const site = prior.level === "organisation" ? null : code;
    const figure = (row: SiteRow | undefined, item: ItemId): number => row?.counts[item] ?? 0;
    const carried = figure(before.get(code), ITEM.carriedForward);
    const brought = figure(now.get(code), ITEM.broughtForward);
    if (prior.adjoins && carried !== brought)
      findings.push(
        finding(
          "warning",
          { kind: "brought-forward-continuity", prior: carried, now: brought },
          { site, item: ITEM.broughtForward },
        ),
      );
    const fresh = figure(before.get(code), ITEM.new);
    if (fresh > 0 && figure(now.get(code), ITEM.new) === 0) {
      findings.push(finding("warning", { kind: "site-fell-silent", before: fresh }, { site }));
      continue;
    }
    if (!before.has(code)) {
      const begun = figure(now.get(code), ITEM.new);
      if (prior.level === "site" && begun + brought > 0)
        findings.push(finding("warning", { kind: "new-site", now: begun, brought }, { site }));
      continue;
    }
    if (!prior.sameLength) continue;
    for (const { id, label } of items) {
      const was = figure(before.get(code), id);
      const is = figure(now.get(code), id);
      const moved = Math.abs(is - was);
      if (moved >= thresholds.movement.absolute && moved > was * thresholds.movement.share)
        findings.push(finding("warning", { kind: "moved-against-prior", before: was, after: is, label }, { site, item: id }));
    }
  }
  const named = prior.adjoins && prior.complaints !== null ? checkOpenComplaints(prior.complaints, complaints) : [];
  return [...findings, ...named];
}

/** All sites as the one row that the prior return has. */
function together(made: readonly SiteRow[], [row]: readonly SiteRow[], items: readonly Item[]): readonly SiteRow[] {
  if (row === undefined || made.length === 0) return [];
  const sum = (id: ItemId): number => made.reduce((total, { counts }) => total + (counts[id] ?? 0), 0);
  return [{ siteCode: row.siteCode, siteName: row.siteName, counts: Object.fromEntries(items.map(({ id }) => [id, sum(id)])) }];
}
