import { type Finding, finding } from "./domain/finding.ts";
import { ITEM } from "./domain/item.ts";
import { type LocalDate, plusDays } from "./domain/local-date.ts";
import type { Policies } from "./domain/policy.ts";
import type { FillWorkbook } from "./domain/proforma.ts";
import type { Register } from "./domain/register.ts";
import type { Report } from "./domain/report.ts";
import type { LedgerLine, Provenance, Return } from "./domain/return.ts";
import type { RuleEntry } from "./domain/rule.ts";
import type { Visits } from "./ingest/sources/carehq/home-visits.ts";
import { findingsAbout } from "./normalise/organisations.ts";
import type { Input, ReadingJob } from "./read-input.ts";
import { checkPlausibility } from "./rules/checks/plausibility.ts";
import { checkAgainstPrior, type Prior } from "./rules/checks/prior.ts";
import { checkRelations } from "./rules/checks/relations.ts";
import type { RulesContext } from "./rules/context.ts";
import { type Counted, decider } from "./rules/decide.ts";
import { sortFollowUps } from "./rules/follow-ups.ts";
import { siteNotes } from "./rules/site-notes.ts";
import { placer } from "./rules/sites/place.ts";
import { statusesOf } from "./rules/statuses.ts";
import { otherwiseOf, rulesByReference, settle } from "./settle.ts";
import { activityOf } from "./tally/activity.ts";
import { balanceOf, fatesOf, ledgerOf, type RefusedPlace, type Settled, traceOf } from "./tally/ledger.ts";
import { overdueOf } from "./tally/overdue.ts";
import { tally } from "./tally/tally.ts";
import { unmappedOf } from "./tally/unmapped.ts";
import { buildReport } from "./write/report/build-report.ts";
import { itemLabels } from "./write/report/labels.ts";

/** What all returns of one run share. */
export interface Job extends ReadingJob {
  readonly policies: Policies;
  readonly catalogue: ReadonlyMap<string, RuleEntry>;
  readonly register: Register;
  readonly prior: Prior | null;
  readonly activity: ({ readonly file: string } & Visits) | null;
  /** The day of the run, only when the user put one in. */
  readonly today: LocalDate | null;
  readonly provenance: Omit<Provenance, "inputs" | "edition">;
  /** Writes the workbook; null where none is wanted. */
  readonly fill: FillWorkbook | null;
}

/** One organisation's return with its ledger and its report. */
export interface Outcome {
  readonly result: Return;
  readonly ledger: readonly LedgerLine[];
  readonly report: Report;
  readonly workbook: Uint8Array | null;
  readonly prior: Prior | null;
}

