import type { ItemId } from "../../src/domain/item.ts";
import type { Counts, SiteRow } from "../../src/domain/return.ts";
import { ruleBook } from "./rule-book.ts";

/** Two brought forward, five new, three resolved; every relation holds. */
const PLAIN: Readonly<Record<string, number>> = {
  Complaints_Total_Brought_Forward: 2,
  Complaints_Total_New: 5,
  Complaints_Total_Resolved: 3,
  Complaints_Number_Upheld: 1,
  Complaints_Number_Partially_Upheld: 1,
  Complaints_Number_Not_Upheld: 1,
  Complaints_Total_Carried_Forward: 4,
  Age_26_55: 5,
  Age_Total: 5,
  Status_Patient: 5,
  Status_Total: 5,
  Service_Inpatient: 5,
  Service_Total: 5,
  Clinical_Treatment_Surgical_Group: 1,
  Clinical_Treatment_Sub_Total: 1,
  Subject_Area_Communications: 4,
  Subject_Area_Sub_Total: 4,
  Subject_Area_Total: 5,
  Profession_Medical: 5,
  Profession_Total: 5,
};

/** The plain figures with some of them changed; the totals are not worked out again. */
export function figures(changes: Readonly<Record<string, number>> = {}): Counts {
  const { items } = ruleBook();
  const known = new Set<string>(items.map(({ id }) => id));
  for (const id of Object.keys(changes)) if (!known.has(id)) throw new Error(`${id} is no item`);
  const all = { ...PLAIN, ...changes };
  return Object.fromEntries(items.map(({ id }): [ItemId, number] => [id, all[id] ?? 0]));
}

export function siteRow(siteCode: string, changes: Readonly<Record<string, number>> = {}): SiteRow {
  return { siteCode, siteName: siteCode, counts: figures(changes) };
}

/** Figures of no complaint at all. */
export const NONE: Readonly<Record<string, number>> = Object.fromEntries(Object.keys(PLAIN).map((id) => [id, 0]));
