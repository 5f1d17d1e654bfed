import type { Finding } from "../domain/finding.ts";
import type { Policies } from "../domain/policy.ts";
import type { Register } from "../domain/register.ts";
import type { TracedComplaint } from "../domain/return.ts";
import type { RuleEntry, RuleStatus } from "../domain/rule.ts";
import type { Prior } from "./checks/prior.ts";
import { isIcb } from "./exclusions/icb-scope.ts";

export interface Run {
  readonly organisation: string;
  readonly policies: Policies;
  readonly register: Register;
  readonly findings: readonly Finding[];
  readonly complaints: readonly TracedComplaint[];
  readonly prior: Prior | null;
  readonly ownProforma: boolean;
}

/** What each rule of the catalogue did: complaints that it decided about, or findings, or why it was not run. */
export function statusesOf(catalogue: ReadonlyMap<string, RuleEntry>, run: Run): readonly RuleStatus[] {
  const byComplaint = new Map<string, number>();
  const byFinding = new Map<string, number>();
  for (const { rules } of run.complaints) for (const rule of rules) add(byComplaint, rule);
  for (const { rule } of run.findings) add(byFinding, rule);
  return [...catalogue].map(([id, entry]) => {
    const reason = whyNotRun(id, run);
    const decides = entry.kind === "exclusion" || entry.severity === "info";
    const count = (decides ? byComplaint.get(id) : undefined) ?? byFinding.get(id) ?? 0;
    return { id, status: reason !== null ? "not-run" : count > 0 ? "found" : "passed", reason, count };
  });
}

function add(counts: Map<string, number>, rule: string): void {
  counts.set(rule, (counts.get(rule) ?? 0) + 1);
}

const NO_PRIOR = "no prior return was given (--prior)";
const NOT_ADJOINING = "the prior return does not end on the day before this period";

function whyNotRun(id: string, { organisation, policies, register, prior, ownProforma }: Run): string | null {
  switch (id) {
    case "icb-scope":
      return isIcb(organisation) ? null : "the organisation is no integrated care board";
    case "oral-next-working-day":
      return policies.oralResolvedNextWorkingDay === "count" ? "policy oralResolvedNextWorkingDay is count" : null;
    case "reopened":
    case "reopened-in-period":
      return policies.reopened === "new-complaint" ? "policy reopened is new-complaint" : null;
    case "site-name-matched":
      return register.byName.size === 0 ? "neither a register nor a sites table was given" : null;
    case "sites-sum":
      return "the return has no overall row; NHS England makes it";
    case "listed-site-left-blank":
    case "figures-replaced":
    case "total-not-checked":
      return ownProforma ? null : "no proforma was given (--template)";
    case "brought-forward-continuity":
      if (prior === null) return NO_PRIOR;
      return prior.adjoins ? null : NOT_ADJOINING;
    case "site-fell-silent":
      return prior === null ? NO_PRIOR : null;
    case "new-site":
      if (prior === null) return NO_PRIOR;
      return prior.level === "site" ? null : "the prior return has no sites";
    case "not-brought-forward":
    case "not-carried-forward":
      if (prior === null) return NO_PRIOR;
      if (!prior.adjoins) return NOT_ADJOINING;
      return prior.complaints === null ? "the prior return does not name its complaints" : null;
    case "moved-against-prior":
      if (prior === null) return NO_PRIOR;
      return prior.sameLength ? null : "the prior return is for a period of another length";
    default:
      return null;
  }
}
