import type { CellPlace } from "../../../domain/proforma.ts";
import { normaliseWords } from "../../../domain/words.ts";
import { type Cell, cellKey } from "../../book/cell.ts";
import type { Book, Sheet } from "../../book/read-book.ts";
import {
  datesIn,
  type Month,
  mentionIn,
  monthOfSerial,
  type PeriodCell,
  type PeriodMention,
  periodBetween,
  periodIn,
} from "./period.ts";
import { siteCodeIn } from "./site-lines.ts";
import { textOf } from "./view.ts";

/** The cells outside the figures that say who returns, for when, and on which form. */
export interface Places {
  readonly code: LabelledCell | null;
  readonly name: LabelledCell | null;
  readonly period: PeriodCell | null;
  readonly version: LabelledCell | null;
  /** Other texts that name a period. */
  readonly mentions: readonly PeriodMention[];
}

export interface LabelledCell {
  readonly place: CellPlace;
  readonly words: string;
  readonly cell: Cell | null;
}

type Kind = "code" | "name" | "period" | "version" | "quarter" | "start" | "end";

const LABELS: Readonly<Record<Kind, readonly string[]>> = {
  code: [
    "organisation code",
    "org code",
    "provider code",
    "trust code",
    "organisation ods code",
    "ods code",
    "ods code of organisation",
    "trust ods code",
    "ods organisation code",
    "1 1 organisation code",
  ],
  name: [
    "organisation name",
    "org name",
    "provider name",
    "trust name",
    "name of organisation",
    "organisation",
    "1 2 organisation name",
  ],
  period: [
    "period",
    "reporting period",
    "collection period",
    "return period",
    "period of return",
    "year",
    "collection year",
    "reporting year",
    "financial year",
    "period covered",
    "data period",
  ],
  version: ["version", "proforma version", "template version", "form version", "version number"],
  quarter: ["quarter", "reporting quarter"],
  start: ["period start", "start of period", "period from", "start date", "from"],
  end: ["period end", "end of period", "period to", "end date", "to"],
};

const KIND_OF = new Map(
  Object.entries(LABELS).flatMap(([kind, labels]) => labels.map((label) => [label, kind as Kind] as const)),
);

/** `Organisation code: RZZ`, label and value in one cell. */
const CODE_IN_ONE = /^(?:organisation|org|provider|trust)\s+(?:ods\s+)?code\s*[:–—-]\s*(\w{3,5})$/i;

/** What a form writes where somebody is to choose or type. */
const TO_FILL = /^(?:[<[(].*[>\])]|(?:please )?(?:select|choose|enter|insert)\b.*|\.{2,}|_+|-)$/i;

/** `sheets` in the order in which they are believed; `belongs` leaves out cells that stand for something else. */
export function placesOf(book: Book, sheets: readonly Sheet[], belongs: (sheet: Sheet, cell: Cell) => boolean): Places {
  const found = new Map<Kind, LabelledCell>();
  const mentions: PeriodMention[] = sheets.flatMap(({ name }) => mentionIn(name, null));
  for (const sheet of sheets)
    for (const cell of sheet.cells.values()) {
      if (typeof cell.value !== "string" || !belongs(sheet, cell)) continue;
      const kind = KIND_OF.get(normaliseWords(cell.value));
      const [, code] = CODE_IN_ONE.exec(cell.value.trim()) ?? [];
      if (code !== undefined && siteCodeIn(code) !== null && !found.has("code"))
        found.set("code", { place: { sheet: sheet.name, row: cell.row, column: cell.column }, words: code, cell });
      if (kind === undefined) mentions.push(...mentionIn(cell.value, { sheet: sheet.name, row: cell.row, column: cell.column }));
      else if (!found.has(kind)) {
        const value = valueBeside(sheet, cell, kind);
        if (value !== null) found.set(kind, value);
      }
    }
  for (const { name, refersTo } of book.names)
    if (/period|version|year/i.test(name)) mentions.push(...mentionIn(refersTo.replace(/^"|"$/g, ""), null));
  return {
    code: found.get("code") ?? null,
    name: found.get("name") ?? null,
    period: periodOf(found),
    version: found.get("version") ?? null,
    mentions,
  };
}

function periodOf(found: ReadonlyMap<Kind, LabelledCell>): PeriodCell | null {
  const period = found.get("period");
  if (period !== undefined) {
    const said = periodIn(period.words);
    const number = Number(/[1-4]/.exec(found.get("quarter")?.words ?? "")?.[0] ?? 0) || null;
    return {
      place: period.place,
      words: period.words,
      said: said === null ? null : { ...said, quarter: said.quarter ?? number },
    };
  }
  const start = found.get("start");
  const first = monthIn(start);
  if (start === undefined || first === null) return null;
  const last = monthIn(found.get("end"));
  const words = `${first.year}-${String(first.month).padStart(2, "0")}`;
  return { place: start.place, words, said: periodBetween(first, last) };
}

function monthIn(found: LabelledCell | undefined): Month | null {
  const value = found?.cell?.value;
  return typeof value === "number" ? monthOfSerial(value) : (datesIn(found?.words ?? "")[0] ?? null);
}

/** Whose form it says it is; code and name may share a cell, as in `RZZ - Synthetic trust`. Blank where it does not say. */
export function saidOrganisation({ code, name }: Places): { readonly code: string; readonly name: string } {
  const words = name?.words ?? "";
  const bare = siteCodeIn(words);
  if (bare !== null) return { code: code?.words.toUpperCase() || bare, name: "" };
  const [, before = "", rest] = /^([A-Z0-9]{3,5})\s*[-:–—]\s+(.*)$/s.exec(words) ?? [];
  return { code: code?.words.toUpperCase() || before, name: rest ?? words };
}

/** The period that a form says it is for, as a label; its own words when they are no period. */
export function periodLabelOf({ period, mentions }: Places): string | null {
  const said = period?.said ?? mentions[0]?.said ?? null;
  if (said === null) return period === null || period.words === "" ? null : period.words;
  return said.quarter === null ? said.year : `${said.year}Q${said.quarter}`;
}

/** The cell to the right of a label, or the one below it, whichever can be its value. */
function valueBeside(sheet: Sheet, label: Cell, kind: Kind): LabelledCell | null {
  const merged = sheet.merges.find(({ top, left }) => top === label.row && left === label.column);
  const beside = (merged?.right ?? label.column) + 1;
  // A form may leave a column free between a label and its cell.
  const further = [beside, beside + 1, beside + 2].find((column) => sheet.cells.has(cellKey(label.row, column)));
  const right = { row: label.row, column: further ?? beside };
  const below = { row: (merged?.bottom ?? label.row) + 1, column: label.column };
  for (const { row, column } of [right, below]) {
    const cell = sheet.cells.get(cellKey(row, column)) ?? null;
    const words = textOf(cell?.value ?? null).trim();
    const isBlank = words === "" || TO_FILL.test(words);
    if (isBlank && cell === null && row === below.row) continue;
    if (isBlank || fits(words, kind)) return { place: { sheet: sheet.name, row, column }, words: isBlank ? "" : words, cell };
  }
  return null;
}

function fits(words: string, kind: Kind): boolean {
  if (KIND_OF.has(normaliseWords(words))) return false;
  if (kind === "code") return siteCodeIn(words) !== null;
  if (kind === "start" || kind === "end") return monthOfSerial(Number(words)) !== null || datesIn(words).length > 0;
  if (kind === "period") return periodIn(words) !== null;
  if (kind === "quarter") return /^(?:q(?:uarter)?\s*)?[1-4]$/i.test(words);
  return words.length <= 100;
}
