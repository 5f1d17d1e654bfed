import type { Params } from "./sign.ts";

/** One page of one list. */
export interface Question {
  readonly resource: string;
  readonly page: number;
  readonly params: Params;
}

/** The server will not answer, however often it is asked. */
export interface Denied {
  readonly kind: "denied";
  readonly status: number;
  /** By how many seconds the server's clock is ahead of ours; null when it does not say. */
  readonly ahead: number | null;
}

export type Answer = { readonly kind: "json"; readonly value: unknown } | { readonly kind: "empty" } | Denied;

/** What may pass when the request is made again. */
export type Trouble =
  | { readonly kind: "limited"; readonly wait: (tries: number) => number }
  | { readonly kind: "server"; readonly status: number }
  | { readonly kind: "not-json" }
  | { readonly kind: "timeout" }
  | { readonly kind: "connection"; readonly code: string | null };
