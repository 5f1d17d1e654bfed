import type { RuleEntry } from "../domain/rule.ts";
import type { RuleBook } from "../domain/rule-book.ts";
import { ASPECT_ENTRIES } from "./aspects/entries.ts";
import { PLAUSIBILITY_ENTRIES } from "./checks/entries.ts";
import { EXCLUSIONS } from "./exclusions/index.ts";
import { RECORD_ENTRIES } from "./records.ts";
import { SITE_ENTRIES } from "./sites/entries.ts";
import { TIMING_ENTRIES } from "./timing/entries.ts";

/** Every rule there is, in the order in which a complaint meets them. */
export function catalogueOf({ relations }: RuleBook): ReadonlyMap<string, RuleEntry> {
  const entries: RuleEntry[] = [
    ...RECORD_ENTRIES,
    ...EXCLUSIONS.map(({ excludes: _, ...entry }) => entry),
    ...SITE_ENTRIES,
    ...ASPECT_ENTRIES,
    ...TIMING_ENTRIES,
    ...relations.map(
      ({ checks: _, ...relation }): RuleEntry => ({
        ...relation,
        kind: "relation",
        effect: "Every row of the return is checked.",
      }),
    ),
    ...PLAUSIBILITY_ENTRIES,
  ];
  return new Map(entries.map((entry) => [entry.id, entry]));
}
