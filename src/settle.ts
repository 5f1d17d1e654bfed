import type { Complaint } from "./domain/complaint.ts";
import type { Finding } from "./domain/finding.ts";
import type { Otherwise } from "./domain/return.ts";
import type { Verdict } from "./rules/decide.ts";
import type { Settled } from "./tally/ledger.ts";

/** Rules that found something about how a complaint's rows were read, which may have changed how it counts. */
export function rulesByReference(findings: readonly Finding[]): ReadonlyMap<string, readonly string[]> {
  const rules = new Map<string, string[]>();
  for (const { reference, rule } of findings) {
    if (reference === null) continue;
    const known = rules.get(reference);
    if (known === undefined) rules.set(reference, [rule]);
    else if (!known.includes(rule)) known.push(rule);
  }
  return rules;
}

/**
 * What became of a complaint, for the ledger and the trace. `read` are rules about how its rows were read; `anew` says
 * where it would count if what was opened again were a complaint of its own.
 */
export function settle(
  verdict: Verdict,
  read: ReadonlyMap<string, readonly string[]>,
  anew: (complaint: Complaint) => Otherwise | null,
): Settled {
  const { complaint } = verdict;
  const known = read.get(complaint.reference) ?? [];
  if (verdict.kind === "counted") {
    const { placing, items, rules } = verdict;
    return { fate: "counted", complaint, site: placing.site, items, rules: [...rules, ...known] };
  }
  const { rule } = verdict;
  const found = new Set([...verdict.findings.map((one) => one.rule), ...known]);
  const otherwise = found.has("reopened-in-period") ? anew(complaint) : verdict.otherwise;
  return { fate: "excluded", complaint, rule, notes: [...found].filter((one) => one !== rule), otherwise };
}

/** Where a follow-up would count if it were a complaint of its own. */
export function otherwiseOf(verdict: Verdict): Otherwise | null {
  if (verdict.kind === "counted") return { site: verdict.placing.site, items: verdict.items, alsoKeptOutBy: [] };
  const { rule, otherwise } = verdict;
  return otherwise === null ? null : { ...otherwise, alsoKeptOutBy: [rule, ...otherwise.alsoKeptOutBy] };
}
