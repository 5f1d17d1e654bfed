import { describe, expect, test } from "vitest";
import { Caller } from "../../src/fetch/caller.ts";
import { lookUp } from "../../src/fetch/look-up.ts";
import { LOCATIONS, SERVICE_USERS, SUBJECT_MATTERS } from "../../src/fetch/look-up-lists.ts";
import { problemsOf } from "../support/refusal.ts";
import { GROUPS, SERVICE_USERS as PEOPLE } from "./data.ts";
import { careHq, type Quirks } from "./server.ts";
import { KEYS } from "./server-check.ts";
import { fakeWorld } from "./world.ts";

async function server(quirks: Quirks = {}) {
  const world = fakeWorld();
  const { base, asked } = await careHq(world.now, quirks);
  return { caller: new Caller({ address: { host: "carehq.test", root: `${base}/v1/` }, keys: KEYS }, world), asked };
}

const ids = (items: readonly { readonly _id: string }[]): ReadonlySet<string> => new Set(items.map(({ _id }) => _id));

describe("looking up ids", () => {
  test("asks for 40 at a time, and lets in nothing but what is needed", async () => {
    const { caller, asked } = await server();
    const { byId, denied } = await lookUp(caller, SERVICE_USERS, ids(PEOPLE.slice(0, 45)));
    expect(denied).toBeNull();
    expect(byId.size).toBe(45);
    expect([...byId.values()].flatMap(Object.keys).filter((key) => key !== "_id" && key !== "dob")).toEqual([]);
    expect(asked.map(({ page, params }) => [page, params.getAll("filters-ids").length])).toEqual([
      [1, 40],
      [2, 40],
      [3, 40],
      [4, 40],
      [1, 5],
    ]);
    expect(asked[0]?.params.getAll("attributes")).toEqual(["_id", "dob"]);
  });

  test("of nothing asks nothing", async () => {
    const { caller, asked } = await server();
    expect((await lookUp(caller, LOCATIONS, new Set())).byId.size).toBe(0);
    expect(asked).toEqual([]);
  });

  test("in a server that ignores the filter reads on until all are found, once", async () => {
    const { caller, asked } = await server({ ignoresFilters: true });
    const { byId } = await lookUp(caller, SERVICE_USERS, ids(PEOPLE.slice(3, 55)));
    expect(byId.size).toBe(52);
    expect(asked.map(({ page }) => page)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("that nobody knows ends", async () => {
    for (const ignoresFilters of [true, false]) {
      const { caller, asked } = await server({ ignoresFilters });
      expect(await lookUp(caller, LOCATIONS, new Set(["nobody"]))).toEqual({ byId: new Map(), denied: null });
      expect(asked).toHaveLength(1);
    }
  });

  test("asks for archived subjects when one is not found", async () => {
    const { caller, asked } = await server();
    expect((await lookUp(caller, SUBJECT_MATTERS, ids(GROUPS))).byId.size).toBe(4);
    expect(asked.map(({ params }) => [params.get("filters-group_type"), params.get("filters-archived")])).toEqual([
      ["complaint_subject_matter", null],
      ["complaint_subject_matter", "yes"],
    ]);
    expect(asked[1]?.params.getAll("filters-ids")).toEqual([GROUPS[3]?._id]);
  });

  test("in a server that does not know archived goes on without", async () => {
    const { caller } = await server({ fault: (_, { params }) => (params.has("filters-archived") ? 400 : null) });
    const { byId, denied } = await lookUp(caller, SUBJECT_MATTERS, ids(GROUPS));
    expect([byId.size, denied]).toEqual([3, null]);
  });

  test("in a server that refuses the filter asks without it, once", async () => {
    const { caller, asked } = await server({ fault: (_, { params }) => (params.has("filters-ids") ? 400 : null) });
    expect((await lookUp(caller, SERVICE_USERS, ids(PEOPLE))).byId.size).toBe(90);
    expect(asked.map(({ status }) => status)).toEqual([400, ...Array<number>(9).fill(200)]);
  });

  test.each([403, 404, 405])("without the right (%i) gives nothing", async (status) => {
    const { caller } = await server({ fault: () => status });
    expect(await lookUp(caller, LOCATIONS, new Set(["a"]))).toEqual({ byId: new Map(), denied: status });
  });

  test("goes on without any filter where the kind of group is one that is refused", async () => {
    const { caller } = await server({ fault: (_, { params }) => (params.has("filters-group_type") ? 400 : null) });
    const wanted = ids(GROUPS.slice(0, 2));
    expect([...(await lookUp(caller, SUBJECT_MATTERS, wanted)).byId.keys()].sort()).toEqual([...wanted].sort());
  });

  test.each([400, 401])("denied for another reason (%i) is refused", async (status) => {
    const { caller } = await server({ fault: () => status });
    expect(await problemsOf(() => lookUp(caller, LOCATIONS, new Set(["a"])))).toMatchObject([
      { what: expect.stringContaining(String(status)), where: "carehq.test: locations, page 1" },
    ]);
  });
});
