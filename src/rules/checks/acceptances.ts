import { type Problem, Refusal } from "../../domain/problem.ts";
import type { Acceptance } from "../../domain/report.ts";
import type { RuleEntry } from "../../domain/rule.ts";

/** @throws {Refusal} when a rule that is accepted does not exist, or cannot be accepted */
export function checkAcceptances(acceptances: readonly Acceptance[], catalogue: ReadonlyMap<string, RuleEntry>): void {
  const problems = acceptances.flatMap(({ rule }): Problem[] => {
    const entry = catalogue.get(rule);
    if (entry === undefined)
      return [{ what: `ko41a.yaml accepts "${rule}", which is no rule.`, fix: "ko41a rules lists them all." }];
    if (entry.severity === "error")
      return [
        {
          what: `ko41a.yaml accepts "${rule}", which is an error. Errors cannot be accepted.`,
          fix: "Put the complaints right in their system.",
        },
      ];
    return [];
  });
  if (problems.length > 0) throw new Refusal(...problems);
}
