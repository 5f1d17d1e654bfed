import fc from "fast-check";
import type { Item, ItemId } from "../../../src/domain/item.ts";
import { ruleBook } from "../../support/rule-book.ts";
import { type Choices, choices } from "./random-choices.ts";
import { type FormulaCell, lineFormulas, sumFormulas } from "./random-formulas.ts";
import { Grid, oneIn, type Turn, turnOf } from "./random-grid.ts";
import { headerCells } from "./random-header.ts";
import { coverSheet, summarySheet, type TitleCell, titleCells } from "./random-other-sheets.ts";
import { type PlainSheet, packageOf, UNLOCKED } from "./random-package.ts";

/** A form that nobody designed, and where everything goes in it. */
export interface RandomProforma {
  readonly choices: Choices;
  readonly bytes: Uint8Array;
  readonly sheet: string;
  readonly turn: Turn;
  readonly positions: ReadonlyMap<ItemId, number>;
  readonly siteCode: number;
  readonly siteName: number | null;
  readonly listed: readonly { readonly code: string; readonly line: number }[];
  readonly free: readonly number[];
  readonly endlessFrom: number | null;
  readonly formulas: readonly FormulaCell[];
  /** Cells outside the figures that are blank and take who returns, and for when. */
  readonly blankTitles: readonly TitleCell[];
  /** Lines that a formula looks at which only a spreadsheet can work out. */
  readonly unknownOver: readonly number[];
  readonly [fc.toStringMethod]: () => string;
}

export const proformas: fc.Arbitrary<RandomProforma> = choices.map(proformaOf);

const { items } = ruleBook();

function proformaOf(chosen: Choices): RandomProforma {
  const turn = turnOf(chosen.sites);
  const down = chosen.sites === "down";
  const grid = new Grid();
  const put = (line: number, position: number, cell: Parameters<Grid["put"]>[2]): void =>
    grid.put(turn.row(line, position), turn.column(line, position), cell);
  const titles = chosen.titles === "data" ? titleCells(grid, chosen) : [];
  const rowsOfTitles = chosen.titles === "data" ? 4 : 0;
  const base = {
    line: chosen.offset.line + (down ? rowsOfTitles : chosen.titles === "data" ? 2 : 0),
    position: chosen.offset.position + (down ? 0 : rowsOfTitles),
  };

  const siteCode = base.position + 1;
  const siteName = chosen.siteNames ? base.position + 2 : null;
  const positions = positionsOf(chosen, siteName ?? siteCode);
  const end = Math.max(...positions.values());
  const { lastLine, merges } = headerCells(put, turn, chosen, base.line + 1, { siteCode, siteName, items: positions });

  const first = lastLine + 1 + chosen.headerGap;
  const lines = chosen.slots.map((_, index) => first + index);
  const last = first + lines.length - 1;
  const listed = chosen.slots.flatMap((isListed, index) =>
    isListed ? [{ code: chosen.codes[index] ?? "", line: first + index }] : [],
  );
  const holdsCells = chosen.prepared === "cells";
  const hasFormulas = (holdsCells || chosen.prepared === "validation") && chosen.totals !== "blank";
  for (const { code, line } of listed) {
    put(line, siteCode, { value: code, style: 1 });
    if (siteName !== null) put(line, siteName, { value: `Site ${code}` });
  }
  const style = chosen.isProtected ? { style: UNLOCKED } : chosen.styled ? { style: 4 } : {};
  if (holdsCells)
    for (const line of lines) {
      if (!chosen.slots[line - first]) for (const position of [siteCode, siteName ?? siteCode]) put(line, position, style);
      items.forEach(({ id }, index) => {
        const isMissing = chosen.missing !== null && index > 0 && oneIn(6, line, index, chosen.missing);
        if (!isMissing) put(line, positions.get(id) ?? 0, style);
      });
    }
  const formulas: FormulaCell[] = hasFormulas ? [...lineFormulas(put, turn, chosen, lines, positions, end + 1)] : [];

  const footer = last + 1 + chosen.footerGap;
  if (chosen.footer !== "none")
    put(footer, siteCode, { value: chosen.footer === "sums" ? "Total" : "Check all of it before you send it." });
  if (chosen.footer === "sums")
    formulas.push(...sumFormulas(put, turn, chosen, footer, [first, Math.max(first, last)], positions));

  const isBare = chosen.prepared === "nothing";
  const gap = isBare && chosen.footer !== "none" && chosen.footerGap === 1 ? [last + 1] : [];
  const data: PlainSheet = {
    name: chosen.sheet,
    cells: grid.cells,
    formatted: new Set(chosen.prepared === "rows" ? lines : []),
    merges,
    validated: chosen.prepared === "validation" ? turn.range([first, Math.min(...positions.values())], [last, end]) : null,
    isProtected: chosen.isProtected,
  };
  const cover = coverSheet(chosen);
  const summary = summarySheet(chosen, turn, lines, positions);
  const before = cover === null ? [] : [cover.sheet];
  const sheets = chosen.dataFirst ? [data, ...before] : [...before, data];
  if (summary !== null) sheets.splice(chosen.dataFirst ? sheets.length : 0, 0, summary.sheet);
  return {
    choices: chosen,
    bytes: packageOf(sheets, chosen.spelling),
    sheet: chosen.sheet,
    turn,
    positions,
    siteCode,
    siteName,
    listed,
    free: [...lines.filter((line) => !chosen.slots[line - first]), ...gap],
    endlessFrom: isBare && chosen.footer === "none" ? last + 1 : null,
    formulas: [...formulas, ...(summary?.formulas ?? [])],
    blankTitles: [...titles, ...(cover?.titles ?? [])],
    unknownOver: summary?.unknownOver ?? [],
    [fc.toStringMethod]: () => JSON.stringify(chosen),
  };
}

/** Where the items stand: in the order of the return, or in any. */
function positionsOf({ shuffle, spacers }: Choices, after: number): ReadonlyMap<ItemId, number> {
  const order = shuffle === null ? items : shuffled(items, shuffle);
  let at = after;
  let section: Item["section"] | null = null;
  return new Map(
    order.map(({ id, section: next }) => {
      at += spacers && shuffle === null && section !== null && next !== section ? 2 : 1;
      section = next;
      return [id, at];
    }),
  );
}

function shuffled(all: readonly Item[], seed: number): readonly Item[] {
  const rest = [...all];
  let state = seed;
  return all.map(() => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return rest.splice((state >>> 8) % rest.length, 1)[0] as Item;
  });
}
