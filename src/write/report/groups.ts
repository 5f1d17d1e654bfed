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
  /** Warnings of which somebody says that they are right as they are. */
  readonly accepted: readonly Group[];
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
  const accepted = grouped(
    report.findings.filter((finding) => finding.accepted !== null),
    catalogue,
  );
  return { errors: of("error"), warnings: of("warning"), notes: of("info"), accepted };
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
  const { errors, warnings, notes, accepted } = groupsOf(report, catalogue);
  return [...errors, ...warnings, ...notes, ...accepted].flatMap(({ findings }) => findings);
}

/** How many findings of each group are shown. */
export type Shares = ReadonlyMap<Group, number>;

/** Given out in turn until `most` are out, so that a long group hides no other. */
export function sharesOf(groups: readonly Group[], most: number): Shares {
  const given = new Map(groups.map((group) => [group, 0]));
  let left = Math.min(most, sizeOf(groups));
  while (left > 0)
    for (const [group, now] of given) {
      if (left === 0 || now === group.findings.length) continue;
      given.set(group, now + 1);
      left -= 1;
    }
  return given;
}
