import type { Complaint } from "./domain/complaint.ts";
import { FIELDS, type Field } from "./domain/field.ts";
import { type Finding, finding } from "./domain/finding.ts";
import { type LocalDate, plusDays } from "./domain/local-date.ts";
import type { Period } from "./domain/period.ts";
import type { Policies } from "./domain/policy.ts";
import type { Register } from "./domain/register.ts";
import type { Report } from "./domain/report.ts";
import type { LedgerLine, Provenance, Return } from "./domain/return.ts";
import type { RuleEntry } from "./domain/rule.ts";
import type { RuleBook } from "./domain/rule-book.ts";
import type { Settings } from "./domain/settings.ts";
import type { Place, SourceTable } from "./domain/source-table.ts";
import { type ExportFile, readExport } from "./ingest/read-export.ts";
import { generic } from "./ingest/sources/generic/index.ts";
import { type Complaints, readComplaints } from "./normalise/complaints.ts";
import { withLocalWords } from "./normalise/local-words.ts";
import { checkPlausibility } from "./rules/checks/plausibility.ts";
import { checkAgainstPrior, type Prior } from "./rules/checks/prior.ts";
import { checkRelations } from "./rules/checks/relations.ts";
import type { RulesContext } from "./rules/context.ts";
import { type Counted, decider, type Verdict } from "./rules/decide.ts";
import { sortFollowUps } from "./rules/follow-ups.ts";
import { siteNotes } from "./rules/site-notes.ts";
import { statusesOf } from "./rules/statuses.ts";
import { balanceOf, ledgerOf, type RefusedPlace, type Settled, traceOf } from "./tally/ledger.ts";
import { tally } from "./tally/tally.ts";
import { unmappedOf } from "./tally/unmapped.ts";
import { buildReport } from "./write/report/build-report.ts";
import { itemLabels } from "./write/report/labels.ts";

/** What all returns of one run share. */
export interface Job {
  /** The one organisation that returns; null: each that the data names. */
  readonly organisation: string | null;
  readonly period: Period;
  readonly policies: Policies;
  readonly book: RuleBook;
  readonly catalogue: ReadonlyMap<string, RuleEntry>;
  readonly register: Register;
  readonly settings: Settings;
  readonly prior: Prior | null;
  /** The day of the run, only when the user put one in. */
  readonly today: LocalDate | null;
  readonly provenance: Omit<Provenance, "inputs" | "edition">;
}

/** An export as it came, with the hash of its bytes. */
export interface HashedExport extends ExportFile {
  readonly sha256: string;
}

/** The exports as complaints, before anything is counted. */
export interface Input extends Complaints {
  readonly files: Provenance["inputs"];
}

/** One organisation's return with its ledger and its report. */
export interface Outcome {
  readonly result: Return;
  readonly ledger: readonly LedgerLine[];
  readonly report: Report;
}

/**
 * Exports in, complaints out: ingest, then normalise.
 * @throws {Refusal} when a file cannot be read
 */
export async function readInput(exports: readonly HashedExport[], job: Job, onProgress: (share: number) => void): Promise<Input> {
  const { columns, values } = job.settings;
  const reads = [];
  for (const [index, one] of exports.entries())
    reads.push(await readExport(one, generic, columns, (share) => onProgress((index + share) / exports.length)));
  const tables = reads.flatMap((read) => read.tables);
  const words = { ...withLocalWords(job.book, values), thresholds: job.book.thresholds, organisation: job.organisation };
  const complaints = readComplaints(tables, generic.headings, columns, words);
  const files = exports.map(({ file, sha256 }) => ({
    file,
    sha256,
    rows: complaints.places.filter((place) => place.file === file).length,
  }));
  const empty =
    complaints.places.length === 0 ? [finding("warning", { kind: "no-complaints" }, { source: placeOfNothing(tables) })] : [];
  return { ...complaints, files, findings: [...reads.flatMap((read) => read.findings), ...complaints.findings, ...empty] };
}

function placeOfNothing([table]: readonly SourceTable[]): Place | null {
  return table === undefined ? null : { file: table.file, row: table.headingRow };
}

