import type { World } from "../../src/fetch/world.ts";

export interface FakeWorld extends World {
  /** How long was slept, each time, in milliseconds. */
  readonly slept: readonly number[];
}

/** A world whose clock moves only by sleeping, and a network that is real unless another is given. */
export function fakeWorld(fetch: World["fetch"] = globalThis.fetch): FakeWorld {
  let time = Date.UTC(2026, 4, 6, 9);
  let nonces = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => time,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      time += milliseconds;
    },
    nonce: () => {
      const bytes = new Uint8Array(16);
      nonces += 1;
      new DataView(bytes.buffer).setUint32(0, nonces);
      return bytes;
    },
    deadline: () => AbortSignal.timeout(5000),
    fetch,
  };
}

export interface Sent {
  readonly url: URL;
  readonly headers: Headers;
}

/** A network that answers from a list; the last answer stays. An error is thrown. */
export function canned(...answers: readonly (Response | Error)[]): { readonly fetch: World["fetch"]; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: async (input, init) => {
      const answer = answers[Math.min(sent.length, answers.length - 1)];
      sent.push({ url: new URL(String(input)), headers: new Headers(init?.headers) });
      if (answer === undefined || answer instanceof Error) throw answer;
      return answer.clone();
    },
  };
}

export function page(items: readonly unknown[], more: Readonly<Record<string, unknown>> = {}): Response {
  return Response.json({ items, item_count: items.length, page: 1, page_count: 1, per_page: 10, ...more });
}
