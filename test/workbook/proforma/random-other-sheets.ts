import type { ItemId } from "../../../src/domain/item.ts";
import { ruleBook } from "../../support/rule-book.ts";
import type { Choices } from "./random-choices.ts";
import type { FormulaCell } from "./random-formulas.ts";
import { Grid, type Turn } from "./random-grid.ts";
import type { PlainSheet } from "./random-package.ts";

/** A blank cell beside a label. */
export interface TitleCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly takes: "code" | "period";
}

const COVER = "About this form";
const SUMMARY = "Overview";
const NEW = "Complaints_Total_New" as ItemId;

/** Writes a title and who returns for when; the cells that are left to be filled. */
export function titleCells(grid: Grid, { titlesFilled, styled, sheet, titles }: Choices): readonly TitleCell[] {
  grid.put(1, 1, { value: "Written complaints, 2025-26" });
  const wanted = [
    { row: 2, label: "Organisation code:", value: "RZZ", takes: "code" },
    { row: 3, label: "Reporting period", value: "2025-26", takes: "period" },
  ] as const;
  return wanted.flatMap(({ row, label, value, takes }) => {
    grid.put(row, 1, { value: label });
    if (titlesFilled) grid.put(row, 2, { value });
    else if (styled) grid.put(row, 2, { style: 2 });
    return titlesFilled ? [] : [{ sheet: titles === "data" ? sheet : COVER, row, column: 2, takes }];
  });
}

export function coverSheet(chosen: Choices): { readonly sheet: PlainSheet; readonly titles: readonly TitleCell[] } | null {
  if (chosen.cover === "none") return null;
  const grid = new Grid();
  const titles = chosen.titles === "cover" ? titleCells(grid, chosen) : [];
  grid.put(5, 1, { value: "Fill one line for each site, and send it to the collecting body." });
  if (chosen.cover === "items")
    ruleBook().items.forEach(({ number, label }, index) => {
      grid.put(7 + index, 1, { value: number });
      grid.put(7 + index, 2, { value: label });
    });
  return { sheet: plain(COVER, grid), titles };
}

/** A sheet that adds up what stands on the other. */
export function summarySheet(
  { summary, sheet, cached }: Choices,
  turn: Turn,
  lines: readonly number[],
  positions: ReadonlyMap<ItemId, number>,
): { readonly sheet: PlainSheet; readonly formulas: readonly FormulaCell[]; readonly unknownOver: readonly number[] } | null {
  const [first] = lines;
  const last = lines.at(-1);
  if (summary === "none" || first === undefined || last === undefined) return null;
  const grid = new Grid();
  const data = /^\w+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  const over = (position: number): string => `${data}!${turn.range([first, position], [last, position])}`;
  const formulas: FormulaCell[] = [];
  const write = (
    row: number,
    column: number,
    formula: string,
    over: readonly number[],
    comesTo: FormulaCell["comesTo"],
  ): void => {
    grid.put(row, column, { formula, ...(cached ? { value: 0 } : {}) });
    formulas.push({ sheet: SUMMARY, row, column, lines: over, comesTo, item: null });
  };
  const some = ruleBook().items.filter((_, index) => index % 9 === 0);
  some.forEach(({ id, label }, index) => {
    const position = positions.get(id) ?? 0;
    const row = index + 2;
    grid.put(row, 1, { value: `All sites: ${label}` });
    write(row, 2, `SUM(${over(position)})`, lines, (figures) => lines.reduce((sum, line) => sum + figures(line, id), 0));
    write(row, 3, `${data}!${turn.address(first, position)}`, [first], (figures) => figures(first, id));
    write(row, 4, `IF(B${row}>0,"some: "&C${row}*2,"none")`, lines, (figures) => {
      const all = lines.reduce((sum, line) => sum + figures(line, id), 0);
      return all > 0 ? `some: ${figures(first, id) * 2}` : "none";
    });
  });
  if (summary === "unknown") grid.put(40, 1, { formula: `SUMPRODUCT(${over(positions.get(NEW) ?? 0)})`, value: 0 });
  return { sheet: plain(SUMMARY, grid), formulas, unknownOver: summary === "unknown" ? lines : [] };
}

function plain(name: string, { cells }: Grid): PlainSheet {
  return { name, cells, formatted: new Set(), merges: [], validated: null, isProtected: false };
}
