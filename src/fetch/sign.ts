import { createHmac } from "node:crypto";

type Value = string | number;

/** What is asked; null means not asked. A list is sent as its key once for each value. */
export type Params = Readonly<Record<string, Value | readonly Value[] | null>>;

interface Unsigned {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly params: Params;
  /** Whole seconds since 1970. */
  readonly timestamp: string;
  readonly nonce: string;
}

/** Key and value of everything asked, in the one order that both sides sign. */
export function pairsOf(params: Params): readonly (readonly [string, string])[] {
  return Object.entries(params)
    .sort(([a], [b]) => inOrder(a, b))
    .flatMap(([key, value]) => {
      const values = value === null ? [] : typeof value === "object" ? value : [value];
      return values
        .map(String)
        .sort(inOrder)
        .map((text) => [key, text] as const);
    });
}

/** Signature version 2: the values are signed as they are, not as the address encodes them. */
export function stringToSign({ method, path, params, timestamp, nonce }: Unsigned): string {
  const canonical = pairsOf(params).map(([key, value]) => `${key}=${value}`);
  return [timestamp, nonce, method, `/v1/${path.replace(/^\/+|\/+$/g, "")}`, canonical.join("\n")].join("\n");
}

export function sign(secret: string, text: string): string {
  return createHmac("sha256", secret).update(text, "utf8").digest("hex");
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
