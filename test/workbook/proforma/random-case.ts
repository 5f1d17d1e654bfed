import fc from "fast-check";
import type { Return, SiteRow } from "../../../src/domain/return.ts";
import { cellKey } from "../../../src/workbook/book/cell.ts";
import type { Value } from "../../../src/workbook/formula/evaluate.ts";
import { ruleBook } from "../../support/rule-book.ts";
import { returnOf } from "../support.ts";
import { proformas, type RandomProforma } from "./random-proforma.ts";
import { siteRows } from "./random-return.ts";

/** A form and a return that fits it. */
export interface Case {
  readonly form: RandomProforma;
  readonly result: Return;
  readonly [fc.toStringMethod]: () => string;
}

export interface ExpectedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: number | string | null;
  readonly isFormula: boolean;
}

const book = ruleBook();
const policies = fc.constantFrom("zero" as const, "blank" as const);

export const cases: fc.Arbitrary<Case> = proformas.chain((form) =>
  fc
    .tuple(
      siteRows(
        form.listed.map(({ code }) => code),
        roomOf(form),
      ),
      policies,
    )
    .map(([rows, policy]) => ({
      form,
      result: returnOf(book, rows, policy),
      [fc.toStringMethod]: () => JSON.stringify({ form: form.choices, policy, rows }),
    })),
);

/** How many sites fit that the form does not list. */
export function roomOf({ free, endlessFrom }: RandomProforma): number {
  return endlessFrom === null ? free.length : 5;
}

/** The line of each site: its own, or the next free one. */
export function linesOf({ listed, free, endlessFrom }: RandomProforma, rows: readonly SiteRow[]): ReadonlyMap<SiteRow, number> {
  const lines = endlessFrom === null ? [...free] : Array.from({ length: 20 }, (_, index) => endlessFrom + index);
  return new Map(
    rows.map((row) => [row, listed.find(({ code }) => code === row.siteCode)?.line ?? lines.shift() ?? Number.NaN] as const),
  );
}

/** Every cell that filling must change, and what it must hold then, by the generator's own account. */
export function expectedCells({ form, result }: Case): readonly ExpectedCell[] {
  const { turn, sheet, positions, siteCode, siteName, listed, formulas, blankTitles } = form;
  const cells: ExpectedCell[] = [];
  const lines = linesOf(form, result.rows);
  const put = (line: number, position: number, value: ExpectedCell["value"]): unknown =>
    cells.push({ sheet, row: turn.row(line, position), column: turn.column(line, position), value, isFormula: false });
  const shown = new Map<number, (item: string) => number | null>();
  const formulaAt = new Set(formulas.filter((one) => one.sheet === sheet).map(({ row, column }) => `${row} ${column}`));
  for (const [row, line] of lines) {
    const isBlank = result.policies.clinicalZeros === "blank" && book.itemsOfSection(6).every(({ id }) => row.counts[id] === 0);
    if (!listed.some((site) => site.line === line)) {
      put(line, siteCode, row.siteCode);
      if (siteName !== null) put(line, siteName, row.siteName);
    }
    const values = new Map(
      book.items.map(({ id, section }) => [id as string, isBlank && section === 6 ? null : (row.counts[id] ?? 0)]),
    );
    shown.set(line, (item) => values.get(item) ?? null);
    for (const [id, position] of positions)
      if (!formulaAt.has(`${turn.row(line, position)} ${turn.column(line, position)}`))
        put(line, position, values.get(id) ?? null);
  }
  for (const { sheet: name, row, column, takes } of blankTitles) {
    const value = takes === "code" ? result.organisation.code : result.period.label;
    cells.push({ sheet: name, row, column, value, isFormula: false });
  }
  const filled = new Set(lines.values());
  for (const { lines: over, comesTo, ...place } of formulas)
    if (over.some((line) => filled.has(line)))
      cells.push({ ...place, value: comesTo((line, item) => shown.get(line)?.(item) ?? 0), isFormula: true });
  return cells;
}

/** The same, as `compare` takes it. */
export function intendedOf(cells: readonly ExpectedCell[]): ReadonlyMap<string, ReadonlyMap<number, Value>> {
  const intended = new Map<string, Map<number, Value>>();
  for (const { sheet, row, column, value } of cells)
    intended.set(sheet, (intended.get(sheet) ?? new Map<number, Value>()).set(cellKey(row, column), value));
  return intended;
}
