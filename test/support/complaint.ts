import type { Aspects, Complaint } from "../../src/domain/complaint.ts";
import { FIELDS } from "../../src/domain/field.ts";
import type { ItemId } from "../../src/domain/item.ts";
import { isoDate, type LocalDate, plusDays } from "../../src/domain/local-date.ts";
import type { RulesContext } from "../../src/rules/context.ts";
import { registerOf, TWO_SITES } from "./register.ts";
import { periodOf, ruleBook } from "./rule-book.ts";
import { policiesOf } from "./run.ts";

export const NOTHING: Aspects = { items: [], unmapped: [], rules: [] };

/** A date that is known to be one. */
export function day(text: string): LocalDate {
  const date = isoDate(text);
  if (date === null) throw new Error(`${text} is no date`);
  return date;
}

/** Items by their ids. */
export function aspects(...items: readonly string[]): Aspects {
  return { items: items as readonly ItemId[], unmapped: [], rules: [] };
}

/** A plain complaint of 14 May 2025 that is still open; a test says only what it is about. */
export function complaint(changes: Partial<Complaint> = {}): Complaint {
  return {
    reference: "C-1",
    source: [{ file: "export.csv", row: 2 }],
    organisation: null,
    recordType: "complaint",
    receivedBy: "written",
    received: day("2025-05-14"),
    closed: null,
    incident: null,
    withdrawn: null,
    reopened: null,
    outcome: { kind: "none" },
    sites: [{ code: "RZZ01", name: null, primary: false }],
    age: { kind: "years", years: 44 },
    complainant: aspects("Status_Patient"),
    services: aspects("Service_Inpatient"),
    subjects: aspects("Subject_Area_Communications"),
    clinicalGroups: NOTHING,
    specialties: NOTHING,
    professions: aspects("Profession_Medical"),
    clinicalTreatment: false,
    investigated: "unknown",
    responded: "unknown",
    consent: "unknown",
    transferredTo: "",
    lead: "",
    original: "",
    commissionedProvider: "none",
    approval: "unknown",
    due: null,
    overdue: "unknown",
    icbScope: "unknown",
    ...changes,
  };
}

interface ContextChoices extends Partial<Omit<RulesContext, "policies" | "period">> {
  readonly period?: string;
  readonly policies?: Readonly<Record<string, string>>;
}

/** RZZ's return of 2025-26 with the default policies. */
export function contextOf({ period = "2025-26", policies = {}, ...changes }: ContextChoices = {}): RulesContext {
  const found = periodOf(period);
  const book = ruleBook(period.slice(0, 7));
  return {
    organisation: { code: "RZZ", name: "NHS foundation trust" },
    period: found,
    policies: policiesOf(policies, period.slice(0, 7)),
    book,
    register: registerOf(TWO_SITES),
    headingOf: (field) => FIELDS[field],
    latestReceived: plusDays(found.end, book.thresholds.futureDaysAfterPeriod),
    ...changes,
  };
}
