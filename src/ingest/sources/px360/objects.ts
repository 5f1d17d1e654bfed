import { Refusal } from "../../../domain/problem.ts";
import { normaliseWords } from "../../../domain/words.ts";
import type { Entry, ReadRecords } from "../source.ts";
import { complaintRecord, inquiryRecord } from "./record.ts";
import { isObject, type JsonRecord, textOf } from "./values.ts";

/** Keys that the models have and other systems hardly do. Two of them make it PX360. */
const OWN_KEYS = [
  "hospital",
  "hospital_name",
  "encounter_id",
  "is_overdue",
  "due_at",
  "resolved_at",
  "closed_at",
  "assigned_at",
  "reminder_sent_at",
  "escalated_at",
  "resolution_survey",
  "resolution_outcome",
  "resolution_category",
  "complaint_type",
  "contact_name",
  "contact_phone",
  "contact_email",
  "responded_at",
];

/**
 * Objects with the models' field names, as scripts and REST interfaces write them.
 * @throws {Refusal} when something else stands between them
 */
export const readObjects: ReadRecords = (entries, { file, period }) => {
  if (!entries.some(({ value }) => isOurs(value))) return null;
  return entries.map((entry) => {
    const fields = objectAt(entry, file);
    const record = isInquiry(fields) ? inquiryRecord(fields) : complaintRecord(fields, updatesOf(fields), period);
    return { row: entry.row, record };
  });
};

function isOurs(value: unknown): boolean {
  if (!isObject(value) || !("id" in value || "pk" in value) || !("created_at" in value)) return false;
  return OWN_KEYS.filter((key) => key in value).length >= 2;
}

function objectAt({ row, value }: Entry, file: string): JsonRecord {
  if (isObject(value)) return value;
  throw new Refusal({
    what: "Here should be one complaint, an object with the names of its fields as keys.",
    where: `${file}, row ${row}`,
    fix: "Export the complaints again, one object each.",
  });
}

function isInquiry(fields: JsonRecord): boolean {
  const types = ["type", "complaint_type", "model"].map((key) => normaliseWords(textOf(fields[key])));
  if (types.some((type) => type === "inquiry" || type === "enquiry")) return true;
  return !("title" in fields) && ["contact_name", "subject", "message"].some((key) => key in fields);
}

function updatesOf(fields: JsonRecord): readonly JsonRecord[] {
  const updates = fields.updates;
  return Array.isArray(updates) ? updates.filter(isObject) : [];
}
