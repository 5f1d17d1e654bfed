import { ITEM } from "../../domain/item.ts";
import type { RuleEntry } from "../../domain/rule.ts";
import { guidance, guidelines, ownChoice } from "../sources.ts";

const timing = (entry: Omit<RuleEntry, "kind">): RuleEntry => ({ kind: "timing", ...entry });

const PERIOD = guidelines("Brought forward and carried forward");
const OUTCOME = guidance("Upheld, partially upheld and not upheld");

/** When a complaint counts, and what stops it from being resolved. */
export const TIMING_ENTRIES: readonly RuleEntry[] = [
  timing({
    id: "brought-forward",
    severity: "info",
    title: "Brought forward",
    why: "A complaint that arrived before the period and was still open at its start is carried into it.",
    effect: "Counts in Total Brought Forward, and in none of sections 3 to 8.",
    source: PERIOD,
    otherwise: "it was received within the period, which makes it new; or was closed before the period, which takes it out.",
    figures: [ITEM.broughtForward],
  }),
  timing({
    id: "new-in-period",
    severity: "info",
    title: "New in the period",
    why: "Sections 3 to 8 describe the complaints that arrived within the period.",
    effect: "Counts in Total New and in sections 3 to 8.",
    source: PERIOD,
    otherwise: "it was received before the period, which makes it brought forward; or after it, which takes it out.",
    figures: [ITEM.new],
  }),
  timing({
    id: "resolved-in-period",
    severity: "info",
    title: "Resolved in the period",
    why: "A complaint is resolved when its final response is sent and the complaint as a whole is upheld, partially upheld or not upheld.",
    effect: "Counts in Total Resolved and under its outcome.",
    source: OUTCOME,
    otherwise: "the closing date lies after the period, which leaves it open; or the outcome is another.",
    figures: [ITEM.resolved, ITEM.upheld, ITEM.partiallyUpheld, ITEM.notUpheld],
  }),
  timing({
    id: "open-at-period-end",
    severity: "info",
    title: "Open at the period's end",
    why: "What is open at the period's end goes on into the next return. An outcome dated later belongs there too.",
    effect: "Counts in Total Carried Forward.",
    source: PERIOD,
    otherwise: "it has both a closing date within the period and one of the three outcomes, which makes it resolved.",
    figures: [ITEM.carriedForward],
  }),
  timing({
    id: "closed-without-outcome",
    severity: "error",
    title: "Closed without an outcome",
    why: "A resolved complaint has one of three outcomes. Without one nobody can say which figure it belongs to.",
    effect: "Stays open in the figures.",
    source: OUTCOME,
    otherwise: "the outcome is recorded, which makes it resolved.",
    figures: [ITEM.carriedForward],
  }),
  timing({
    id: "outcome-without-date",
    severity: "error",
    title: "An outcome without a closing date",
    why: "Only the date of the final response tells in which period a complaint was resolved.",
    effect: "Stays open in the figures.",
    source: PERIOD,
    otherwise: "the closing date is recorded; within the period it makes the complaint resolved.",
    figures: [ITEM.carriedForward],
  }),
  timing({
    id: "closed-before-received",
    severity: "error",
    title: "Closed before it was received",
    why: "One of the two dates is wrong.",
    effect: "The closing date is not used; the complaint stays open in the figures.",
    source: PERIOD,
    otherwise: "the wrong one of the two dates is corrected.",
    figures: [ITEM.carriedForward],
  }),
  timing({
    id: "undecided-outcome",
    severity: "error",
    title: "An outcome that KO41a does not have",
    why: "The collection knows upheld, partially upheld and not upheld, judged over the whole complaint. Another word is never guessed.",
    effect: "Stays open in the figures, unless policy inconclusive says how an inconclusive complaint counts.",
    source: OUTCOME,
    otherwise:
      "the outcome is upheld, partially upheld or not upheld; or another choice was made for policy inconclusive, if it is inconclusive.",
    figures: [ITEM.carriedForward, ITEM.resolved, ITEM.upheld, ITEM.partiallyUpheld, ITEM.notUpheld],
    policy: "inconclusive",
  }),
  timing({
    id: "reopened",
    severity: "info",
    title: "Follow-up or re-opened",
    why: "Official guidance does not mention follow-ups. Counted once, one complaint stays one.",
    effect:
      "With policy reopened=same-complaint there is no second count: the complaint is open again from the re-opened date. With new-complaint it is counted anew from that date.",
    source: ownChoice("Policy reopened"),
    otherwise: "no re-opened date and no original reference are recorded, or the other choice was made for policy reopened.",
    figures: [
      ITEM.new,
      ITEM.broughtForward,
      ITEM.carriedForward,
      ITEM.resolved,
      ITEM.upheld,
      ITEM.partiallyUpheld,
      ITEM.notUpheld,
    ],
    policy: "reopened",
  }),
  timing({
    id: "reopened-in-period",
    severity: "warning",
    title: "Closed before the period, opened again in it",
    why: "It was not open at the period's start and did not arrive in the period, so it is in none of the figures. Guidance is silent.",
    effect: "Kept out as outside the period, with a warning.",
    source: ownChoice("Policy reopened"),
    otherwise: "policy reopened is new-complaint, which counts it as new on the day it was opened again.",
    policy: "reopened",
  }),
];
