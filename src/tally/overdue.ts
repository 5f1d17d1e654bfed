import type { Complaint } from "../domain/complaint.ts";
import { ITEM, type ItemId } from "../domain/item.ts";
import { daysBetween } from "../domain/local-date.ts";
import type { Overdue, OverdueComplaint, OverdueLine } from "../domain/overdue.ts";
import type { Period } from "../domain/period.ts";

interface CountedComplaint {
  readonly complaint: Complaint;
  readonly site: string;
  readonly items: readonly ItemId[];
}

/** Complaints against the days their first responses were due, as at the period's end; null when the export has no such days. */
export function overdueOf(counted: readonly CountedComplaint[], { end }: Period): Overdue | null {
  if (!counted.some(({ complaint }) => complaint.due !== null || complaint.overdue !== "unknown")) return null;
  const sites = new Map<string, OverdueLine>();
  const complaints: OverdueComplaint[] = [];
  for (const { complaint, site, items } of counted) {
    const { reference, due, closed } = complaint;
    const line = sites.get(site) ?? { site, open: 0, overdue: 0, resolved: 0, resolvedLate: 0 };
    if (items.includes(ITEM.resolved)) {
      const late = due !== null && closed !== null && closed > due;
      sites.set(site, { ...line, resolved: line.resolved + 1, resolvedLate: line.resolvedLate + (late ? 1 : 0) });
      continue;
    }
    const past = due === null ? complaint.overdue === "yes" : due < end;
    sites.set(site, { ...line, open: line.open + 1, overdue: line.overdue + (past ? 1 : 0) });
    if (past) complaints.push({ reference, site, due, days: due === null ? null : daysBetween(due, end) });
  }
  return {
    asAt: end,
    sites: [...sites.values()].sort((a, b) => (a.site < b.site ? -1 : 1)),
    complaints: complaints.sort(
      (a, b) => (b.days ?? -1) - (a.days ?? -1) || (a.reference < b.reference ? -1 : a.reference > b.reference ? 1 : 0),
    ),
  };
}
