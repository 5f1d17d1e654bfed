import type { Complaint } from "../domain/complaint.ts";
import { type Finding, finding } from "../domain/finding.ts";
import type { Policies } from "../domain/policy.ts";
import { isComplaint } from "./exclusions/not-a-complaint.ts";

/** A follow-up that another complaint stands for, or whose original is not in the export (`into` null). */
interface FollowUp {
  readonly complaint: Complaint;
  readonly into: Complaint | null;
}

export interface Sorted {
  readonly originals: readonly Complaint[];
  /** By the original complaint. */
  readonly followUps: ReadonlyMap<Complaint, readonly Complaint[]>;
  readonly merged: readonly FollowUp[];
  readonly findings: readonly Finding[];
}

/** Under policy `reopened: same-complaint` a follow-up is no second complaint: it opens its original again. */
export function sortFollowUps(complaints: readonly Complaint[], code: string, { reopened }: Policies): Sorted {
  const isOwn = ({ organisation }: Complaint): boolean => organisation === null || organisation === code;
  // Another organisation's follow-up is its own business, and a compliment opens nothing again.
  const isFollowUp = (complaint: Complaint): boolean => isOwn(complaint) && isComplaint(complaint) && follows(complaint);
  if (reopened === "new-complaint" || !complaints.some(isFollowUp))
    return { originals: complaints, followUps: new Map(), merged: [], findings: [] };

  const byReference = new Map<string, Complaint>();
  // A follow-up may carry the reference of its complaint, which is the one to be found.
  for (const complaint of complaints)
    if (isOwn(complaint) && !(isFollowUp(complaint) && byReference.has(complaint.reference)))
      byReference.set(complaint.reference, complaint);
  /** The complaint at the end of the chain. Complaints that follow up each other in a ring: the first received. */
  const rootOf = (followUp: Complaint): Complaint | null => {
    const chain = [followUp];
    for (;;) {
      const last = chain.at(-1) ?? followUp;
      const next = byReference.get(last.original);
      if (next === undefined) return null;
      if (!isFollowUp(next)) return next;
      if (chain.includes(next)) return firstReceived(chain.slice(chain.indexOf(next)));
      chain.push(next);
    }
  };

  const originals: Complaint[] = [];
  const followUps = new Map<Complaint, Complaint[]>();
  const merged: FollowUp[] = [];
  const findings: Finding[] = [];
  for (const complaint of complaints) {
    if (!isFollowUp(complaint)) {
      originals.push(complaint);
      continue;
    }
    const into = rootOf(complaint);
    if (into === complaint) {
      originals.push(complaint);
      continue;
    }
    merged.push({ complaint, into });
    if (into !== null) followUps.set(into, [...(followUps.get(into) ?? []), complaint]);
    else
      findings.push(
        finding(
          "warning",
          { kind: "reopened", original: complaint.original },
          { reference: complaint.reference, source: complaint.source[0] },
        ),
      );
  }
  return { originals, followUps, merged, findings };
}

/** Recorded as following up a complaint. */
export function follows({ recordType, original, reference }: Complaint): boolean {
  return recordType === "follow-up" || (original !== "" && original !== reference);
}

function firstReceived(ring: readonly Complaint[]): Complaint | null {
  return [...ring].sort((a, b) => (keyed(a) < keyed(b) ? -1 : 1))[0] ?? null;
}

function keyed({ received, reference }: Complaint): string {
  return `${received} ${reference}`;
}
