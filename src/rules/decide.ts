import type { Complaint } from "../domain/complaint.ts";
import { type Finding, type FindingDetail, finding } from "../domain/finding.ts";
import { ITEM, type ItemId } from "../domain/item.ts";
import type { Otherwise } from "../domain/return.ts";
import type { Severity } from "../domain/rule.ts";
import { describe } from "./aspects/describe.ts";
import { fieldOf } from "./columns.ts";
import type { RulesContext } from "./context.ts";
import type { Exclusion } from "./exclusions/exclusion.ts";
import { EXCLUSIONS } from "./exclusions/index.ts";
import { follows } from "./follow-ups.ts";
import { severityOf } from "./severity.ts";
import { type Placing, placer } from "./sites/place.ts";
import { type Course, courseOf } from "./timing/course.ts";
import { resolutionOf } from "./timing/resolution.ts";

/** A complaint that is in the return: its row, its figures, and the rules that put it there. */
export interface Counted {
  readonly kind: "counted";
  readonly complaint: Complaint;
  readonly placing: Placing;
  readonly items: readonly ItemId[];
  readonly rules: readonly string[];
  readonly findings: readonly Finding[];
}

/** A complaint that was read and understood, and kept out by a rule. */
interface Excluded {
  readonly kind: "excluded";
  readonly complaint: Complaint;
  readonly rule: string;
  readonly otherwise: Otherwise | null;
  readonly findings: readonly Finding[];
}

export type Verdict = Counted | Excluded;

export type Decide = (complaint: Complaint, followUps: readonly Complaint[]) => Verdict;

/** Does it count, where, as what, and when: one complaint against every counting rule. */
export function decider(context: RulesContext): Decide {
  const place = placer(context);
  return (complaint, followUps) => {
    const course = courseOf(complaint, followUps, context);
    const [exclusion, ...further] = EXCLUSIONS.filter((rule) => rule.excludes(complaint, context, course));
    const counted = (): Counted => count(complaint, followUps, course, place(complaint.sites), context);
    if (exclusion === undefined) return counted();
    return {
      kind: "excluded",
      complaint,
      rule: exclusion.id,
      otherwise: NEVER_OURS.has(exclusion.id) ? null : otherwise(counted(), further),
      findings: notesOnExclusion(exclusion.id, complaint, course, context),
    };
  };
}

/** Complaints of another time or of another organisation would count in another return, if at all. */
const NEVER_OURS: ReadonlySet<string> = new Set(["outside-period", "another-organisation"]);

function otherwise({ placing, items }: Counted, further: readonly Exclusion[]): Otherwise {
  return { site: placing.site, items, alsoKeptOutBy: further.map(({ id }) => id) };
}

function count(
  complaint: Complaint,
  followUps: readonly Complaint[],
  course: Course,
  placing: Placing,
  context: RulesContext,
): Counted {
  const resolution = resolutionOf(complaint, course, context);
  const isNew = course.received >= context.period.start;
  const description = isNew ? describe(complaint, course.received, context) : null;
  const resolved = resolution.decision !== null;
  const items: ItemId[] = [isNew ? ITEM.new : ITEM.broughtForward];
  if (resolution.decision === null) items.push(ITEM.carriedForward);
  else items.push(ITEM.resolved, OUTCOME_ITEM[resolution.decision]);
  const rules = [isNew ? "new-in-period" : "brought-forward", resolved ? "resolved-in-period" : "open-at-period-end"];
  if (resolved && course.withdrawal !== null) rules.push("withdrawn");
  if (followUps.length > 0 || complaint.reopened !== null || follows(complaint)) rules.push("reopened");
  if (resolution.by !== null) rules.push(resolution.by);
  for (const { kind } of [...course.notes, ...resolution.notes]) if (!rules.includes(kind)) rules.push(kind);
  if (complaint.source.length > 1) rules.push("merged-rows");
  rules.push(...placing.rules);
  if (description === null) rules.push("one-count-per-complaint");
  else {
    items.push(...description.items);
    rules.push(...description.rules);
  }
  const findings: Finding[] = [];
  const say = (detail: FindingDetail, item: ItemId | null = null): void => {
    findings.push(onComplaint(severityOf(detail.kind), detail, complaint, context, { site: placing.site, item }));
  };
  const questions = openQuestions(complaint, course, context);
  for (const { kind } of questions) if (!rules.includes(kind)) rules.push(kind);
  for (const notes of [course.notes, resolution.notes, placing.notes, questions]) for (const detail of notes) say(detail);
  for (const { detail, item } of description?.notes ?? []) say(detail, item);
  return { kind: "counted", complaint, placing, items, rules, findings };
}

const OUTCOME_ITEM = { upheld: ITEM.upheld, "partially-upheld": ITEM.partiallyUpheld, "not-upheld": ITEM.notUpheld } as const;

/** What an officer should look at again although it counts. */
function openQuestions(complaint: Complaint, { withdrawal }: Course, { latestReceived }: RulesContext): FindingDetail[] {
  const notes: FindingDetail[] = [];
  if (complaint.received > latestReceived) notes.push({ kind: "received-in-future", received: complaint.received });
  if (complaint.consent === "not-received" && complaint.investigated === "unknown") notes.push({ kind: "consent-not-received" });
  if (complaint.approval === "unapproved") notes.push({ kind: "unapproved-record" });
  if (withdrawal !== null) notes.push(...undatedWithdrawal(complaint, withdrawal));
  return notes;
}

function notesOnExclusion(rule: string, complaint: Complaint, course: Course, context: RulesContext): Finding[] {
  const notes: FindingDetail[] = [];
  if (rule === "withdrawn" && course.withdrawal !== null) notes.push(...undatedWithdrawal(complaint, course.withdrawal));
  if (rule === "icb-scope" && complaint.icbScope === "unknown") notes.push({ kind: "icb-scope" });
  if (rule === "outside-period" && course.reopenedInPeriod !== null)
    notes.push({ kind: "reopened-in-period", reopened: course.reopenedInPeriod });
  if (complaint.received > context.latestReceived) notes.push({ kind: "received-in-future", received: complaint.received });
  const errors = rule === "withdrawn" ? course.notes : [];
  return [
    ...errors.map((detail) => onComplaint(severityOf(detail.kind), detail, complaint, context)),
    ...notes.map((detail) => onComplaint("warning", detail, complaint, context)),
  ];
}

function onComplaint(
  severity: Severity,
  detail: FindingDetail,
  { reference, source, sites }: Complaint,
  { headingOf }: RulesContext,
  where: { readonly site?: string; readonly item?: ItemId | null } = {},
): Finding {
  const usual = fieldOf(detail);
  const field = usual === "siteCode" && sites.every(({ code }) => code === null) ? "siteName" : usual;
  const place = field === null ? source[0] : { ...source[0], column: headingOf(field, source[0].file) };
  return finding(severity, detail, { ...where, reference, source: place });
}

function undatedWithdrawal({ withdrawn }: Complaint, { date, from }: NonNullable<Course["withdrawal"]>): FindingDetail[] {
  return withdrawn !== null || from === "date withdrawn" ? [] : [{ kind: "withdrawn", used: date, from }];
}
