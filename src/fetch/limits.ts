const SHORTEST = 50;
const LONGEST = 60_000;

/** 429 is tried this often in all, broken connections and the like less. */
export const MOST_TRIES = 8;
export const MOST_BREAKS = 5;

/** How long to wait after the nth failure: half a second, then twice as long each time. */
export function backoff(failures: number): number {
  return 500 * 2 ** (failures - 1);
}

/**
 * How long the server wants us to wait after a 429. A clock of ours that is ahead makes the reset lie in the past, so
 * each further try waits at least twice as long as the one before.
 */
export function waitAfterLimit(headers: Headers, now: number, tries: number): number {
  const reset = untilReset(headers, now);
  const after = numberIn(headers, "retry-after");
  const wanted = reset ?? (after === null ? backoff(tries) : after * 1000);
  return clamp(Math.max(wanted, SHORTEST * 2 ** (tries - 1)));
}

/** How long to hold back the next request: 0 unless this one was the last that is allowed for now. */
export function waitWhenSpent(headers: Headers, now: number): number {
  const remaining = numberIn(headers, "x-carehq-ratelimit-remaining");
  const reset = untilReset(headers, now);
  return remaining === 0 && reset !== null ? clamp(reset) : 0;
}

function untilReset(headers: Headers, now: number): number | null {
  const reset = numberIn(headers, "x-carehq-ratelimit-reset");
  return reset === null ? null : reset * 1000 - now;
}

function clamp(wait: number): number {
  return Math.min(LONGEST, Math.max(SHORTEST, Math.ceil(wait)));
}

function numberIn(headers: Headers, name: string): number | null {
  const text = headers.get(name)?.trim() ?? "";
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}
