import type { Period } from "../domain/period.ts";
import type { ReadReturn } from "../domain/read-return.ts";
import type { RuleBook } from "../domain/rule-book.ts";
import { periodLabel } from "../rulebook/periods.ts";
import type { Prior } from "../rules/checks/prior.ts";
import type { ReadFile } from "./files.ts";
import { readReturns } from "./read-returns.ts";

/**
 * The prior return of one organisation, from any file that holds one; null when the file is about others.
 * @throws {Refusal} when the file holds no return at all
 */
export async function readPrior(input: ReadFile, organisation: string, period: Period, book: RuleBook): Promise<Prior | null> {
  const found = (await readReturns(input, book.items)).find((one) => one.organisation.code === organisation);
  if (found === undefined) return null;
  return { rows: rowsOf(found), sameLength: kindOf(found.period) === period.kind };
}

/** A file at organisation level can be compared only as one row under the organisation's code. */
function rowsOf(found: ReadReturn): Prior["rows"] {
  return found.rows.length > 0 || found.overall === null ? found.rows : [found.overall];
}

function kindOf(label: string | null): Period["kind"] | null {
  const known = label === null ? null : periodLabel(label);
  if (known === null) return null;
  return known.label === known.year ? "year" : "quarter";
}
