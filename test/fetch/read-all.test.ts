import { describe, expect, test } from "vitest";
import type { LocalDate } from "../../src/domain/local-date.ts";
import { Caller } from "../../src/fetch/caller.ts";
import { COMPLAINTS, type RawComplaint } from "../../src/fetch/listings.ts";
import { MOST_PAGES } from "../../src/fetch/page.ts";
import type { Query } from "../../src/fetch/query.ts";
import { type Reading, readAll } from "../../src/fetch/read-all.ts";
import { problemsOf } from "../support/refusal.ts";
import { KEYS } from "./server-check.ts";
import { canned, fakeWorld, page } from "./world.ts";

const QUERY: Query = { resource: "complaints", from: "2024-01-01" as LocalDate, to: "2024-12-31" as LocalDate };
const CONNECTION = { address: { host: "carehq.test", root: "https://carehq.test/v1/" }, keys: KEYS };
const on = (_id: string, complaint_reported_date: string | null = "2024-05-01") => ({ _id, complaint_reported_date });

async function read(answers: readonly (Response | Error)[], start: Reading<RawComplaint> | null = null) {
  const { fetch, sent } = canned(...answers);
  const kept: (Reading<RawComplaint> | null)[] = [];
  const work = readAll(new Caller(CONNECTION, fakeWorld(fetch)), COMPLAINTS, QUERY, start, async (reading) => {
    kept.push(reading);
  });
  const problems = await problemsOf(() => work).catch(() => null);
  const pages = sent.map(({ url }) => Number(url.searchParams.get("page")));
  return { ids: problems === null ? (await work).map(({ _id }) => _id) : null, problems, pages, kept, sent };
}

