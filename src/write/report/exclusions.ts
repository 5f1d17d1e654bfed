import type { Return } from "../../domain/return.ts";
import type { RuleEntry } from "../../domain/rule.ts";

interface Exclusion {
  readonly rule: string;
  readonly title: string;
  readonly entry: RuleEntry | null;
  readonly complaints: number;
}

/** Complaints kept out of the return by the rule that kept them out, most first. */
export function exclusionsOf(
  { complaints }: Pick<Return, "complaints">,
  catalogue: ReadonlyMap<string, RuleEntry>,
): readonly Exclusion[] {
  const numbers = new Map<string, number>();
  for (const { fate, rules } of complaints) {
    if (fate !== "excluded") continue;
    const rule = rules[0] ?? "no rule named";
    numbers.set(rule, (numbers.get(rule) ?? 0) + 1);
  }
  return [...numbers]
    .map(([rule, number]): Exclusion => {
      const entry = catalogue.get(rule) ?? null;
      return { rule, title: entry?.title ?? rule, entry, complaints: number };
    })
    .toSorted((a, b) => b.complaints - a.complaints || (a.rule < b.rule ? -1 : 1));
}
