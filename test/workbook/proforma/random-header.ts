import type { Item, ItemId } from "../../../src/domain/item.ts";
import { ruleBook } from "../../support/rule-book.ts";
import type { Choices } from "./random-choices.ts";
import type { Turn } from "./random-grid.ts";
import type { PlainCell } from "./random-package.ts";

export type Put = (line: number, position: number, cell: PlainCell) => void;

interface Columns {
  readonly siteCode: number;
  readonly siteName: number | null;
  readonly items: ReadonlyMap<ItemId, number>;
}

interface Words {
  readonly id: string;
  readonly number: string;
  readonly label: string;
}

type Line = "number" | "label" | "one cell" | "id";

const LINES: Readonly<Record<Choices["heading"], readonly Line[]>> = {
  numbers: ["number"],
  labels: ["label"],
  both: ["number", "label"],
  "one cell": ["one cell"],
  ids: ["id"],
};

const { items } = ruleBook();

/** Writes the header from `first` on. */
export function headerCells(
  put: Put,
  turn: Turn,
  { heading, numbersFirst, numbersAsText, sections }: Choices,
  first: number,
  at: Columns,
): { readonly lastLine: number; readonly merges: readonly string[] } {
  const merges: string[] = [];
  let line = first;
  if (sections !== "none") {
    merges.push(...sectionLine(put, turn, sections, line, at.items));
    line += 1;
  }
  const named: readonly (readonly [number | null, Words])[] = [
    [at.siteCode, { id: "Site_Code", number: "1.3", label: "Site code" }],
    [at.siteName, { id: "Site_Name", number: "1.4", label: "Site name" }],
    ...items.map((item) => [at.items.get(item.id) ?? null, item] as const),
  ];
  const kinds = numbersFirst ? LINES[heading] : LINES[heading].toReversed();
  for (const kind of kinds) {
    for (const [position, { id, number, label }] of named) {
      if (position === null) continue;
      const value = { id, number: numbersAsText ? number : Number(number), label, "one cell": `${number} ${label}` }[kind];
      put(line, position, { value, style: 6 });
    }
    line += 1;
  }
  return { lastLine: line - 1, merges };
}

/** The names of sections above their items: above the first alone, merged, or above each. */
function sectionLine(
  put: Put,
  turn: Turn,
  sections: Choices["sections"],
  line: number,
  positions: ReadonlyMap<ItemId, number>,
): readonly string[] {
  const groups = new Map<string, number[]>();
  for (const { id, sectionName } of items as readonly Item[])
    groups.set(sectionName, [...(groups.get(sectionName) ?? []), positions.get(id) ?? 0]);
  return [...groups].flatMap(([value, at]) => {
    const [first = 0] = at;
    for (const position of sections === "repeated" ? at : [first]) put(line, position, { value });
    return sections === "merged" ? [turn.range([line, first], [line, at.at(-1) ?? first])] : [];
  });
}