describe("a list", () => {
  test("is asked for by date, in order of its ids, with what is needed and no notes", async () => {
    const { sent } = await read([page([])]);
    expect(sent[0]?.url.search).toBe(
      "?attributes=_id&attributes=complaint_reported_date&attributes=location&attributes=outcome" +
        "&attributes=outcome_reported_date&attributes=ref&attributes=referred_to_other_bodies&attributes=service_user" +
        "&attributes=subject_matter&filters-end_date=2024-12-31&filters-start_date=2024-01-01&page=1&per_page=100&sort_by=_id",
    );
  });

  test("is read to its last page, each id once", async () => {
    const counts = { item_count: 3, page_count: 2 };
    const { ids, pages } = await read([page([on("a"), on("b")], counts), page([on("b"), on("c")], counts)]);
    expect(ids).toEqual(["a", "b", "c"]);
    expect(pages).toEqual([1, 2]);
  });

  test("keeps what lies between from and to, and what has no date", async () => {
    const items = [
      on("a", "2023-12-31"),
      on("b", "2024-01-01"),
      on("c", "2024-12-31 10:00:00"),
      on("d", "2025-01-01"),
      on("e", null),
    ];
    const { ids, kept } = await read([page(items)]);
    expect(ids).toEqual(["b", "c", "e"]);
    expect(kept.at(-1)?.outside).toEqual(["a", "d"]);
  });

  test("that is an empty page has nothing", async () => {
    expect(await read([page([], { page_count: 0 })])).toMatchObject({ ids: [], pages: [1] });
  });

  test("is not an answer without a page, which does not say how many there are", async () => {
    const { ids, problems } = await read([new Response(null, { status: 204 })]);
    expect({ ids, problems }).toMatchObject({
      ids: null,
      problems: [{ what: expect.stringContaining("form that is not known") }],
    });
  });

  test("that brings ever more than it announces is left", async () => {
    const endless = Array.from({ length: 60 }, (_, at) =>
      page(
        Array.from({ length: 10 }, (_, one) => on(`${at}-${one}`)),
        { item_count: 10, page_count: 1000 },
      ),
    );
    const { ids, pages, problems } = await read(endless);
    expect({ ids, problems }).toMatchObject({ ids: null, problems: [{ what: expect.any(String) }] });
    expect(pages).toHaveLength(52);
  });

  test("that is short of its own count is read once more", async () => {
    const counts = { item_count: 2, page_count: 1 };
    const { ids, pages } = await read([page([on("a")], counts), page([on("a"), on("b")], counts)]);
    expect({ ids, pages }).toEqual({ ids: ["a", "b"], pages: [1, 1] });
  });

  test("that stays short is refused, and nothing of it is kept", async () => {
    const { problems, pages, kept } = await read([page([on("a")], { item_count: 2 })]);
    expect(problems).toMatchObject([{ what: "CareHQ says that there are 2 complaints, but only 1 came, twice." }]);
    expect(pages).toEqual([1, 1]);
    expect(kept.at(-1)).toBeNull();
  });

  test("that breaks off with an empty answer is short", async () => {
    const { problems } = await read([page([on("a")], { item_count: 2, page_count: 2 }), new Response(null, { status: 204 })]);
    expect(problems).toMatchObject([{ what: expect.stringContaining("a form that is not known") }]);
  });

  test("that sends a page twice is read on", async () => {
    const counts = { item_count: 2, page_count: 3 };
    const { ids, pages } = await read([page([on("a")], counts), page([on("a")], counts), page([on("b")], counts)]);
    expect({ ids, pages }).toEqual({ ids: ["a", "b"], pages: [1, 2, 3] });
  });

  test("that shrinks while it is read is read once more", async () => {
    const answers = [
      page([on("a"), on("b")], { item_count: 4, page_count: 2 }),
      page([on("d")], { item_count: 3, page_count: 2 }),
      page([on("b"), on("c")], { item_count: 3, page_count: 2 }),
      page([on("d")], { item_count: 3, page_count: 2 }),
    ];
    expect(await read(answers)).toMatchObject({ ids: ["b", "c", "d"], pages: [1, 2, 1, 2] });
  });

  test("from a server that does not page ends", async () => {
    const { problems, pages } = await read([page([on("a")], { item_count: 90, page_count: 9 })]);
    expect(problems).toHaveLength(1);
    expect(pages).toEqual([1, 2, 3, 1, 2, 3]);
  });

  test("goes on after the page that was read last", async () => {
    const counts = { item_count: 3, page_count: 2 };
    const [b] = [{ ...on("b"), location: null, outcome: null, outcome_reported_date: null, ref: null }];
    const item: RawComplaint = { ...b, referred_to_other_bodies: null, service_user: null, subject_matter: null };
    const start = { pages: 1, pageCount: 2, itemCount: 3, finished: false, items: [item], outside: ["a"] };
    expect(await read([page([on("c")], counts)], start)).toMatchObject({ ids: ["b", "c"], pages: [2] });
    const same = [page([{ _id: "a" }, { _id: "b" }], counts), page([{ _id: "c" }], counts)];
    const later = { ...start, paused: 3_600_000 };
    expect(await read([page([on("c")], counts), ...same], later)).toMatchObject({ ids: ["b", "c"], pages: [2, 1, 2] });
    expect(await read([], { ...start, itemCount: 2, finished: true })).toMatchObject({ ids: ["b"], pages: [] });
  });

  test("that changed between two runs, though its count did not, is read once more", async () => {
    const counts = { item_count: 4, page_count: 2 };
    const { ids: _, kept } = await read([page([on("a"), on("b")], counts), new Response(null, { status: 404 })]);
    // "a" is gone and "e" has come: "c" is on the first page now, which was read already.
    const now = () => [page([on("b"), on("c")], counts), page([on("d"), on("e")], counts)];
    const second = [page([on("d"), on("e")], counts), ...now(), ...now()];
    const [first] = kept;
    const { ids, pages } = await read(second, first == null ? null : { ...first, paused: 3_600_000 });
    expect({ ids, pages }).toEqual({ ids: ["b", "c", "d", "e"], pages: [2, 1, 2, 1, 2] });
  });

  test.each([
    ["no list", Response.json({ items: "gooseberry", item_count: 1, page_count: 1 }), "items"],
    ["no count", Response.json({ items: [] }), "item_count"],
    ["other things than asked for", page([{ _id: "gooseberry" }]), "items.0.complaint_reported_date"],
    ["words for a date", page([on("a", "gooseberry 2024")]), "items.0.complaint_reported_date"],
    ["an error", Response.json({ hint: "gooseberry" }), "items"],
  ])("with %s is refused without its words", async (_, answer, field) => {
    const { problems } = await read([answer]);
    expect(problems).toMatchObject([{ what: expect.stringContaining(field), where: "carehq.test: complaints, page 1" }]);
    expect(JSON.stringify(problems)).not.toContain("gooseberry");
  });

  test("without end is left", async () => {
    let asked = 0;
    const fetch = async (): Promise<Response> => {
      asked += 1;
      return page([on(String(asked))], { item_count: 10 ** 6, page_count: 10 ** 6 });
    };
    const caller = new Caller(CONNECTION, fakeWorld(fetch));
    const start = { pages: MOST_PAGES - 2, pageCount: 10 ** 6, itemCount: 0, finished: false, items: [], outside: [] };
    expect(await problemsOf(() => readAll(caller, COMPLAINTS, QUERY, start, async () => {}))).toMatchObject([
      { what: expect.stringContaining("no end") },
    ]);
    expect(asked).toBe(2);
  });
});
