/** What the room may touch of the world. Given from outside, so that a test neither waits nor needs a network. */
export interface World {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** 16 random bytes, others each time. */
  readonly nonce: () => Uint8Array;
  /** Ends a request that nobody answers. */
  readonly deadline: () => AbortSignal;
  readonly fetch: typeof globalThis.fetch;
}
