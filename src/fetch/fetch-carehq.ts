import { Caller, type Connection } from "./caller.ts";
import { COMPLAINTS, HOME_VISITS, type Listing } from "./listings.ts";
import { type Found, lookUp } from "./look-up.ts";
import { LOCATIONS, type LookUpList, type LookUpName, SERVICE_USERS, SUBJECT_MATTERS } from "./look-up-lists.ts";
import { type PartFault, partText, readPart } from "./part.ts";
import type { Query } from "./query.ts";
import { type Reading, readAll } from "./read-all.ts";
import { birthDate, complaintOf, snapshotText, visitOf } from "./snapshot.ts";
import type { World } from "./world.ts";

/** What is kept of a run that may break off. */
export interface Kept {
  readonly text: string;
  readonly pages: number;
  /** Every page was read; only the names are missing. */
  readonly finished: boolean;
}

/** What is said and kept on the way. */
export interface Hooks {
  /** What an earlier run kept; null when there is nothing. */
  readonly part: string | null;
  readonly keep: (kept: Kept | null) => Promise<void>;
  readonly resumed: (kept: Kept) => void;
  readonly ignored: (fault: PartFault) => void;
  readonly step: (words: string, share?: number) => void;
}

/** What the snapshot lacks. */
export type Gap =
  | { readonly kind: "denied"; readonly list: LookUpName; readonly status: number }
  | { readonly kind: "unknown"; readonly list: LookUpName; readonly ids: number }
  | { readonly kind: "unreadable"; readonly list: "service-users"; readonly ids: number };

export interface Fetched {
  readonly snapshot: string;
  readonly items: number;
  readonly hasBirthDates: boolean;
  readonly gaps: readonly Gap[];
}

/**
 * The snapshot of complaints or of home visits, with the names that its ids stand for.
 * @throws {Refusal}
 */
export async function fetchCareHq(query: Query, connection: Connection, world: World, hooks: Hooks): Promise<Fetched> {
  const caller = new Caller(connection, world);
  const gaps: Gap[] = [];
  const find = async <T extends { readonly _id: string }>(
    list: LookUpList<T>,
    ids: readonly (string | null)[],
  ): Promise<Found<T>["byId"]> => {
    const wanted = new Set(ids.filter((id) => id !== null));
    hooks.step(`looking up ${list.name}`);
    const { byId, denied } = await lookUp(caller, list, wanted);
    if (denied !== null) gaps.push({ kind: "denied", list: list.name, status: denied });
    else if (byId.size < wanted.size) gaps.push({ kind: "unknown", list: list.name, ids: wanted.size - byId.size });
    return byId;
  };

  if (query.resource === "home-visits") {
    const visits = await list(caller, HOME_VISITS, query, connection, world, hooks);
    const locations = await find(LOCATIONS, column(visits, "location"));
    const items = visits.map((visit) => visitOf(visit, locations));
    return { snapshot: snapshotText(query, items), items: items.length, hasBirthDates: false, gaps };
  }
  const complaints = await list(caller, COMPLAINTS, query, connection, world, hooks);
  const locations = await find(LOCATIONS, column(complaints, "location"));
  const subjects = await find(SUBJECT_MATTERS, column(complaints, "subject_matter"));
  const people = await find(SERVICE_USERS, column(complaints, "service_user"));
  const unreadable = [...people.values()].filter(({ dob }) => (dob ?? "") !== "" && birthDate(dob ?? "") === null).length;
  if (unreadable > 0) gaps.push({ kind: "unreadable", list: "service-users", ids: unreadable });
  const items = complaints.map((complaint) => complaintOf(complaint, locations, subjects, people));
  return {
    snapshot: snapshotText(query, items),
    items: items.length,
    hasBirthDates: items.some((item) => item.date_of_birth !== null),
    gaps,
  };
}

function column<T, K extends keyof T>(items: readonly T[], key: K): readonly T[K][] {
  return items.map((item) => item[key]);
}

/** The list itself, from where an earlier run left off. */
async function list<T extends { readonly _id: string }>(
  caller: Caller,
  listing: Listing<T>,
  query: Query,
  connection: Connection,
  { now }: World,
  { part, keep, resumed, ignored, step }: Hooks,
): Promise<readonly T[]> {
  const kept = (reading: Reading<T>): Kept => ({
    text: partText(reading, query, connection, now()),
    pages: reading.pages,
    finished: reading.finished,
  });
  const earlier = part === null ? null : readPart(part, listing, query, connection, now());
  if (typeof earlier === "string") ignored(earlier);
  const start = typeof earlier === "string" ? null : earlier;
  if (start !== null) resumed(kept(start));
  step(`asking for ${listing.name}`);
  return readAll(caller, listing, query, start, async (reading) => {
    await keep(reading === null ? null : kept(reading));
    if (reading === null) return;
    const { pages, pageCount } = reading;
    step(`${listing.name}: page ${pages} of ${Math.max(pages, pageCount)}`, pages / Math.max(pages, pageCount));
  });
}
