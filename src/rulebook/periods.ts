import type { Period } from "../domain/period.ts";
import { Refusal } from "../domain/problem.ts";

/** `2025-26`, `2025-26Q1`, and as people also write them: `2025/26`, `2025-26 q1`. Null: no period's label. */
export function periodLabel(text: string): { readonly label: string; readonly year: string } | null {
  const [, first, second, quarter] = /^(\d{4})[-/](?:20)?(\d{2})\s*(?:q([1-4]))?$/i.exec(text.trim()) ?? [];
  if (first === undefined || Number(second) !== (Number(first) + 1) % 100) return null;
  const year = `${first}-${second}`;
  return { year, label: quarter === undefined ? year : `${year}Q${quarter}` };
}

/** @throws {Refusal} when the edition has no such period */
export function findPeriod(periods: readonly Period[], label: string): Period {
  const period = periods.find((one) => one.label === label);
  if (period !== undefined) return period;
  throw new Refusal({
    what: `There is no reporting period "${label}".`,
    fix: `The rule book has ${periods.map((one) => one.label).join(", ")}.`,
  });
}
