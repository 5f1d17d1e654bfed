import type { FillProof } from "../../domain/proforma.ts";
import { count, figure } from "./text.ts";

/** What filling changed in the trust's own proforma, in one line. */
export function proofWords({ filled, recalculated, otherChanges }: FillProof): string {
  const results = recalculated === 0 ? "" : `, ${count(recalculated, "result")} of its formulas worked out`;
  return `${count(filled, "cell")} filled${results}, ${figure(otherChanges)} other changes`;
}
