import type { ComplaintRecord } from "./records.ts";
import { addDays, SPECIALTIES } from "./records.ts";

/**
 * A second counter, written from the counting rules and from nothing in src: long-winded and slow on purpose,
 * so that whoever reads the rules can check it line by line. Policy `reopened` is same-complaint.
 */
export interface Task {
  readonly start: string;
  readonly end: string;
  readonly withdrawn: string;
  readonly oralResolvedNextWorkingDay: string;
  readonly ageAt: string;
  readonly inconclusive: string;
}

/** Figures by site and item; only what is not nought. */
export type Figures = Record<string, Record<string, number>>;

export function countAgain(records: readonly ComplaintRecord[], task: Task): Figures {
  const figures: Figures = {};
  for (const record of records) {
    const items = itemsOf(record, task);
    if (items === null) continue;
    const site = siteOf(record);
    figures[site] ??= {};
    const row = figures[site];
    for (const item of items) row[item] = (row[item] ?? 0) + 1;
  }
  for (const row of Object.values(figures)) addTotals(row);
  return figures;
}

/** The figures one complaint is in, each once; null when it is not in the return. */
function itemsOf(record: ComplaintRecord, task: Task): Set<string> | null {
  const { received } = record;
  // Closed before it was received is no closing date.
  const closed = record.closed !== null && record.closed >= received ? record.closed : null;
  const withdrawn = record.withdrawn ?? (record.outcome === "Withdrawn" ? (closed ?? received) : null);
  const ended = withdrawn ?? closed;
  const reopenedBefore = (date: string): boolean => record.reopened !== null && record.reopened < date;
  const openAt = (date: string): boolean => received < date && (ended === null || ended >= date || reopenedBefore(date));

  // Does it count? In the order of the rules.
  if (received > task.end) return null;
  if (received < task.start && !openAt(task.start)) return null;
  if (record.organisation === "RYY") return null;
  if (["PALS", "Compliment", "Enquiry", "Test"].includes(record.recordType)) return null;
  if (record.investigated === "No" && record.responded === "No") return null;
  if (task.oralResolvedNextWorkingDay === "exclude" && record.receivedBy === "Verbal")
    if (closed !== null && closed <= nextWorkingDay(received) && !reopenedBefore(addDays(task.end, 1))) return null;
  if (record.lead === "RYY") return null;
  if (record.transferredTo === "RYY") return null;
  if (record.consent === "Not received" && record.investigated === "No") return null;
  if (task.withdrawn === "exclude" && withdrawn !== null && withdrawn <= task.end) return null;
  if (record.provider === "own complaints system") return null;

  // When?
  const isNew = received >= task.start;
  const items = new Set<string>([isNew ? "Complaints_Total_New" : "Complaints_Total_Brought_Forward"]);
  const decision = openAt(addDays(task.end, 1)) ? null : decisionOf(record, withdrawn, task);
  if (decision !== null) items.add(decision);
  if (!isNew) return items;

  // What does it count as?
  items.add(ageOf(record, task));
  items.add(record.status.startsWith("Status_") ? record.status : "Status_Other");
  addAspects(items, record.services, "Service_Other");
  addAspects(items, record.professions, "Profession_Other");
  const groups = groupsOf(record);
  for (const group of groups) items.add(group);
  if (record.subjects.length > 0 || groups.length === 0) addAspects(items, record.subjects, "Subject_Area_Other");
  return items;
}

function decisionOf({ outcome }: ComplaintRecord, withdrawn: string | null, { inconclusive }: Task): string | null {
  const figure: Readonly<Record<string, string>> = {
    Upheld: "Complaints_Number_Upheld",
    "Partially upheld": "Complaints_Number_Partially_Upheld",
    "Not upheld": "Complaints_Number_Not_Upheld",
    upheld: "Complaints_Number_Upheld",
    "partially-upheld": "Complaints_Number_Partially_Upheld",
    "not-upheld": "Complaints_Number_Not_Upheld",
  };
  if (withdrawn !== null) return "Complaints_Number_Not_Upheld";
  return figure[outcome === "Inconclusive" ? inconclusive : outcome] ?? null;
}

/** The one marked primary, else the first; a site that is not known counts under the trust's code. */
function siteOf({ sites }: ComplaintRecord): string {
  const code = (sites.find(({ primary }) => primary) ?? sites[0])?.code ?? "RZZ";
  return ["RZZ01", "RZZ02"].includes(code) ? code : "RZZ";
}

function addAspects(items: Set<string>, recorded: readonly string[], other: string): void {
  if (recorded.length === 0) items.add(other);
  for (const one of recorded) items.add(one.includes("_") ? one : other);
}

/** The recorded groups, else for clinical treatment that of the specialty; what is not known is Subject Other. */
function groupsOf({ clinicalTreatment, groups, specialty }: ComplaintRecord): readonly string[] {
  const known = (group: string | null | undefined): string => (group?.includes("_") ? group : "Subject_Area_Other");
  if (groups.length > 0) return groups.map(known);
  if (!clinicalTreatment) return [];
  return [known(SPECIALTIES[specialty])];
}

function ageOf({ age, born, incident, received }: ComplaintRecord, { ageAt }: Task): string {
  let years = age;
  if (born !== null) {
    const at = ageAt === "incident" && incident !== null ? incident : received;
    if (born > at) return "Age_Unknown";
    years = Number(at.slice(0, 4)) - Number(born.slice(0, 4));
    if (at.slice(5) < born.slice(5)) years -= 1;
  }
  if (years === null || years > 120) return "Age_Unknown";
  if (years <= 5) return "Age_0_5";
  if (years <= 17) return "Age_6_17";
  if (years <= 25) return "Age_18_25";
  if (years <= 55) return "Age_26_55";
  if (years <= 64) return "Age_56_64";
  if (years <= 74) return "Age_65_74";
  return "Age_75_And_Over";
}

/** England and Wales, 2024 to 2026, and New Year's Day after that. */
const BANK_HOLIDAYS = [
  "2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26",
  "2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26",
  "2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28",
].join(" ");

function nextWorkingDay(date: string): string {
  let next = addDays(date, 1);
  while ([0, 6].includes(new Date(next).getUTCDay()) || BANK_HOLIDAYS.includes(next)) next = addDays(next, 1);
  return next;
}

function addTotals(row: Record<string, number>): void {
  const sum = (prefix: string): number =>
    Object.entries(row).reduce((total, [item, figure]) => (item.startsWith(prefix) ? total + figure : total), 0);
  const figure = (item: string): number => row[item] ?? 0;
  const totals: Record<string, number> = {
    Complaints_Total_Resolved: sum("Complaints_Number_"),
    Complaints_Total_Carried_Forward:
      figure("Complaints_Total_Brought_Forward") + figure("Complaints_Total_New") - sum("Complaints_Number_"),
    Age_Total: sum("Age_"),
    Status_Total: sum("Status_"),
    Service_Total: sum("Service_"),
    Clinical_Treatment_Sub_Total: sum("Clinical_Treatment_"),
    Subject_Area_Sub_Total: sum("Subject_Area_"),
    Subject_Area_Total: sum("Clinical_Treatment_") + sum("Subject_Area_"),
    Profession_Total: sum("Profession_"),
  };
  for (const [item, total] of Object.entries(totals)) if (total !== 0) row[item] = total;
}
