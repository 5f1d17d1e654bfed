import type { ItemId } from "../../domain/item.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import { columnName } from "../../package/address.ts";

/** The formula of a total in one row. */
type RowFormula = (row: number) => string;

interface Total {
  readonly plus: readonly ItemId[];
  readonly minus: readonly ItemId[];
}

/** The formulas of all totals that the relations of the rule book add up. */
export function totalFormulas(
  { relations }: Pick<RuleBook, "relations">,
  columns: ReadonlyMap<ItemId, number>,
): ReadonlyMap<ItemId, RowFormula> {
  const checks = relations.flatMap((relation) => relation.checks);
  return new Map(
    checks.flatMap((check) => (check.verb === "adds-up" ? [[check.total, totalFormula(check, columns)] as const] : [])),
  );
}

/** It shows nothing as long as none of its parts holds a number. */
function totalFormula({ plus, minus }: Total, columns: ReadonlyMap<ItemId, number>): RowFormula {
  const columnsOf = (ids: readonly ItemId[]): readonly number[] => ids.flatMap((id) => columns.get(id) ?? []);
  const all = rangesOf(columnsOf([...plus, ...minus]));
  const added = rangesOf(columnsOf(plus));
  const taken = rangesOf(columnsOf(minus));
  return (row) => {
    // SUM passes over the empty text of a blank sub-total; a bare reference to it would be an error.
    const less = minus.length > 0 ? `-SUM(${taken(row)})` : "";
    return `IF(COUNT(${all(row)})=0,"",SUM(${added(row)})${less})`;
  };
}

/** Columns 3, 4, 5 and 8 are, in row 7, `C7:E7,H7`. */
function rangesOf(columns: readonly number[]): RowFormula {
  const runs: [number, number][] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.[1] === column - 1) last[1] = column;
    else runs.push([column, column]);
  }
  const names = runs.map((run) => [...new Set(run)].map(columnName));
  return (row) => names.map((ends) => ends.map((name) => name + row).join(":")).join(",");
}
