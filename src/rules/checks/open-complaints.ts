import { type Finding, type FindingDetail, type FindingDetails, finding } from "../../domain/finding.ts";
import { ITEM, type ItemId } from "../../domain/item.ts";
import type { TracedComplaint } from "../../domain/return.ts";

/**
 * Complaint by complaint: what the last return carried forward is brought forward now, at the same site, and nothing
 * else is. Both returns name their complaints, and the one ends where the other begins.
 */
export function checkOpenComplaints(prior: readonly TracedComplaint[], made: readonly TracedComplaint[]): readonly Finding[] {
  const carried = sitesBy(prior, ITEM.carriedForward);
  const brought = sitesBy(made, ITEM.broughtForward);
  const [before, now] = [byReference(prior), byReference(made)];
  const say = (detail: FindingDetail, reference: string, site: string): Finding =>
    finding("warning", detail, { reference, site, item: ITEM.broughtForward, source: now.get(reference)?.source[0] ?? null });
  const findings: Finding[] = [];
  for (const reference of new Set([...carried.keys(), ...brought.keys()])) {
    const [was, is] = [carried.get(reference) ?? [], brought.get(reference) ?? []];
    const [gone, come] = [without(was, is), without(is, was)];
    gone.forEach((site, at) => {
      const elsewhere = come[at];
      const standing =
        elsewhere === undefined ? standingOf(now.get(reference)) : ({ kind: "at another site", site: elsewhere } as const);
      findings.push(say({ kind: "not-brought-forward", now: standing }, reference, site));
    });
    for (const site of come.slice(gone.length))
      findings.push(say({ kind: "not-carried-forward", before: stood(before.get(reference)) }, reference, site));
  }
  return findings;
}

/** By reference every site at which it counts in an item; two records may share one. */
function sitesBy(complaints: readonly TracedComplaint[], item: ItemId): ReadonlyMap<string, readonly string[]> {
  const sites = new Map<string, string[]>();
  for (const { reference, site, items } of complaints)
    if (site !== null && items.includes(item)) sites.set(reference, [...(sites.get(reference) ?? []), site]);
  return sites;
}

/** Of the first list what is not in the second, each as often as it is there more. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const rest = [...other];
  return list.filter((one) => {
    const at = rest.indexOf(one);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** Of several records under one reference the one that counts. */
function byReference(complaints: readonly TracedComplaint[]): ReadonlyMap<string, TracedComplaint> {
  const records = new Map<string, TracedComplaint>();
  for (const complaint of complaints)
    if (complaint.fate === "counted" || !records.has(complaint.reference)) records.set(complaint.reference, complaint);
  return records;
}

function standingOf(record: TracedComplaint | undefined): FindingDetails["not-brought-forward"]["now"] {
  if (record === undefined) return { kind: "not in the export" };
  return record.fate === "counted" ? { kind: "new" } : { kind: "kept out", rule: record.rules[0] ?? record.fate };
}

function stood(record: TracedComplaint | undefined): FindingDetails["not-carried-forward"]["before"] {
  if (record === undefined) return { kind: "not in the export" };
  return record.fate === "counted" ? { kind: "resolved" } : { kind: "kept out", rule: record.rules[0] ?? record.fate };
}
