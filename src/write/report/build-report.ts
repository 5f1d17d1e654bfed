import type { Finding } from "../../domain/finding.ts";
import type { Acceptance, Report, ReportedFinding, ReportedPlace, UnmappedWords } from "../../domain/report.ts";
import type { Balance, RowsByRule } from "../../domain/return.ts";
import type { RuleStatus, Severity } from "../../domain/rule.ts";
import type { Place } from "../../domain/source-table.ts";
import { type Judged, judge } from "./acceptance.ts";
import { sayFinding } from "./english.ts";
import type { ItemLabels } from "./labels.ts";

interface ReportInput {
  readonly findings: readonly Finding[];
  readonly acceptances: readonly Acceptance[];
  readonly rules: readonly RuleStatus[];
  readonly balance: Balance;
  readonly fates: readonly RowsByRule[];
  readonly unmapped: readonly UnmappedWords[];
  readonly labels: ItemLabels;
  readonly activity: Report["activity"];
  readonly overdue: Report["overdue"];
  readonly proof: Report["proof"];
}

const UNMATCHED = "acceptance-unmatched";
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

export function buildReport(input: ReportInput): Report {
  const judged = judge(input.findings, input.acceptances).toSorted(inOrder);
  const number = (test: (one: Judged) => boolean): number => judged.filter(test).length;
  return {
    schema: "ko41a-report/1",
    summary: {
      errors: number(({ finding }) => finding.severity === "error"),
      warnings: number(({ finding, acceptance }) => finding.severity === "warning" && acceptance === null),
      accepted: number(({ acceptance }) => acceptance !== null),
    },
    findings: judged.map((one) => reported(one, input.labels)),
    rules: withUnmatched(
      input.rules,
      number(({ finding }) => finding.rule === UNMATCHED),
    ),
    unmapped: input.unmapped,
    balance: input.balance,
    fates: input.fates,
    activity: input.activity,
    overdue: input.overdue,
    proof: input.proof,
  };
}

/** Findings in the words of report.json, without a report around them. */
export function reportedFindings(findings: readonly Finding[], labels: ItemLabels): readonly ReportedFinding[] {
  return findings.map((finding) => reported({ finding, acceptance: null }, labels));
}

function reported({ finding, acceptance }: Judged, labels: ItemLabels): ReportedFinding {
  const { message, fix } = sayFinding(finding, labels);
  return {
    rule: finding.rule,
    severity: finding.severity,
    message,
    fix,
    reference: finding.reference,
    site: finding.site,
    item: finding.item,
    source: finding.source === null ? null : placeOnly(finding.source),
    accepted: acceptance === null ? null : { reason: acceptance.reason, by: acceptance.by ?? null },
  };
}

/** Key by key, so that nothing else that a place may carry reaches the file. */
function placeOnly({ file, sheet, row, column }: Place): ReportedPlace {
  return { file, ...(sheet === undefined ? {} : { sheet }), row, column: column ?? null };
}

/** Whether acceptances match is known only here, after the rules have run. */
function withUnmatched(rules: readonly RuleStatus[], found: number): readonly RuleStatus[] {
  if (found === 0) return rules;
  const status: RuleStatus = { id: UNMATCHED, status: "found", reason: null, count: found };
  return rules.some(({ id }) => id === UNMATCHED)
    ? rules.map((rule) => (rule.id === UNMATCHED ? status : rule))
    : [...rules, status];
}

function inOrder({ finding: a }: Judged, { finding: b }: Judged): number {
  return (
    RANK[a.severity] - RANK[b.severity] ||
    compare(a.rule, b.rule) ||
    compare(a.source?.file ?? "", b.source?.file ?? "") ||
    compare(a.source?.sheet ?? "", b.source?.sheet ?? "") ||
    (a.source?.row ?? 0) - (b.source?.row ?? 0)
  );
}

/** By code, not by a computer's language settings, so that every computer writes the same file. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
