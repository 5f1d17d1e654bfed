import { describe, expect, test } from "vitest";
import { Caller } from "../../src/fetch/caller.ts";
import { problemsOf } from "../support/refusal.ts";
import { KEYS } from "./server-check.ts";
import { canned, fakeWorld, page } from "./world.ts";

const CONNECTION = { address: { host: "carehq.test", root: "https://carehq.test/v1/" }, keys: KEYS };
const QUESTION = { resource: "complaints", page: 2, params: { attributes: ["ref", "_id"] } };

function callerWith(...answers: readonly (Response | Error)[]) {
  const { fetch, sent } = canned(...answers);
  const world = fakeWorld(fetch);
  return { caller: new Caller(CONNECTION, world), sent, world };
}

const broken = (code: string): Error => Object.assign(new TypeError(`fetch failed ${KEYS.secret}`), { cause: { code } });
const timeout = new DOMException("late", "TimeoutError");

describe("a request", () => {
  test("asks for the page, with every value of a list", async () => {
    const { caller, sent } = callerWith(page([]));
    await caller.get(QUESTION);
    expect(sent[0]?.url.href).toBe("https://carehq.test/v1/complaints?attributes=_id&attributes=ref&page=2");
  });

  test.each([
    ["500", new Response("", { status: 500 })],
    ["a broken connection", broken("ECONNRESET")],
    ["a time-out", timeout],
    ["a page that is no JSON", new Response("<html>")],
  ])("%s passes: it is made again, with another time and nonce", async (_, trouble) => {
    const { caller, sent, world } = callerWith(trouble, trouble, page([]));
    expect((await caller.get(QUESTION)).kind).toBe("json");
    expect(world.slept).toEqual([500, 1000]);
    for (const name of ["X-CareHQ-Nonce", "X-CareHQ-Signature"])
      expect(new Set(sent.map(({ headers }) => headers.get(name))).size).toBe(3);
    expect(new Set(sent.map(({ headers }) => headers.get("X-CareHQ-Timestamp"))).size).toBeGreaterThan(1);
  });

  test("an answer that never ends is left, and fills no memory", async () => {
    const spaces = new Uint8Array(5_000_000).fill(0x20);
    let pieces = 0;
    const endless = () =>
      new Response(
        new ReadableStream({
          pull: (controller) => {
            pieces += 1;
            controller.enqueue(spaces);
          },
        }),
      );
    const caller = new Caller(
      CONNECTION,
      fakeWorld(async () => endless()),
    );
    expect(await problemsOf(() => caller.get(QUESTION))).toMatchObject([{ what: expect.stringContaining("no JSON") }]);
    expect(pieces).toBeLessThan(100);
  });

  test.each([
    ["503", new Response("gooseberry", { status: 503 }), "keeps failing (503)"],
    ["a broken connection", broken("ENOTFOUND"), "cannot be reached (ENOTFOUND)"],
    ["an error without a code", new TypeError(KEYS.secret), "cannot be reached."],
    ["a certificate", broken("SELF_SIGNED_CERT_IN_CHAIN"), "cannot be reached"],
    ["a time-out", timeout, "in time"],
    ["a page that is no JSON", new Response("<html>gooseberry"), "no JSON"],
  ])("%s five times is enough, and nothing of it is repeated", async (_, trouble, what) => {
    const { caller, sent } = callerWith(trouble);
    const problems = await problemsOf(() => caller.get(QUESTION));
    expect(sent).toHaveLength(5);
    expect(problems).toMatchObject([{ what: expect.stringContaining(what), where: "carehq.test: complaints, page 2" }]);
    expect(JSON.stringify(problems)).not.toMatch(/gooseberry|marker/);
  });

  test("429 eight times is enough", async () => {
    const { caller, sent, world } = callerWith(new Response("", { status: 429, headers: { "Retry-After": "2" } }));
    expect(await problemsOf(() => caller.get(QUESTION))).toMatchObject([{ what: expect.stringContaining("429") }]);
    expect(sent).toHaveLength(8);
    expect(world.slept.slice(0, 6)).toEqual([2000, 2000, 2000, 2000, 2000, 2000]);
  });

  test("the last one allowed holds back the next", async () => {
    const { fetch } = canned(page([]));
    const world = fakeWorld(async (...given) => {
      const response = await fetch(...given);
      response.headers.set("X-CareHQ-RateLimit-Remaining", "0");
      response.headers.set("X-CareHQ-RateLimit-Reset", String(world.now() / 1000 + 0.75));
      return response;
    });
    const caller = new Caller(CONNECTION, world);
    await caller.get(QUESTION);
    expect(world.slept).toEqual([]);
    await caller.get(QUESTION);
    expect(world.slept).toEqual([750]);
  });

  test.each([301, 302, 307, 400, 401, 403, 404, 405, 422])("%i is final", async (status) => {
    const { caller, sent } = callerWith(new Response("", { status, headers: { Location: "https://elsewhere.test/" } }));
    expect(await caller.get(QUESTION)).toMatchObject({ kind: "denied", status });
    expect(sent).toHaveLength(1);
  });

  test("204 is an empty page", async () => {
    const { caller } = callerWith(new Response(null, { status: 204 }));
    expect(await caller.get(QUESTION)).toEqual({ kind: "empty" });
  });
});