/** Complaints in, one organisation's return out: rules, tally, checks, report. */
export function makeReturn(input: Input, organisation: { readonly code: string; readonly name: string }, job: Job): Outcome {
  const { period, policies, book, register } = job;
  const latestReceived = job.today ?? plusDays(period.end, book.thresholds.futureDaysAfterPeriod);
  const headingOf = (field: Field): string => job.settings.columns.get(field) ?? FIELDS[field];
  const context: RulesContext = { organisation, period, policies, book, register, headingOf, latestReceived };

  const { originals, followUps, merged, findings: onFollowUps } = sortFollowUps(input.complaints, organisation.code, policies);
  const decide = decider(context);
  const verdicts = originals.map((complaint) => decide(complaint, followUps.get(complaint) ?? []));
  const counted = verdicts.filter((verdict): verdict is Counted => verdict.kind === "counted");
  const countable = counted.map(({ placing, items }) => ({ site: placing.site, siteName: placing.name, items }));
  const rows = tally(countable, organisation, book.items, book.relations, register);

  const settled: Settled[] = [
    ...verdicts.map(settle),
    ...merged.map(
      ({ complaint, into }): Settled =>
        into === null
          ? { fate: "excluded", complaint, rule: "reopened" }
          : { fate: "merged", complaint, rule: "reopened", into: into.reference },
    ),
  ];
  const refused: RefusedPlace[] = [
    ...input.refused.map((row) => ({ ...row, fate: "refused" as const })),
    ...input.noRecords.map(({ place }) => ({ place, reference: "", rule: "not-a-record", fate: "excluded" as const })),
  ];
  const ledger = ledgerOf(input.places, settled, refused);
  const balance = balanceOf(ledger);
  const complaints = traceOf(settled, refused);

  const decided = verdicts.flatMap((verdict) => verdict.findings);
  const aspectsMissing = new Set(decided.filter(({ rule }) => rule === "aspect-missing").map(({ reference }) => reference)).size;
  const findings: Finding[] = [
    ...findingsFor(organisation.code, input),
    ...onFollowUps,
    ...decided,
    ...siteNotes(counted, context),
    ...checkRelations(
      {
        organisation: organisation.code,
        rows: rows.map((row) => ({ ...row, place: null })),
        overall: null,
        trustRowCounted: true,
      },
      book,
    ),
    ...(job.prior === null ? [] : checkAgainstPrior(rows, job.prior, book)),
    ...checkPlausibility(rows, aspectsMissing, book),
  ];
  const rules = statusesOf(job.catalogue, {
    organisation: organisation.code,
    policies,
    register,
    findings,
    complaints,
    prior: job.prior,
  });
  const report = buildReport({
    findings,
    acceptances: job.settings.accepted,
    rules,
    balance,
    unmapped: unmappedOf(findings),
    labels: itemLabels(book.items),
  });
  const provenance: Provenance = { ...job.provenance, edition: book.edition, inputs: input.files };
  const { label, start, end } = period;
  return {
    result: { organisation, period: { label, start, end }, rows, policies, balance, complaints, provenance },
    ledger,
    report,
  };
}

/** What was found while reading, without what concerns complaints of other organisations only. */
function findingsFor(code: string, { complaints, findings }: Input): readonly Finding[] {
  const isOwn = ({ organisation }: Complaint): boolean => organisation === null || organisation === code;
  const foreign = new Set(complaints.filter((complaint) => !isOwn(complaint)).map(({ reference }) => reference));
  if (foreign.size === 0) return findings;
  for (const complaint of complaints) if (isOwn(complaint)) foreign.delete(complaint.reference);
  return findings.filter(({ reference }) => reference === null || !foreign.has(reference));
}

function settle(verdict: Verdict): Settled {
  const { complaint } = verdict;
  if (verdict.kind === "excluded") return { fate: "excluded", complaint, rule: verdict.rule };
  return { fate: "counted", complaint, site: verdict.placing.site, items: verdict.items, rules: verdict.rules };
}
