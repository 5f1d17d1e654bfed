import { type Finding, finding } from "../../domain/finding.ts";
import { ITEM, type ItemId, type Section } from "../../domain/item.ts";
import type { SiteRow } from "../../domain/return.ts";
import type { RuleBook } from "../../domain/rule-book.ts";

const OTHERS: readonly (readonly [Section, ItemId])[] = [
  [5, ITEM.serviceOther],
  [7, ITEM.subjectOther],
  [8, ITEM.professionOther],
];

/** Whether the return as a whole can be right, by the thresholds of the rule book. */
export function checkPlausibility(
  rows: readonly SiteRow[],
  aspectsMissing: number,
  { thresholds, itemsOfSection }: RuleBook,
): Finding[] {
  const findings: Finding[] = [];
  const total = (item: ItemId): number => rows.reduce((sum, row) => sum + (row.counts[item] ?? 0), 0);
  const fresh = total(ITEM.new);
  const open = total(ITEM.broughtForward) + fresh;
  if (open > 0 && total(ITEM.resolved) === 0)
    findings.push(finding("warning", { kind: "none-resolved", open }, { item: ITEM.resolved }));
  if (fresh < thresholds.minimumForShares) return findings;

  for (const [section, item] of OTHERS) {
    const share = total(item) / fresh;
    const limit = thresholds.shareOfOther;
    if (share > limit)
      findings.push(
        finding(
          "warning",
          { kind: "share-of-other", section: itemsOfSection(section)[0]?.sectionName ?? "", share, limit },
          { item },
        ),
      );
  }
  const unknown = total(ITEM.ageUnknown) / fresh;
  if (unknown > thresholds.shareOfUnknownAge)
    findings.push(
      finding(
        "warning",
        { kind: "share-of-unknown-age", share: unknown, limit: thresholds.shareOfUnknownAge },
        { item: ITEM.ageUnknown },
      ),
    );
  const missing = aspectsMissing / fresh;
  if (missing > thresholds.shareOfMissingAspects)
    findings.push(
      finding("warning", { kind: "share-of-missing-aspects", share: missing, limit: thresholds.shareOfMissingAspects }),
    );
  return findings;
}
