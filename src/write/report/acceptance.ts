import { type Finding, finding } from "../../domain/finding.ts";
import type { Acceptance } from "../../domain/report.ts";

/** A finding with the acceptance that answers it. Only a warning can be accepted. */
export interface Judged {
  readonly finding: Finding;
  readonly acceptance: Acceptance | null;
}

/** Judges every finding; an acceptance that answers none becomes a warning of its own. */
export function judge(findings: readonly Finding[], acceptances: readonly Acceptance[]): readonly Judged[] {
  const matched = new Set<Acceptance>();
  const judged = findings.map((found): Judged => {
    const answers = found.severity === "warning" ? acceptances.filter((acceptance) => answersTo(acceptance, found)) : [];
    for (const answer of answers) matched.add(answer);
    return { finding: found, acceptance: answers[0] ?? null };
  });
  const unmatched = acceptances.filter((acceptance) => !matched.has(acceptance));
  return [...judged, ...unmatched.map((acceptance) => ({ finding: noMatch(acceptance), acceptance: null }))];
}

function answersTo(acceptance: Acceptance, found: Finding): boolean {
  return (
    acceptance.rule === found.rule &&
    (acceptance.site === undefined || acceptance.site === found.site) &&
    (acceptance.item === undefined || acceptance.item === found.item) &&
    (acceptance.reference === undefined || acceptance.reference === found.reference)
  );
}

function noMatch({ rule, reason, site, reference }: Acceptance): Finding {
  return finding("warning", { kind: "acceptance-unmatched", rule, reason }, { site: site ?? null, reference: reference ?? null });
}
