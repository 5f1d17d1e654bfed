import { FIELDS, type Field } from "../../../domain/field.ts";
import type { Period } from "../../../domain/period.ts";
import { normaliseHeading } from "../../../domain/words.ts";
import { generic } from "../generic/index.ts";
import { asAt, asRecorded } from "./as-at.ts";
import { changesOf } from "./changes.ts";
import { birthDateOf, firstText, isObject, type JsonRecord, nameOf, textOf } from "./values.ts";

/** A complaint as a record: nothing in it but what the profile reads. */
export function complaintRecord(fields: JsonRecord, updates: readonly JsonRecord[], period: Period): JsonRecord {
  const changes = changesOf(updates);
  return {
    id: firstText(fields, ["id", "pk"]),
    created_at: textOf(fields.created_at),
    complaint_type: textOf(fields.complaint_type) || "complaint",
    hospital: named(fields, "hospital"),
    department: named(fields, "department"),
    patient_date_of_birth: firstText(fields, ["patient_date_of_birth", "patient_dob"]) || birthDateOf(fields.patient),
    source: named(fields, "source"),
    category: named(fields, "category"),
    due_at: textOf(fields.due_at),
    is_overdue: textOf(fields.is_overdue),
    ...(changes.length === 0 ? asRecorded(fields) : asAt(fields, changes, period)),
    ...addedBy(fields),
  };
}

/** An inquiry is read only to say that it is no complaint. Its subject is free text. */
export function inquiryRecord(fields: JsonRecord): JsonRecord {
  return {
    id: firstText(fields, ["id", "pk"]),
    created_at: textOf(fields.created_at),
    complaint_type: "inquiry",
  };
}

/** An id is better than nothing, and the name of it is better still. */
function named(fields: JsonRecord, key: string): string {
  const value = fields[key];
  const beside = textOf(fields[`${key}_name`]);
  return isObject(value) || beside === "" ? nameOf(value) : beside;
}

/** What PX360 has no field for and a trust may have added under the generic heading. */
const ADDED: readonly Field[] = ["organisation", "siteCode", "services", "professions", "clinicalGroups", "age", "incident"];
const ADDED_HEADINGS: ReadonlySet<string> = new Set(
  ADDED.flatMap((field) => [FIELDS[field], ...(generic.profile.headings[field] ?? [])]).map(normaliseHeading),
);

function addedBy(fields: JsonRecord): JsonRecord {
  const added = Object.entries(fields).filter(([key]) => ADDED_HEADINGS.has(normaliseHeading(key)));
  return Object.fromEntries(added.map(([key, value]) => [key, Array.isArray(value) ? value.map(nameOf) : nameOf(value)]));
}
