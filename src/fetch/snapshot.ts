import type { LocalDate } from "../domain/local-date.ts";
import { readDate } from "../domain/read-date.ts";
import type { RawComplaint, RawVisit } from "./listings.ts";
import type { Query } from "./query.ts";

type Names = ReadonlyMap<string, { readonly name: string | null }>;
type Births = ReadonlyMap<string, { readonly dob: string | null }>;

interface Named {
  readonly _id: string;
  readonly name: string | null;
}

/** A complaint as the snapshot has it: the service user's birth date stands in for the service user. */
export function complaintOf(raw: RawComplaint, locations: Names, subjects: Names, serviceUsers: Births) {
  const { _id, ref, complaint_reported_date, outcome, outcome_reported_date, referred_to_other_bodies } = raw;
  const dob = serviceUsers.get(raw.service_user ?? "")?.dob ?? "";
  return {
    _id,
    ref,
    complaint_reported_date,
    outcome,
    outcome_reported_date,
    referred_to_other_bodies,
    location: named(raw.location, locations),
    subject_matter: named(raw.subject_matter, subjects),
    date_of_birth: birthDate(dob),
  };
}

/** `YYYY-MM-DD`; null when there is none, or none that can be read. */
export function birthDate(dob: string): LocalDate | null {
  const reading = readDate(dob);
  return reading.kind === "date" ? reading.date : null;
}

export function visitOf({ _id, location, date_time, completed, cancelled, visit_type }: RawVisit, locations: Names) {
  return { _id, location: named(location, locations), date_time, completed, cancelled, visit_type };
}

/** The same items give the same bytes, in whatever order they came. */
export function snapshotText({ resource, from, to }: Query, items: readonly { readonly _id: string }[]): string {
  const sorted = [...items].sort((a, b) => (a._id < b._id ? -1 : 1));
  return `${JSON.stringify({ schema: "ko41a-carehq/1", resource, from, to, items: sorted }, null, 2)}\n`;
}

function named(id: string | null, names: Names): Named | null {
  return id === null ? null : { _id: id, name: names.get(id)?.name ?? null };
}
