import type {
  Cause,
  Comparison,
  ComplaintChange,
  FigureChange,
  Reason,
  ReturnComparison,
  Setting,
  SiteChange,
} from "../../../src/domain/comparison.ts";
import type { ItemId } from "../../../src/domain/item.ts";
import { catalogueOf } from "../../../src/rules/catalogue.ts";
import { namesOf } from "../../../src/write/diff/names.ts";
import { ruleBook } from "../../support/rule-book.ts";

export const NAMES = namesOf(ruleBook().items, catalogueOf(ruleBook()));

export const RECORD: Cause = { kind: "record" };
const items = (...ids: readonly string[]) => ids as readonly ItemId[];
const UPHELD = "Complaints_Number_Upheld" as ItemId;
const NOT_UPHELD = "Complaints_Number_Not_Upheld" as ItemId;

export const SETTINGS: readonly Setting[] = [
  { what: "period", name: "", a: "2025-26Q1", b: "2025-26" },
  { what: "edition", name: "", a: "2024-25", b: "2025-26" },
  { what: "policy", name: "withdrawn", a: "exclude", b: "not-upheld" },
  { what: "policy", name: "ageAt", a: null, b: "incident" },
  { what: "program", name: "", a: "ko41a 1.0.0", b: "ko41a 1.1.0" },
  { what: "config", name: "", a: "ko41a.yaml", b: "ko41a.yaml" },
  { what: "config", name: "", a: "ko41a.yaml", b: null },
  { what: "mapping", name: "", a: "old.xlsx", b: "new.xlsx" },
  { what: "mapping", name: "", a: null, b: "mapping.xlsx" },
  { what: "register", name: "", a: "ets.csv", b: "ets.csv + etr.csv" },
];

export const SITES: readonly SiteChange[] = [
  { kind: "new", code: "RZZ03", a: null, b: "Elm House", perhaps: null },
  { kind: "new", code: "RZZ04", a: null, b: "St Anne’s unit", perhaps: "RZZ02" },
  { kind: "new", code: "RZZ05", a: null, b: "RZZ05", perhaps: null },
  { kind: "closed", code: "RZZ02", a: "St Anne’s unit", b: null, perhaps: "RZZ04" },
  { kind: "renamed", code: "RZZ01", a: "General hospital", b: "Royal hospital", perhaps: null },
];

const because = (...causes: readonly Cause[]) => ({ causes });
const setting = (at: number): Cause => ({ kind: "setting", ...(SETTINGS[at] ?? SETTINGS[0]) }) as Cause;

/** Each respect in which a complaint may differ, in each direction. */
export const REASONS: readonly Reason[] = [
  { kind: "presence", a: false, b: true, ...because(RECORD) },
  { kind: "presence", a: true, b: false, ...because(RECORD) },
  { kind: "presence", a: true, b: false, ...because(setting(5)) },
  { kind: "counting", a: "withdrawn", b: null, ...because(setting(2)) },
  { kind: "counting", a: null, b: "withdrawn", ...because(RECORD) },
  { kind: "counting", a: null, b: "a-rule-of-old", ...because(RECORD, setting(1), setting(4)) },
  { kind: "site", a: "RZZ01", b: "RZZ02", ...because(RECORD, setting(9)) },
  { kind: "site", a: null, b: "RZZ02", ...because(RECORD) },
  { kind: "arrival", a: "new", b: "brought-forward", ...because(RECORD) },
  { kind: "arrival", a: "brought-forward", b: "new", ...because(setting(0)) },
  { kind: "arrival", a: null, b: "new", ...because(RECORD) },
  { kind: "outcome", a: null, b: UPHELD, ...because(RECORD) },
  { kind: "outcome", a: UPHELD, b: null, ...because(RECORD) },
  { kind: "outcome", a: UPHELD, b: NOT_UPHELD, ...because(RECORD, setting(7)) },
  { kind: "aspects", section: 7, a: items("Subject_Area_Waiting_Times"), b: items("Subject_Area_Transport"), ...because(RECORD) },
  { kind: "aspects", section: 8, a: [], b: items("Profession_Medical", "Profession_Nursing"), ...because(RECORD) },
  { kind: "aspects", section: 3, a: items("Age_26_55"), b: [], ...because(setting(3)) },
  { kind: "aspects", section: 6, a: [], b: items("Clinical_Treatment_Surgical_Group"), ...because() },
];

export function figureOf(changes: Partial<FigureChange> = {}): FigureChange {
  const item = "Complaints_Total_New" as ItemId;
  return { site: "RZZ01", siteName: "General hospital", item, a: 1, b: 2, entered: [], left: [], ...changes };
}

export function complaintOf(reasons: readonly Reason[], changes: Partial<ComplaintChange> = {}): ComplaintChange {
  const state = { fate: "counted", site: "RZZ01", items: [], rules: [] } as const;
  return { reference: "E-01", kind: "changed", a: state, b: state, reasons, ...changes };
}

export function returnOf(changes: Partial<ReturnComparison> = {}): ReturnComparison {
  return {
    organisation: { code: "RZZ", name: "Synthetic NHS Foundation Trust" },
    periods: { a: "2025-26", b: "2025-26" },
    level: "site",
    traced: true,
    settings: [],
    inputs: { a: ["before.csv"], b: ["before.csv"], same: true },
    changes: [],
    sums: [],
    sites: [],
    complaints: [],
    ...changes,
  };
}

export function comparisonOf(...returns: readonly ReturnComparison[]): Comparison {
  const file = (name: string) => ({ file: name, kind: "return.json" }) as const;
  return { a: file("before.json"), b: file("after.json"), returns, only: { a: [], b: [] } };
}
