import type { Reconciliation } from "../../domain/reconciliation.ts";
import { differenceWords, explanationWords, isOpen } from "./words.ts";

/** `ko41a-reconcile/1`: every figure on which the two differ, with what the ledger knows of it. */
export function reconciliationJson(reconciled: Reconciliation): string {
  const { ours, theirs, compared, differences, explanations } = reconciled;
  const value = {
    schema: "ko41a-reconcile/1",
    ours,
    theirs,
    compared,
    explanations: explanations.map((one) => ({ ...one, message: explanationWords(one) })),
    differences: differences.map((one) => ({
      ...one,
      difference: one.theirs - one.ours,
      messages: differenceWords(one, isOpen(reconciled)),
    })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
