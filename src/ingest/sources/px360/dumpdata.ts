import { Refusal } from "../../../domain/problem.ts";
import type { Entry, ReadRecords } from "../source.ts";
import { complaintRecord, inquiryRecord } from "./record.ts";
import { isObject, type JsonRecord, nameOf, textOf } from "./values.ts";

/** One object of `manage.py dumpdata`. */
interface Dumped {
  readonly row: number;
  /** As written, `complaints.complaint`. */
  readonly label: string;
  readonly model: string;
  /** "" in a dump by natural keys. */
  readonly pk: string;
  readonly fields: JsonRecord;
}

/**
 * A dump of the database: complaints and inquiries, with the hospitals, departments and patients they point to.
 * @throws {Refusal} when neither is in it, or something else stands between its objects
 */
export const readDumpdata: ReadRecords = (entries, { file, period }) => {
  if (!entries.some(({ value }) => isDumped(value))) return null;
  const objects = entries.map((entry) => dumpedAt(entry, file));
  const records = objects.filter(({ model }) => model === "complaint" || model === "inquiry");
  if (records.length === 0) throw noComplaints(objects, file);
  const hospitals = byKey(objects, "hospital");
  const departments = byKey(objects, "department");
  const categories = byKey(objects, "complaintcategory");
  const patients = byKey(objects, "patient");
  const updates = updatesByComplaint(objects);
  return records.map(({ row, model, pk, fields }) => {
    const own = { ...fields, ...(pk === "" ? {} : { id: pk }) };
    if (model === "inquiry") return { row, record: inquiryRecord(own) };
    const whole = {
      ...own,
      hospital: joined(fields.hospital, hospitals),
      department: joined(fields.department, departments),
      category: joined(fields.category, categories),
      patient: patients.get(textOf(fields.patient)),
    };
    return { row, record: complaintRecord(whole, updates.get(pk) ?? [], period) };
  });
};

function isDumped(value: unknown): value is JsonRecord & { readonly model: string; readonly fields: JsonRecord } {
  return isObject(value) && typeof value.model === "string" && value.model.includes(".") && isObject(value.fields);
}

function dumpedAt({ row, value }: Entry, file: string): Dumped {
  if (!isDumped(value))
    throw new Refusal({
      what: "Here should be one object of a Django dump, with its model and its fields.",
      where: `${file}, row ${row}`,
      fix: "Dump the complaints again with manage.py dumpdata.",
    });
  const { model, pk, fields } = value;
  return { row, label: model, model: model.slice(model.lastIndexOf(".") + 1).toLowerCase(), pk: textOf(pk), fields };
}

function byKey(objects: readonly Dumped[], wanted: string): ReadonlyMap<string, JsonRecord> {
  return new Map(objects.flatMap(({ model, pk, fields }) => (model === wanted && pk !== "" ? [[pk, fields]] : [])));
}

/** The name of what a key points to; the key itself where it points to nothing in the dump. */
function joined(key: unknown, objects: ReadonlyMap<string, JsonRecord>): string {
  return nameOf(objects.get(textOf(key))) || nameOf(key);
}

function updatesByComplaint(objects: readonly Dumped[]): ReadonlyMap<string, readonly JsonRecord[]> {
  const updates = new Map<string, JsonRecord[]>();
  for (const { model, fields } of objects) {
    const complaint = model === "complaintupdate" ? textOf(fields.complaint) : "";
    if (complaint === "") continue;
    const known = updates.get(complaint);
    if (known === undefined) updates.set(complaint, [fields]);
    else known.push(fields);
  }
  return updates;
}

/** Models that a refusal names. */
const MOST = 8;

function noComplaints(objects: readonly Dumped[], file: string): Refusal {
  const counts = new Map<string, number>();
  for (const { label } of objects) counts.set(label, (counts.get(label) ?? 0) + 1);
  const held = [...counts].map(([label, count]) => `${count} ${label}`);
  const more = held.length > MOST ? ` and ${held.length - MOST} more models` : "";
  return new Refusal({
    what: `The Django dump holds neither complaints nor inquiries, but ${held.slice(0, MOST).join(", ")}${more}.`,
    where: file,
    fix: "Dump both apps into one file: manage.py dumpdata complaints organizations --output complaints.json",
  });
}
