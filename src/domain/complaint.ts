import type { ItemId } from "./item.ts";
import type { LocalDate } from "./local-date.ts";
import type { Place } from "./source-table.ts";

/** `unknown` is blank or not understood, and counts as a complaint. */
type RecordType =
  | "unknown"
  | "complaint"
  | "pals"
  | "concern"
  | "comment"
  | "compliment"
  | "enquiry"
  | "test"
  | "opened-in-error"
  | "follow-up";

export type Decision = "upheld" | "partially-upheld" | "not-upheld";

/** The outcome for the complaint as a whole. `inconclusive` and `unrecognised` are words KO41a has no figure for. */
export type Outcome =
  | { readonly kind: "none" }
  | { readonly kind: "decided"; readonly decision: Decision }
  | { readonly kind: "withdrawn" }
  | { readonly kind: "inconclusive" | "unrecognised"; readonly words: string };

export type PatientAge =
  | { readonly kind: "unknown" }
  | { readonly kind: "years"; readonly years: number }
  | { readonly kind: "born"; readonly on: LocalDate }
  /** A year of birth in two digits on a row without the date received: nobody knows the century yet. */
  | { readonly kind: "born-some-century"; readonly on: LocalDate };

export type Answer = "yes" | "no" | "unknown";

export interface NamedSite {
  readonly code: string | null;
  readonly name: string | null;
  readonly primary: boolean;
}

/** What one column of aspects says: distinct items, local words that fit none, in order of appearance. */
export interface Aspects {
  readonly items: readonly ItemId[];
  readonly unmapped: readonly string[];
  /** Items whose place is laid down by a rule of its own, such as out-of-hours services. */
  readonly rules: readonly string[];
}

/** A complaint that could be read, from one or more rows. Free text, names and birth dates of others are not in it. */
export interface Complaint {
  readonly reference: string;
  readonly source: readonly [Place, ...Place[]];
  readonly organisation: string | null;
  readonly recordType: RecordType;
  /** `unknown` is blank or not understood, and counts as written. */
  readonly receivedBy: "written" | "verbal" | "unknown";
  readonly received: LocalDate;
  readonly closed: LocalDate | null;
  readonly incident: LocalDate | null;
  readonly withdrawn: LocalDate | null;
  readonly reopened: LocalDate | null;
  readonly outcome: Outcome;
  readonly sites: readonly NamedSite[];
  readonly age: PatientAge;
  readonly complainant: Aspects;
  readonly services: Aspects;
  readonly subjects: Aspects;
  readonly clinicalGroups: Aspects;
  readonly specialties: Aspects;
  readonly professions: Aspects;
  /** A subject says "clinical treatment" without saying which group. */
  readonly clinicalTreatment: boolean;
  readonly investigated: Answer;
  readonly responded: Answer;
  readonly consent: "not-required" | "received" | "not-received" | "pending" | "unknown";
  /** Organisations it was passed to, as recorded; empty when it stayed. */
  readonly transferredTo: string;
  readonly lead: string;
  readonly original: string;
  readonly commissionedProvider: "own-system" | "no-system" | "none";
  /** Whether the record itself was approved in its system. */
  readonly approval: "approved" | "unapproved" | "rejected" | "unknown";
  /** The day the response is due. */
  readonly due: LocalDate | null;
  /** As the system recorded it, whatever the dates say. */
  readonly overdue: Answer;
  readonly icbScope: "commissioning" | "out-of-hours" | "other" | "unknown";
}

/** A row that cannot be read as a complaint. */
export interface RefusedRow {
  readonly place: Place;
  readonly reference: string;
  readonly rule: string;
}
