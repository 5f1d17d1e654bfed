import * as z from "zod/mini";
import type { Caller } from "./caller.ts";
import type { Listing } from "./listings.ts";
import { MOST_PAGES, type Page, readPage } from "./page.ts";
import type { Query } from "./query.ts";
import { endless, incomplete, unknownForm } from "./refusals.ts";

const JustId = z.object({ _id: z.string() });

/** How far a list was read. */
export interface Reading<T> {
  readonly pages: number;
  readonly pageCount: number;
  readonly itemCount: number;
  readonly finished: boolean;
  readonly items: readonly T[];
  /** Ids of what came though it lies outside from and to. */
  readonly outside: readonly string[];
  /** Milliseconds since an earlier run left off. */
  readonly paused?: number;
}

/** Pages in a row that bring nothing new, after which no more are asked for. */
const MOST_STALE = 2;

/** A pause in which the list hardly changes: 10 minutes. */
const LONG_PAUSE = 600_000;

/** Items beyond those announced, as many may be added while we read. */
const MOST_SURPLUS = 500;

/** Called after each page; null when what was kept is of no use any more. */
export type Keep<T> = (reading: Reading<T> | null) => Promise<void>;

/**
 * Every item between from and to. When fewer come than the server announces, or a run that was resumed after a pause
 * does not agree with what is there, everything is read once more.
 * @throws {Refusal} when they are still fewer, or come without end
 */
export async function readAll<T extends { readonly _id: string }>(
  caller: Caller,
  listing: Listing<T>,
  query: Query,
  start: Reading<T> | null,
  keep: Keep<T>,
): Promise<readonly T[]> {
  const first = await readOn(caller, listing, query, start ?? nothingOf(0), keep);
  const isOld = start !== null && !start.finished && (start.paused ?? 0) > LONG_PAUSE;
  const isThere = isWhole(first) && (!isOld || (await isStillTheList(caller, listing, query, first)));
  const last = isThere ? first : await readOn(caller, listing, query, nothingOf(first.itemCount), keep);
  if (isWhole(last)) return last.items;
  await keep(null);
  throw incomplete(caller.host, listing.name, cameWith(last), last.itemCount);
}

/**
 * Whether a list that was read in two runs is the one that is there. What was deleted and added in between moved others
 * past our pages, and the count alone does not show it.
 */
async function isStillTheList<T extends { readonly _id: string }>(
  caller: Caller,
  { name }: Listing<T>,
  query: Query,
  { items, outside }: Reading<T>,
): Promise<boolean> {
  const ids: Listing<{ readonly _id: string }> = { name, attributes: ["_id"], item: JustId, timeOf: () => null };
  const there = await readOn(caller, ids, query, nothingOf(0), async () => {});
  const read = new Set([...items.map(({ _id }) => _id), ...outside]);
  return there.items.length === read.size && there.items.every(({ _id }) => read.has(_id));
}

/** Before the first page; what was announced earlier holds until a page says otherwise. */
function nothingOf<T>(itemCount: number): Reading<T> {
  return { pages: 0, pageCount: 0, itemCount, finished: false, items: [], outside: [] };
}

async function readOn<T extends { readonly _id: string }>(
  caller: Caller,
  listing: Listing<T>,
  query: Query,
  start: Reading<T>,
  keep: Keep<T>,
): Promise<Reading<T>> {
  const items = [...start.items];
  const outside = [...start.outside];
  const seen = new Set([...items.map(({ _id }) => _id), ...outside]);
  let reading = start;
  let stale = 0;
  while (!reading.finished) {
    const number = reading.pages + 1;
    if (number > MOST_PAGES || cameWith(reading) > reading.itemCount + MOST_SURPLUS) {
      await keep(null);
      throw endless(caller.host, listing.name, reading.pages);
    }
    const page = await askFor(caller, listing, query, number);
    const fresh = (page?.items ?? []).filter(({ _id }) => !seen.has(_id) && seen.add(_id));
    for (const item of fresh)
      if (isInside(listing.timeOf(item), query)) items.push(item);
      else outside.push(item._id);
    const { pageCount } = page ?? reading;
    // A record deleted meanwhile moves the others forward, past our page: the count before it shows that one is missing.
    const itemCount = Math.max(page?.itemCount ?? 0, page === null || number > 1 ? reading.itemCount : 0);
    // The count of pages may be wrong, and a server may not page at all: pages with nothing new are an end too.
    stale = fresh.length === 0 ? stale + 1 : 0;
    const empty = page === null || page.items.length === 0;
    const finished = empty || stale === MOST_STALE || number >= pageCount;
    reading = { pages: number, pageCount, itemCount, finished, items, outside };
    await keep(reading);
  }
  return reading;
}

async function askFor<T>(caller: Caller, listing: Listing<T>, { from, to }: Query, page: number): Promise<Page<T> | null> {
  const params = {
    attributes: listing.attributes,
    "filters-start_date": from,
    "filters-end_date": to,
    sort_by: "_id",
    per_page: 100,
  };
  const question = { resource: listing.name, page, params };
  const answer = await caller.get(question);
  // Nothing at all is not a list of nothing, which says how many there are.
  if (answer.kind === "empty" && page === 1) throw unknownForm(caller.host, question, "items");
  return readPage(listing.item, answer, caller.host, question);
}

/** An item without a date is kept: it is for the officer to see, not for us to drop. */
function isInside(time: string | null, { from, to }: Query): boolean {
  if (time === null) return true;
  const day = time.slice(0, 10);
  return from <= day && day <= to;
}

function isWhole<T>(reading: Reading<T>): boolean {
  return cameWith(reading) >= reading.itemCount;
}

function cameWith<T>({ items, outside }: Reading<T>): number {
  return items.length + outside.length;
}
