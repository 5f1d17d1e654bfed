import type { Complaint, Decision, Outcome } from "../../domain/complaint.ts";
import type { FindingDetail } from "../../domain/finding.ts";
import type { LocalDate } from "../../domain/local-date.ts";
import type { Period } from "../../domain/period.ts";
import type { RulesContext } from "../context.ts";

/** One stretch of time a complaint was open: from its receipt, or from when it was opened again. */
interface Spell {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly outcome: Outcome;
}

interface Withdrawal {
  readonly date: LocalDate;
  /** Where the date comes from when none was recorded as such. */
  readonly from: "date withdrawn" | "date closed" | "date received";
}

/** A complaint's way through time, as seen from a period. */
export interface Course {
  readonly openAtStart: boolean;
  readonly received: LocalDate;
  /** Closed on this day as at the period's end, in the period or before; null: open. */
  readonly closed: LocalDate | null;
  readonly outcome: Outcome;
  readonly withdrawal: Withdrawal | null;
  /** Opened again by the period's end, after it had been closed. */
  readonly reopened: boolean;
  /** The day it was opened again in the period, having been closed before the period. */
  readonly reopenedInPeriod: LocalDate | null;
  readonly notes: readonly FindingDetail[];
}

/** Definition of the period (KO41a guidelines, Brought forward and carried forward). Follow-ups open their complaint again. */
export function courseOf(given: Complaint, followUps: readonly Complaint[], { period, policies }: RulesContext): Course {
  const notes: FindingDetail[] = [];
  const complaint = policies.reopened === "new-complaint" ? renewed(given, period) : given;
  const { received } = complaint;
  const withdrawal = withdrawalOf(complaint, notes);
  if (withdrawal === null && complaint.reopened === null && followUps.length === 0)
    return { ...plainCourse(complaint, period), reopened: complaint !== given };
  const spells = spellsOf(complaint, followUps, notes);
  const begun = spells.filter((spell) => spell.from <= period.end);
  const current = begun.at(-1) ?? spells[0];
  const open = (spell: Spell): boolean => spell.from < period.start && (spell.to === null || spell.to >= period.start);
  const course = {
    received,
    openAtStart: spells.some(open),
    outcome: current?.outcome ?? complaint.outcome,
    withdrawal,
    reopened: begun.length > 1 || complaint !== given,
    reopenedInPeriod:
      received < period.start && !spells.some(open) ? (begun.find((spell) => spell.from >= period.start)?.from ?? null) : null,
    notes,
  };
  if (withdrawal === null) return { ...course, closed: upTo(current?.to ?? null, period.end) };
  // Withdrawn after the period's end: still open as at its end.
  if (withdrawal.date > period.end) return { ...course, closed: null, openAtStart: received < period.start };
  const closedBefore = complaint.closed !== null && complaint.closed >= received && complaint.closed < period.start;
  const openAtStart = received < period.start && withdrawal.date >= period.start && !closedBefore;
  return { ...course, openAtStart, closed: withdrawal.date, outcome: decided("not-upheld") };
}

/** Counted anew: a complaint from before the period is received when it was opened again. */
function renewed(complaint: Complaint, { start, end }: Period): Complaint {
  const { received, reopened, closed } = complaint;
  if (reopened === null || received >= start || reopened < received || reopened > end) return complaint;
  const closedAgain = closed !== null && closed > reopened;
  const outcome: Outcome = closedAgain ? complaint.outcome : { kind: "none" };
  return { ...complaint, received: reopened, reopened: null, closed: closedAgain ? closed : null, outcome };
}

/** Most complaints are received once and closed at most once. */
function plainCourse(complaint: Complaint, { start, end }: Period): Course {
  const notes: FindingDetail[] = [];
  const { received, outcome } = complaint;
  const closed = closingOf(complaint, notes);
  const openAtStart = received < start && (closed === null || closed >= start);
  return {
    received,
    openAtStart,
    closed: upTo(closed, end),
    outcome,
    withdrawal: null,
    reopened: false,
    reopenedInPeriod: null,
    notes,
  };
}

function spellsOf(complaint: Complaint, followUps: readonly Complaint[], notes: FindingDetail[]): Spell[] {
  const closed = closingOf(complaint, notes);
  const { outcome, received, reopened } = complaint;
  const spells: Spell[] =
    reopened !== null && closed !== null && closed <= reopened && reopened >= received
      ? [
          { from: received, to: closed, outcome },
          { from: reopened, to: null, outcome: { kind: "none" } },
        ]
      : [{ from: received, to: closed, outcome }];
  for (const followUp of followUps) {
    const said = followUp.outcome.kind === "none" ? outcome : followUp.outcome;
    spells.push({ from: followUp.reopened ?? followUp.received, to: closingOf(followUp, notes), outcome: said });
  }
  // Of two that begin on one day the one that is still open, or was open longer, is the later.
  return spells.sort((a, b) => compare(a.from, b.from) || compare(a.to ?? "9999", b.to ?? "9999"));
}

/** A date of closing before the date received is no date of closing. */
function closingOf(complaint: Complaint, notes: FindingDetail[]): LocalDate | null {
  const { closed, received } = complaint;
  if (closed === null || closed >= received) return closed;
  notes.push({ kind: "closed-before-received", field: "closed", closed, received });
  return null;
}

function withdrawalOf({ withdrawn, closed, received, outcome }: Complaint, notes: FindingDetail[]): Withdrawal | null {
  if (withdrawn !== null && withdrawn >= received) return { date: withdrawn, from: "date withdrawn" };
  if (withdrawn === null && outcome.kind !== "withdrawn") return null;
  if (withdrawn !== null) notes.push({ kind: "closed-before-received", field: "withdrawn", closed: withdrawn, received });
  return closed !== null && closed >= received
    ? { date: closed, from: "date closed" }
    : { date: received, from: "date received" };
}

function upTo(date: LocalDate | null, end: LocalDate): LocalDate | null {
  return date !== null && date <= end ? date : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function decided(decision: Decision): Outcome {
  return { kind: "decided", decision };
}
