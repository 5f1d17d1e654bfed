import type { ItemId } from "../../../src/domain/item.ts";
import { ruleBook } from "../../support/rule-book.ts";
import type { Choices } from "./random-choices.ts";
import type { Turn } from "./random-grid.ts";
import type { Put } from "./random-header.ts";
import { ADDING } from "./random-return.ts";

/** What stands beside a line in an item's cell: 0 where nothing does. */
export type Figures = (line: number, item: ItemId) => number;

/** A formula of the form, the lines it looks at, and what it must come to. */
export interface FormulaCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly lines: readonly number[];
  readonly comesTo: (figures: Figures) => number | string;
  /** The item whose cell it is. */
  readonly item: ItemId | null;
}

const id = (text: string): ItemId => text as ItemId;
const NEW = id("Complaints_Total_New");
const EQUAL = [id("Age_Total"), id("Status_Total")];

/** Totals of each line, and a check behind them. */
export function lineFormulas(
  put: Put,
  turn: Turn,
  { totals, fixed, cached, check, sheet }: Choices,
  lines: readonly number[],
  positions: ReadonlyMap<ItemId, number>,
  checkAt: number,
): readonly FormulaCell[] {
  const at = (item: ItemId): number => positions.get(item) ?? 0;
  const [first = 0] = lines;
  const last = lines.at(-1) ?? first;
  const formulas: FormulaCell[] = [];
  const write = (group: number, position: number, textAt: (line: number) => string, value: number | string): void => {
    const isShared = totals === "shared" && lines.length > 1;
    for (const line of lines) {
      const shared = { group, ref: line === first ? turn.range([first, position], [last, position]) : null };
      const text = !isShared || line === first ? { formula: textAt(line) } : {};
      put(line, position, { ...text, ...(isShared ? { shared } : {}), ...(cached ? { value } : {}), style: 3 });
    }
  };
  ADDING.forEach(({ total, plus, minus }, group) => {
    const places = plus.map(at);
    const inOrder = places.every((place, index) => index === 0 || place === (places[index - 1] ?? 0) + 1);
    write(
      group,
      at(total),
      (line) => {
        const address = (item: ItemId): string => turn.address(line, at(item), fixed);
        if (inOrder && minus.length === 0 && plus.length > 2)
          return `SUM(${address(plus[0] ?? NEW)}:${address(plus.at(-1) ?? NEW)})`;
        if (plus.length > 2) return `SUM(${plus.map(address).join(",")})`;
        return plus.map(address).join("+") + minus.map((item) => `-${address(item)}`).join("");
      },
      0,
    );
    for (const line of lines)
      formulas.push({
        ...placeOf(sheet, turn, line, at(total)),
        lines: [line],
        item: total,
        comesTo: (figures) => figures(line, total),
      });
  });
  if (!check) return formulas;
  const textAt = (line: number): string =>
    `IF(AND(${EQUAL.map((item) => `${turn.address(line, at(item))}=${turn.address(line, at(NEW))}`).join(", ")}),"OK","Check")`;
  write(ADDING.length, checkAt, textAt, "OK");
  return [
    ...formulas,
    ...lines.map((line) => ({ ...placeOf(sheet, turn, line, checkAt), lines: [line], item: null, comesTo: () => "OK" })),
  ];
}

/** Sums over all sites in one line, item by item. */
export function sumFormulas(
  put: Put,
  turn: Turn,
  { sheet, cached }: Choices,
  footer: number,
  [first, last]: readonly [number, number],
  positions: ReadonlyMap<ItemId, number>,
): readonly FormulaCell[] {
  const lines = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return ruleBook().items.map((item) => {
    const position = positions.get(item.id) ?? 0;
    const formula = `SUM(${turn.range([first, position], [last, position])})`;
    put(footer, position, { formula, ...(cached ? { value: 0 } : {}) });
    return {
      ...placeOf(sheet, turn, footer, position),
      lines,
      item: null,
      comesTo: (figures) => lines.reduce((sum, line) => sum + figures(line, item.id), 0),
    };
  });
}

function placeOf(sheet: string, turn: Turn, line: number, position: number) {
  return { sheet, row: turn.row(line, position), column: turn.column(line, position) };
}
