import type { Complaint } from "../../domain/complaint.ts";
import type { RuleEntry } from "../../domain/rule.ts";
import type { RulesContext } from "../context.ts";
import type { Course } from "../timing/course.ts";

/** A reason why a complaint is not in the return. */
export interface Exclusion extends RuleEntry {
  readonly excludes: (complaint: Complaint, context: RulesContext, course: Course) => boolean;
}

/** An organisation as recorded is the one that returns, by code or by name. */
export function isThisOrganisation(recorded: string, { organisation }: RulesContext): boolean {
  const words = recorded.trim().toUpperCase();
  return words === organisation.code || words === organisation.name.trim().toUpperCase();
}
