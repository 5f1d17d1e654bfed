import type { Complaint, Decision, Outcome } from "../../domain/complaint.ts";
import type { FindingDetail } from "../../domain/finding.ts";
import type { Policies } from "../../domain/policy.ts";
import type { RulesContext } from "../context.ts";
import type { Course } from "./course.ts";

export interface Resolution {
  /** Null: open at the period's end. */
  readonly decision: Decision | null;
  /** The rule by whose policy it was decided; null: as recorded. */
  readonly by: "undecided-outcome" | null;
  readonly notes: readonly FindingDetail[];
}

/** Resolved: closed within the period with an outcome for the complaint as a whole. What is not known stays open. */
export function resolutionOf(complaint: Complaint, course: Course, { period, policies }: RulesContext): Resolution {
  const { closed, outcome } = course;
  const decision = decisionOf(outcome, policies);
  const undecided = outcome.kind === "inconclusive" || outcome.kind === "unrecognised";
  if (closed !== null && closed >= period.start) {
    if (decision !== null) return { decision, by: undecided ? "undecided-outcome" : null, notes: [] };
    if (undecided) return open({ kind: "undecided-outcome", words: outcome.words });
    return open({ kind: "closed-without-outcome", closed });
  }
  const undated = complaint.closed === null && course.withdrawal === null;
  if (undated && decision !== null) return open({ kind: "outcome-without-date" });
  if (undated && undecided) return open({ kind: "undecided-outcome", words: outcome.words });
  return open();
}

function decisionOf(outcome: Outcome, { inconclusive }: Policies): Decision | null {
  if (outcome.kind === "decided") return outcome.decision;
  if (outcome.kind === "inconclusive" && inconclusive !== "stay-open") return inconclusive;
  return null;
}

function open(...notes: FindingDetail[]): Resolution {
  return { decision: null, by: null, notes };
}
