import type { Field } from "../domain/field.ts";
import type { LocalDate } from "../domain/local-date.ts";
import type { Period } from "../domain/period.ts";
import type { Policies } from "../domain/policy.ts";
import type { Register } from "../domain/register.ts";
import type { RuleBook } from "../domain/rule-book.ts";

/** What every rule may look at beside the complaint. */
export interface RulesContext {
  readonly organisation: { readonly code: string; readonly name: string };
  readonly period: Period;
  readonly policies: Policies;
  readonly book: RuleBook;
  readonly register: Register;
  /** The heading the officer sees over a field in a file. */
  readonly headingOf: (field: Field, file: string) => string;
  /** A date received after this day lies in the future. */
  readonly latestReceived: LocalDate;
}
