import * as z from "zod/mini";
import { Refusal } from "../../../domain/problem.ts";
import type { DocumentRecord, Entry, ReadDocument } from "../source.ts";
import { isHomeVisit } from "./home-visits.ts";
import { isPage, itemsIn } from "./items.ts";
import { locationsIn } from "./locations.ts";
import { missingFrom } from "./missing.ts";

/** An id alone, as the API answers, or with its name, as a snapshot has it. */
const named = z.nullish(z.union([z.string(), z.object({ _id: z.string(), name: z.nullish(z.string()) })]));
const words = z.nullish(z.union([z.string(), z.number()]));

/** A complaint, without what is personal: notes and the service user are not even read. */
const Complaint = z.object({
  _id: z.string(),
  ref: words,
  complaint_reported_date: words,
  outcome: words,
  outcome_reported_date: words,
  location: named,
  subject_matter: named,
  date_of_birth: words,
});

type Complaint = z.infer<typeof Complaint>;

/** Complaints of the CareHQ API: one object, one page, an array of pages or of complaints, or a snapshot of `fetch`. */
export const readCareHqDocument: ReadDocument = (entries, { file, period }) => {
  const items = itemsIn(entries);
  if (items === null) return null;
  refuseOtherSchema(entries, file);
  if (items.some(({ value }) => isHomeVisit(value)) || isSnapshotOf(entries, "home-visits")) throw homeVisits(file);
  const notes = missingFrom(entries, "complaints", items.length, period);
  if (items.length === 0) return isSnapshotOf(entries, "complaints") || isPage(entries) ? { records: [], notes } : null;
  if (isPage(entries) && items.every(({ value }) => isIdAlone(value))) throw onlyIds(file);
  if (!items.some(({ value }) => looksLikeComplaint(value))) return null;
  return { records: recordsOf(items, file), notes, locations: locationsIn(items) };
};

function isIdAlone(value: unknown): boolean {
  return typeof value === "string" || (typeof value === "object" && value !== null && Object.keys(value).join() === "_id");
}

function looksLikeComplaint(value: unknown): boolean {
  return typeof value === "object" && value !== null && "_id" in value && "complaint_reported_date" in value;
}

function recordsOf(items: readonly Entry[], file: string): readonly DocumentRecord[] {
  return items.map(({ row, value }) => {
    const { location, subject_matter, ref, ...rest } = complaintAt(value, file, row);
    return { row, record: { ref: ref ?? "", ...rest, location: nameOf(location), subject_matter: nameOf(subject_matter) } };
  });
}

function complaintAt(value: unknown, file: string, row: number): Complaint {
  const read = Complaint.safeParse(value);
  if (read.success) return read.data;
  throw new Refusal({
    what: `This is no complaint as CareHQ has it: ${[...new Set(read.error.issues.map(({ path }) => path.join(".")))].join(", ") || "it is no object"}.`,
    where: `${file}, row ${row}`,
    fix: "Fetch the complaints again with ko41a fetch carehq.",
  });
}

/** The name, or the id where nobody gave the name. */
function nameOf(value: z.infer<typeof named>): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : (value.name ?? value._id);
}

function isSnapshotOf([first]: readonly Entry[], resource: string): boolean {
  const value = first?.value as { schema?: unknown; resource?: unknown } | null | undefined;
  return value?.schema === "ko41a-carehq/1" && value.resource === resource;
}

/** What `fetch` wrote is read when it is whole, and of a form that is known. */
function refuseOtherSchema([first]: readonly Entry[], file: string): void {
  const schema = (first?.value as { schema?: unknown } | undefined)?.schema;
  if (typeof schema !== "string" || schema === "ko41a-carehq/1") return;
  throw new Refusal({
    what: schema.startsWith("ko41a-carehq-part")
      ? "This is a fetch that did not come to its end: complaints are missing."
      : "This is a snapshot of a form that is not known.",
    where: file,
    fix: "Run ko41a fetch carehq again, with this version of ko41a, and give the file that it names.",
  });
}

function onlyIds(file: string): Refusal {
  return new Refusal({
    what: "The list holds nothing but ids: the API answers with them alone unless attributes are named.",
    where: file,
    fix: "Fetch the complaints with ko41a fetch carehq, which names them.",
  });
}

function homeVisits(file: string): Refusal {
  return new Refusal({
    what: "These are CareHQ home visits: visits by people who look for care, not complaints.",
    where: file,
    fix: "Give them with --activity, beside the export of complaints: they become the report's activity table.",
  });
}
