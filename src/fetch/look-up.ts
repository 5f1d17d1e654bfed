import type { Denied, Question } from "./answer.ts";
import type { Caller } from "./caller.ts";
import type { LookUpList } from "./look-up-lists.ts";
import { MOST_PAGES, readPage } from "./page.ts";
import { denied, endless } from "./refusals.ts";
import type { Params } from "./sign.ts";

export interface Found<T> {
  readonly byId: ReadonlyMap<string, T>;
  /** With what the list was denied, if it was. */
  readonly denied: number | null;
}

interface Search<T> {
  readonly list: LookUpList<T>;
  readonly wanted: ReadonlySet<string>;
  readonly byId: Map<string, T>;
}

/** Ids in one request, so that its address does not grow too long. */
const CHUNK = 40;
/** Items beyond those announced, before a list is taken for one without an end. */
const MOST_SURPLUS = 500;
const NO_RIGHT: ReadonlySet<number> = new Set([403, 404, 405]);

/**
 * Looks up ids, and asks for nothing that is known already. A list that the key may not read gives what was found so far.
 * @throws {Refusal} when it is denied for another reason
 */
export async function lookUp<T extends { readonly _id: string }>(
  caller: Caller,
  list: LookUpList<T>,
  wanted: ReadonlySet<string>,
): Promise<Found<T>> {
  const search: Search<T> = { list, wanted, byId: new Map() };
  for (const [round, more] of list.rounds.entries()) {
    // What looks for the last few ids, just in case, must not spoil what was found.
    const justInCase = round > 0;
    const denial = await lookUpRound(caller, search, more, justInCase);
    if (denial !== null && !justInCase) return { byId: search.byId, denied: denial };
  }
  return { byId: search.byId, denied: null };
}

/** The status with which it was denied, or null. */
async function lookUpRound<T extends { readonly _id: string }>(
  caller: Caller,
  search: Search<T>,
  more: Params,
  justInCase: boolean,
): Promise<number | null> {
  const missing = (ids: Iterable<string>): readonly string[] => [...ids].filter((id) => !search.byId.has(id)).sort();
  let rest = missing(search.wanted);
  while (rest.length > 0) {
    const chunk = rest.slice(0, CHUNK);
    let end = await readPages(caller, search, more, chunk);
    // A filter that is refused is left away: ids alone say what is wanted.
    for (const less of justInCase ? [more] : [more, {}])
      if (isDenied(end) && end.denial.status === 400) end = await readPages(caller, search, less, null);
    if (isDenied(end)) {
      const { status } = end.denial;
      if (NO_RIGHT.has(status) || (justInCase && status !== 401)) return status;
      throw denied(end.denial, caller.host, end.question);
    }
    rest = end === "all" ? [] : missing(rest.slice(CHUNK));
  }
  return null;
}

type End = "chunk" | "all" | { readonly denial: Denied; readonly question: Question };

function isDenied(end: End): end is Exclude<End, string> {
  return typeof end === "object";
}

/**
 * Reads the pages that hold a chunk of ids, or without one, of all. A server that ignores the filter sends everything;
 * then the reading goes on until all that is wanted is found, so that it need not be asked again.
 */
async function readPages<T extends { readonly _id: string }>(
  caller: Caller,
  { list, wanted, byId }: Search<T>,
  more: Params,
  chunk: readonly string[] | null,
): Promise<End> {
  const { name, attributes, item } = list;
  const asked = new Set(chunk ?? []);
  const seen = new Set<string>();
  for (let page = 1; page <= MOST_PAGES; page++) {
    const question = { resource: name, page, params: { attributes, ...more, "filters-ids": chunk, per_page: 100 } };
    const answer = await caller.get(question);
    if (answer.kind === "denied") return { denial: answer, question };
    const read = readPage(item, answer, caller.host, question);
    const fresh = (read?.items ?? []).filter(({ _id }) => !seen.has(_id) && seen.add(_id));
    for (const one of fresh) if (wanted.has(one._id)) byId.set(one._id, one);
    const all = chunk === null || [...seen].some((id) => !asked.has(id));
    const found = [...(all ? wanted : asked)].every((id) => byId.has(id));
    if (seen.size > (read?.itemCount ?? 0) + MOST_SURPLUS) throw endless(caller.host, name, page);
    if (found || fresh.length === 0 || page >= (read?.pageCount ?? 0)) return all ? "all" : "chunk";
  }
  throw endless(caller.host, name, MOST_PAGES);
}
