import type { RowsByRule } from "../../domain/return.ts";
import type { RuleEntry } from "../../domain/rule.ts";

interface Exclusion {
  readonly rule: string;
  readonly title: string;
  readonly entry: RuleEntry | null;
  readonly rows: number;
}

/** Rows that a rule kept out of the return, most first; further rows of the same complaint are merged, not excluded. */
export function exclusionsOf(fates: readonly RowsByRule[], catalogue: ReadonlyMap<string, RuleEntry>): readonly Exclusion[] {
  return fates.flatMap(({ fate, rule, rows }): readonly Exclusion[] => {
    if (fate !== "excluded" || rule === null) return [];
    const entry = catalogue.get(rule) ?? null;
    return [{ rule, title: entry?.title ?? rule, entry, rows }];
  });
}
