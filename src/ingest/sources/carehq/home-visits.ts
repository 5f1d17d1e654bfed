import * as z from "zod/mini";
import type { Visit } from "../../../domain/activity.ts";
import { Refusal } from "../../../domain/problem.ts";
import { readDate } from "../../../domain/read-date.ts";
import type { AboutDocument, Entry, ReadDocumentResult } from "../source.ts";
import { itemsIn } from "./items.ts";
import { locationsIn } from "./locations.ts";
import { missingFrom } from "./missing.ts";

/** A visit without the people in it. */
const HomeVisit = z.object({
  location: z.nullish(z.union([z.string(), z.object({ _id: z.string(), name: z.nullish(z.string()) })])),
  date_time: z.nullish(z.string()),
  completed: z.nullish(z.string()),
  cancelled: z.nullish(z.string()),
});

const KEYS = ["care_enquiry", "visit_type", "host", "completed", "cancelled"];

/** Home visits of a document, and what it says itself that it has not. */
export interface Visits extends Pick<ReadDocumentResult, "notes"> {
  readonly visits: readonly Visit[];
  /** Names by ids. */
  readonly locations: ReadonlyMap<string, string>;
}

/** Told by its keys from a complaint and from other objects of the API. */
export function isHomeVisit(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("date_time" in value) || "complaint_reported_date" in value) return false;
  return KEYS.some((key) => key in value);
}

/**
 * Home visits as CareHQ answers them, or as `fetch carehq --resource home-visits` wrote them; once each.
 * @throws {Refusal} when the document holds something else
 */
export function visitsIn(entries: readonly Entry[], { file, period }: AboutDocument): Visits {
  const items = itemsIn(entries);
  if (items === null || !items.every(({ value }) => isHomeVisit(value)))
    throw new Refusal({
      what: "The file holds no CareHQ home visits.",
      where: file,
      fix: "Fetch them with ko41a fetch carehq --resource home-visits, or save the API's answer.",
    });
  const byId = new Map(items.map(({ row, value }) => [(value as { _id?: unknown })._id ?? row, { row, value }]));
  return {
    visits: [...byId.values()].map(({ row, value }) => visitAt(value, file, row)),
    locations: locationsIn(items),
    notes: missingFrom(entries, "home visits", items.length, period),
  };
}

function visitAt(value: unknown, file: string, row: number): Visit {
  const read = HomeVisit.safeParse(value);
  const date = read.success ? readDate(read.data.date_time ?? "") : null;
  if (!read.success || date === null || date.kind === "unreadable")
    throw new Refusal({
      what: "This is no home visit as CareHQ has it.",
      where: `${file}, row ${row}`,
      fix: "Fetch them again with ko41a fetch carehq --resource home-visits.",
    });
  const { location, completed, cancelled } = read.data;
  return {
    location: typeof location === "string" ? location : (location?.name ?? location?._id ?? ""),
    date: date.kind === "date" ? date.date : null,
    state: isSet(cancelled) ? "cancelled" : isSet(completed) ? "completed" : "booked",
  };
}

function isSet(instant: string | null | undefined): boolean {
  return instant !== null && instant !== undefined && instant !== "";
}
