import { type Finding, type FindingDetails, finding } from "../../domain/finding.ts";
import { ITEM, type ItemId } from "../../domain/item.ts";
import type { TracedComplaint } from "../../domain/return.ts";

/**
 * Complaint by complaint: what the last return carried forward is brought forward now, at the same site, and nothing
 * else is. Both returns name their complaints, and the one ends where the other begins.
 */
export function checkOpenComplaints(prior: readonly TracedComplaint[], made: readonly TracedComplaint[]): readonly Finding[] {
  const carried = sites(prior, ITEM.carriedForward);
  const brought = sites(made, ITEM.broughtForward);
  const [before, now] = [byReference(prior), byReference(made)];
  const gone = [...carried].flatMap(([reference, site]): Finding[] => {
    const at = brought.get(reference);
    if (at === site) return [];
    const record = now.get(reference);
    const moved = at === undefined ? standing(record) : ({ kind: "at another site", site: at } as const);
    return [
      finding(
        "warning",
        { kind: "not-brought-forward", now: moved },
        { reference, site, item: ITEM.broughtForward, source: record?.source[0] ?? null },
      ),
    ];
  });
  const late = [...brought].flatMap(([reference, site]): Finding[] => {
    if (carried.has(reference)) return [];
    const record = before.get(reference);
    const source = now.get(reference)?.source[0] ?? null;
    return [
      finding(
        "warning",
        { kind: "not-carried-forward", before: stood(record) },
        { reference, site, item: ITEM.broughtForward, source },
      ),
    ];
  });
  return [...gone, ...late];
}

function sites(complaints: readonly TracedComplaint[], item: ItemId): ReadonlyMap<string, string> {
  return new Map(
    complaints.flatMap(({ reference, site, items }) =>
      site !== null && items.includes(item) ? [[reference, site] as const] : [],
    ),
  );
}

/** Of several records under one reference the one that counts. */
function byReference(complaints: readonly TracedComplaint[]): ReadonlyMap<string, TracedComplaint> {
  const records = new Map<string, TracedComplaint>();
  for (const complaint of complaints)
    if (complaint.fate === "counted" || !records.has(complaint.reference)) records.set(complaint.reference, complaint);
  return records;
}

function standing(record: TracedComplaint | undefined): FindingDetails["not-brought-forward"]["now"] {
  if (record === undefined) return { kind: "not in the export" };
  return record.fate === "counted" ? { kind: "new" } : { kind: "kept out", rule: record.rules[0] ?? record.fate };
}

function stood(record: TracedComplaint | undefined): FindingDetails["not-carried-forward"]["before"] {
  if (record === undefined) return { kind: "not in the export" };
  return record.fate === "counted" ? { kind: "resolved" } : { kind: "kept out", rule: record.rules[0] ?? record.fate };
}
