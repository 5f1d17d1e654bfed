import type { Policies } from "../domain/policy.ts";
import { type Problem, Refusal } from "../domain/problem.ts";
import type { RuleBook } from "../domain/rule-book.ts";

/** A policy somebody chose, and where they did. */
export interface ChosenPolicy {
  readonly name: string;
  readonly value: string;
  readonly where: string;
}

/**
 * The defaults of the rule book with what was chosen; later choices win.
 * @throws {Refusal} naming every policy or value that does not exist
 */
export function choosePolicies({ policyChoices, defaultPolicies }: RuleBook, chosen: readonly ChosenPolicy[]): Policies {
  const problems: Problem[] = [];
  const policies: Record<string, string> = { ...defaultPolicies };
  for (const { name, value, where } of chosen) {
    const choice = policyChoices.find((one) => one.name === name);
    if (choice === undefined)
      problems.push({
        what: `There is no policy "${name}".`,
        where,
        fix: `The policies are ${policyChoices.map((one) => one.name).join(", ")}.`,
      });
    else if (!choice.values.includes(value))
      problems.push({ what: `Policy ${name} cannot be "${value}".`, where, fix: `Choose one of: ${choice.values.join(", ")}.` });
    else policies[name] = value;
  }
  if (problems.length > 0) throw new Refusal(...problems);
  return policies as unknown as Policies;
}
