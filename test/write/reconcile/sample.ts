import type { ItemId } from "../../../src/domain/item.ts";
import type { Assumption, Difference, Effect, Reconciliation } from "../../../src/domain/reconciliation.ts";

export const ASSUMPTIONS: readonly Assumption[] = [
  { kind: "counts-what-is-kept-out", rule: "withdrawn" },
  { kind: "leaves-out-what-counts", rule: "withdrawn" },
  { kind: "counts-rows", rule: "merged-rows" },
  { kind: "resolves-without-outcome", rule: "closed-without-outcome" },
  { kind: "counts-what-is-kept-out", rule: "a-rule-of-old" },
];

export function effectOf(at: number, change: number, ...references: readonly string[]): Effect {
  const assumption = ASSUMPTIONS[at];
  if (assumption === undefined) throw new Error(`there is no assumption ${at}`);
  return { assumption, also: [], change, references };
}

export function differenceOf(changes: Partial<Difference> = {}): Difference {
  return {
    site: "RZZ01",
    item: "Complaints_Total_New" as ItemId,
    ours: 5,
    theirs: 6,
    explained: [],
    rest: 1,
    perhaps: [],
    elsewhere: false,
    ...changes,
  };
}

export function reconciliationOf(changes: Partial<Reconciliation> = {}): Reconciliation {
  return {
    ours: {
      file: "return.json",
      organisation: { code: "RZZ", name: "Synthetic NHS Foundation Trust" },
      period: "2025-26",
      changed: [],
    },
    theirs: { file: "vendor.csv", kind: "table", unread: { rows: [], columns: [] } },
    compared: 10,
    differences: [],
    explanations: [],
    ...changes,
  };
}