/** Complaints in, one organisation's return out: rules, tally, checks, report. */
export function makeReturn(input: Input, organisation: { readonly code: string; readonly name: string }, job: Job): Outcome {
  const { period, policies, book, register } = job;
  const latestReceived = job.today ?? plusDays(period.end, book.thresholds.futureDaysAfterPeriod);
  const { headingOf } = input;
  const context: RulesContext = { organisation, period, policies, book, register, headingOf, latestReceived };

  const { originals, followUps, merged, findings: onFollowUps } = sortFollowUps(input.complaints, organisation.code, policies);
  const decide = decider(context);
  const verdicts = originals.map((complaint) => decide(complaint, followUps.get(complaint) ?? []));
  const counted = verdicts.filter((verdict): verdict is Counted => verdict.kind === "counted");
  const countable = counted.map(({ placing, items }) => ({ site: placing.site, siteName: placing.name, items }));
  const rows = tally(countable, organisation, book.items, book.relations, register);

  const onReading = findingsAbout(organisation.code, input);
  const read = rulesByReference(onReading);
  const countAnew = decider({ ...context, policies: { ...policies, reopened: "new-complaint" } });
  const settled: Settled[] = [
    ...verdicts.map((verdict) => settle(verdict, read, (complaint) => otherwiseOf(countAnew(complaint, [])))),
    ...merged.map(({ complaint, into }): Settled => {
      const otherwise = otherwiseOf(countAnew(complaint, []));
      return into === null
        ? { fate: "excluded", complaint, rule: "reopened", notes: [], otherwise }
        : { fate: "merged", complaint, rule: "reopened", into: into.reference, otherwise };
    }),
  ];
  const refused: RefusedPlace[] = [
    ...input.refused.map((row) => ({ ...row, fate: "refused" as const })),
    ...input.noRecords.map(({ place }) => ({ place, reference: "", rule: "not-a-record", fate: "excluded" as const })),
  ];
  const ledger = ledgerOf(input.places, settled, refused);
  const balance = balanceOf(ledger);
  const complaints = traceOf(settled, refused);

  const { label, start, end } = period;
  const provenance: Provenance = { ...job.provenance, edition: book.edition, inputs: input.files };
  const result: Return = { organisation, period: { label, start, end }, rows, policies, balance, complaints, provenance };
  const filled = job.fill?.(result) ?? null;

  const decided = verdicts.flatMap((verdict) => verdict.findings);
  const aspectsMissing = new Set(decided.filter(({ rule }) => rule === "aspect-missing").map(({ reference }) => reference)).size;
  const findings: Finding[] = [
    ...onReading,
    ...notesOn(job.activity),
    ...onFollowUps,
    ...decided,
    ...siteNotes(counted, context),
    ...(counted.length === 0 && verdicts.length > 0
      ? [finding("warning", { kind: "nothing-counted", complaints: verdicts.length })]
      : []),
    ...checkRelations(
      {
        organisation: organisation.code,
        rows: rows.map((row) => ({ ...row, place: null })),
        overall: null,
        trustRowCounted: true,
      },
      book,
    ),
    ...(job.prior === null ? [] : checkAgainstPrior(rows, complaints, job.prior, book)),
    ...checkPlausibility(rows, aspectsMissing, book),
    ...(filled?.findings ?? []),
  ];
  const rules = statusesOf(job.catalogue, {
    organisation: organisation.code,
    policies,
    register,
    findings,
    complaints,
    prior: job.prior,
    ownProforma: filled !== null && filled.proof !== null,
  });
  const report = buildReport({
    findings,
    acceptances: job.settings.accepted,
    rules,
    balance,
    fates: fatesOf(ledger),
    unmapped: unmappedOf(findings),
    labels: itemLabels(book.items),
    activity: activityFor(counted, context, input, job),
    overdue: overdueOf(
      counted.map(({ complaint, placing, items }) => ({ complaint, site: placing.site, items })),
      period,
    ),
    proof: filled?.proof ?? null,
  });
  return { result, ledger, report, workbook: filled?.bytes ?? null, prior: job.prior };
}

function notesOn(activity: Job["activity"]): readonly Finding[] {
  if (activity === null) return [];
  return activity.notes.map((detail) => finding("warning", detail, { source: { file: activity.file, row: 1 } }));
}

function activityFor(counted: readonly Counted[], context: RulesContext, { locations }: Input, { activity, period }: Job) {
  if (activity === null) return null;
  // One file may have names where the other has ids.
  const nameOf = (location: string): string => locations.get(location) ?? activity.locations.get(location) ?? location;
  const visits = activity.visits.map((visit) => ({ ...visit, location: nameOf(visit.location) }));
  const complaints = counted
    .filter(({ items }) => items.includes(ITEM.new))
    .map(({ placing }) => {
      const siteName = placing.withoutCode?.name ?? placing.name;
      return { site: placing.site, siteName: siteName === null ? null : nameOf(siteName) };
    });
  const place = placer(context);
  const siteOf = (location: string) => place([{ code: null, name: location, primary: true }]).matched?.code ?? null;
  return activityOf(activity.file, visits, complaints, period, siteOf);
}
