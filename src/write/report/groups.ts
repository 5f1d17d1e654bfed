import type { Report, ReportedFinding } from "../../domain/report.ts";
import type { RuleEntry, RuleKind } from "../../domain/rule.ts";

/** The findings of one rule. */
export interface Group {
  readonly rule: string;
  readonly title: string;
  readonly entry: RuleEntry | null;
  readonly findings: readonly [ReportedFinding, ...ReportedFinding[]];
  /** The one fix that serves all of them; null when they differ. */
  readonly fix: string | null;
}

interface Groups {
  readonly errors: readonly Group[];
  readonly warnings: readonly Group[];
  readonly notes: readonly Group[];
}

/** What is put right early may make later findings go away: the file first, the finished figures last. */
const ORDER_OF_WORK: Readonly<Record<RuleKind, number>> = {
  file: 0,
  record: 1,
  exclusion: 2,
  site: 3,
  aspect: 4,
  timing: 5,
  relation: 6,
  plausibility: 7,
};

export function groupsOf(report: Report, catalogue: ReadonlyMap<string, RuleEntry>): Groups {
  const open = report.findings.filter((finding) => finding.accepted === null);
  const of = (severity: ReportedFinding["severity"]): readonly Group[] =>
    grouped(
      open.filter((finding) => finding.severity === severity),
      catalogue,
    );
  return { errors: of("error"), warnings: of("warning"), notes: of("info") };
}

function grouped(findings: readonly ReportedFinding[], catalogue: ReadonlyMap<string, RuleEntry>): readonly Group[] {
  const byRule = new Map<string, [ReportedFinding, ...ReportedFinding[]]>();
  for (const finding of findings) {
    const known = byRule.get(finding.rule);
    if (known) known.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  const groups = [...byRule].map(([rule, found]): Group => {
    const entry = catalogue.get(rule) ?? null;
    const fix = found.every((one) => one.fix === found[0].fix) ? found[0].fix : null;
    return { rule, title: entry?.title ?? rule, entry, findings: found, fix };
  });
  return groups.toSorted((a, b) => stage(a) - stage(b));
}

function stage({ entry }: Group): number {
  return entry === null ? Number.MAX_SAFE_INTEGER : ORDER_OF_WORK[entry.kind];
}

export function sizeOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { findings }) => sum + findings.length, 0);
}

/** Every finding as it is best worked through; those that were accepted last. */
export function inOrderOfWork(report: Report, catalogue: ReadonlyMap<string, RuleEntry>): readonly ReportedFinding[] {
  const { errors, warnings, notes } = groupsOf(report, catalogue);
  const open = [...errors, ...warnings, ...notes].flatMap(({ findings }) => findings);
  return [...open, ...report.findings.filter(({ accepted }) => accepted !== null)];
}
