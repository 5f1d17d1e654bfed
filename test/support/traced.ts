import type { ItemId } from "../../src/domain/item.ts";
import type { Made, ReadReturn, Run, TracedReturn } from "../../src/domain/read-return.ts";
import type { Return, SiteRow, TracedComplaint } from "../../src/domain/return.ts";
import { readReturnJson } from "../../src/returns/return-json.ts";
import { catalogueOf } from "../../src/rules/catalogue.ts";
import { tally } from "../../src/tally/tally.ts";
import { isTraced } from "../../src/trace/traced.ts";
import { returnJson } from "../../src/write/return-json.ts";
import { registerOf, TWO_SITES } from "./register.ts";
import { ruleBook } from "./rule-book.ts";

export const BOOK = ruleBook();
export const CATALOGUE = catalogueOf(BOOK);
export const RZZ = { code: "RZZ", name: "NHS foundation trust" } as const;

const KNOWN: ReadonlySet<string> = new Set(BOOK.items.map(({ id }) => id));

/** Items by their ids. */
export function itemIds(...ids: readonly string[]): readonly ItemId[] {
  for (const id of ids) if (!KNOWN.has(id)) throw new Error(`${id} is no item`);
  return ids as readonly ItemId[];
}

export function itemId(id: string): ItemId {
  const [found] = itemIds(id);
  if (found === undefined) throw new Error("no id was given");
  return found;
}

const ASPECTS = itemIds("Age_26_55", "Status_Patient", "Service_Inpatient", "Subject_Area_Communications", "Profession_Medical");
/** What a plain complaint counts as: new, and open at the period's end or upheld in it. */
export const OPEN: readonly ItemId[] = [...itemIds("Complaints_Total_New", "Complaints_Total_Carried_Forward"), ...ASPECTS];
export const UPHELD: readonly ItemId[] = [
  ...itemIds("Complaints_Total_New", "Complaints_Total_Resolved", "Complaints_Number_Upheld"),
  ...ASPECTS,
];
export const BROUGHT: readonly ItemId[] = itemIds("Complaints_Total_Brought_Forward", "Complaints_Total_Carried_Forward");

/** A new complaint at RZZ01 that is still open; a test says only what it is about. */
export function counted(reference: string, changes: Partial<TracedComplaint> = {}): TracedComplaint {
  return {
    reference,
    fate: "counted",
    site: "RZZ01",
    items: OPEN,
    rules: ["new-in-period", "open-at-period-end", "one-count-per-complaint", "every-aspect", "age-band"],
    source: [{ file: "export.csv", row: 2 }],
    ...changes,
  };
}

export function keptOut(reference: string, rule: string, changes: Partial<TracedComplaint> = {}): TracedComplaint {
  return {
    reference,
    fate: "excluded",
    site: null,
    items: [],
    rules: [rule],
    source: [{ file: "export.csv", row: 2 }],
    ...changes,
  };
}

/** Site rows that hold exactly what these complaints count. */
export function rowsOf(complaints: readonly TracedComplaint[]): readonly SiteRow[] {
  const countable = complaints.flatMap(({ site, items }) => (site === null ? [] : [{ site, siteName: null, items }]));
  return tally(countable, RZZ, BOOK.items, BOOK.relations, registerOf(TWO_SITES));
}

const RUN: Run = {
  engine: "ko41a 1.0.0",
  edition: "2025-26",
  inputs: [{ file: "export.csv", sha256: "e1" }],
  config: null,
  mapping: null,
  registers: [],
};

export const MADE = {
  start: "2025-04-01",
  end: "2026-03-31",
  policies: BOOK.defaultPolicies as unknown as Readonly<Record<string, string>>,
  run: RUN,
} as const satisfies Made;

/** What another run was made with, where it was made otherwise; `run` null: its file does not say. */
export interface MadeOtherwise extends Partial<Omit<Made, "run">> {
  readonly run?: Partial<Run> | null;
}

function madeWith({ run = {}, ...changes }: MadeOtherwise = {}): Made {
  return { ...MADE, ...changes, run: run === null ? null : { ...RUN, ...run } };
}

interface ReturnChanges extends Partial<Omit<TracedReturn, "made" | "complaints">> {
  readonly made?: MadeOtherwise;
}

/** RZZ's return of 2025-26 with these complaints behind its figures. */
export function tracedReturn(complaints: readonly TracedComplaint[], { made, ...changes }: ReturnChanges = {}): TracedReturn {
  return {
    kind: "return.json",
    file: "return.json",
    organisation: RZZ,
    period: "2025-26",
    rows: rowsOf(complaints),
    overall: null,
    overallPlace: null,
    complaints,
    balance: null,
    made: madeWith(made),
    places: new Map(),
    ...changes,
  };
}

/** A filled workbook: figures by site, and nobody behind them. */
export function workbookReturn(rows: readonly SiteRow[], changes: Partial<ReadReturn> = {}): ReadReturn {
  return { ...tracedReturn([]), kind: "workbook", file: "filled.xlsx", rows, complaints: null, made: null, ...changes };
}

/** What was made, as its return.json gives it back. */
export function readAgain(result: Return): TracedReturn {
  const read = readReturnJson("return.json", JSON.parse(returnJson(result)), BOOK.items);
  if (!isTraced(read)) throw new Error("a return.json names its complaints");
  return read;
}
