import type { Address } from "./address.ts";
import type { Answer, Question, Trouble } from "./answer.ts";
import { backoff, MOST_BREAKS, MOST_TRIES, waitAfterLimit, waitWhenSpent } from "./limits.ts";
import { givenUp } from "./refusals.ts";
import { pairsOf, sign, stringToSign } from "./sign.ts";
import type { World } from "./world.ts";

export interface Keys {
  readonly accountId: string;
  readonly key: string;
  readonly secret: string;
}

export interface Connection {
  readonly address: Address;
  readonly keys: Keys;
}

/** Asks, waits as the server wishes, and asks again what may pass. */
export class Caller {
  readonly host: string;
  readonly #connection: Connection;
  readonly #world: World;
  #notBefore = 0;

  constructor(connection: Connection, world: World) {
    this.host = connection.address.host;
    this.#connection = connection;
    this.#world = world;
  }

  /** @throws {Refusal} when nothing comes however often it is asked */
  async get(question: Question): Promise<Answer> {
    const { now, sleep } = this.#world;
    let breaks = 0;
    for (let tries = 1; ; tries++) {
      const early = this.#notBefore - now();
      if (early > 0) await sleep(early);
      const answer = await this.#attempt(question);
      if (answer.kind === "json" || answer.kind === "empty" || answer.kind === "denied") return answer;
      if (answer.kind !== "limited") breaks += 1;
      if (tries >= MOST_TRIES || breaks >= MOST_BREAKS) throw givenUp(answer, this.host, question);
      await sleep(answer.kind === "limited" ? answer.wait(tries) : backoff(breaks));
    }
  }

  async #attempt({ resource, page, params }: Question): Promise<Answer | Trouble> {
    const { fetch, deadline, now } = this.#world;
    const asked = { ...params, page };
    const url = `${this.#connection.address.root}${resource}?${new URLSearchParams(pairsOf(asked).map(([...pair]) => pair))}`;
    try {
      const headers = this.#headers(resource, asked);
      // The keys are for this address only, so no redirect is followed.
      const response = await fetch(url, { headers, redirect: "manual", signal: deadline() });
      const spent = waitWhenSpent(response.headers, now());
      this.#notBefore = spent > 0 ? now() + spent : 0;
      if (response.status !== 204 && response.ok) return json(await textOf(response));
      // Nothing of such a body is read, or waited for.
      response.body?.cancel().catch(() => {});
      return withoutBody(response, now());
    } catch (error) {
      return troubleOf(error);
    }
  }

  /** Time and nonce are fresh each time: the server takes no signature twice. */
  #headers(path: string, params: Question["params"]): Record<string, string> {
    const { accountId, key, secret } = this.#connection.keys;
    const timestamp = String(Math.floor(this.#world.now() / 1000));
    const nonce = Buffer.from(this.#world.nonce()).toString("base64url");
    return {
      Accept: "application/json",
      "X-CareHQ-AccountId": accountId,
      "X-CareHQ-APIKey": key,
      "X-CareHQ-Timestamp": timestamp,
      "X-CareHQ-Nonce": nonce,
      "X-CareHQ-Signature-Version": "2.0",
      "X-CareHQ-Signature": sign(secret, stringToSign({ method: "GET", path, params, timestamp, nonce })),
    };
  }
}

/** A page of a hundred complaints is far from it; what never ends would take all memory. */
const MOST_LETTERS = 50_000_000;

/** The text of an answer; what is too long is cut, and no JSON then. */
async function textOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of body ?? []) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > MOST_LETTERS) return "";
  }
  return text + decoder.decode();
}

function json(text: string): Answer | Trouble {
  try {
    return { kind: "json", value: JSON.parse(text) };
  } catch {
    return { kind: "not-json" };
  }
}

function withoutBody({ status, headers, type }: Response, now: number): Answer | Trouble {
  if (status === 204) return { kind: "empty" };
  if (status === 429) return { kind: "limited", wait: (tries) => waitAfterLimit(headers, now, tries) };
  if (status >= 500 || status === 408) return { kind: "server", status };
  const date = Date.parse(headers.get("date") ?? "");
  const ahead = Number.isNaN(date) ? null : (date - now) / 1000;
  return { kind: "denied", status: type === "opaqueredirect" ? 302 : status, ahead };
}

/** Only the code of the system is kept: a message may repeat a header. */
function troubleOf(error: unknown): Trouble {
  const { name, cause, code } = error as { name?: unknown; cause?: { code?: unknown }; code?: unknown };
  if (name === "TimeoutError") return { kind: "timeout" };
  const known = [cause?.code, code].find((one) => typeof one === "string" && /^[A-Z][A-Z0-9_]+$/.test(one));
  return { kind: "connection", code: typeof known === "string" ? known : null };
}
