import { describe, expect, test } from "vitest";
import { backoff, waitAfterLimit, waitWhenSpent } from "../../src/fetch/limits.ts";

const NOW = 1_767_225_600_000;
const headers = (reset: string | null, more: Record<string, string> = {}): Headers =>
  new Headers({ ...(reset === null ? {} : { "X-CareHQ-RateLimit-Reset": reset }), ...more });

describe("the wait after a 429", () => {
  test.each([
    ["until the reset, though it is a fraction", "1767225601.25", {}, 1, 1250],
    ["at least a moment when our clock is ahead", "1767225590", {}, 1, 50],
    ["longer each time when our clock is ahead", "1767225590", {}, 6, 1600],
    ["at most a minute when our clock is behind", "1767229999", {}, 1, 60_000],
    ["as Retry-After says when there is no reset", null, { "Retry-After": "3" }, 1, 3000],
    ["by the reset when there are both", "1767225601", { "Retry-After": "30" }, 1, 1000],
    ["as after any failure when there is neither", null, {}, 3, 2000],
    ["as after any failure when the header is nonsense", "soon", { "Retry-After": "Wed, 21 Oct" }, 1, 500],
  ])("%s", (_, reset, more, tries, wait) => {
    expect(waitAfterLimit(headers(reset, more), NOW, tries)).toBe(wait);
  });
});

describe("the wait before the next request", () => {
  test.each([
    ["0", "1767225601", 1000],
    ["1", "1767225601", 0],
    ["0", null, 0],
    ["", "1767225601", 0],
    ["0", "1767225000", 50],
  ])("%s remaining, reset %s", (remaining, reset, wait) => {
    expect(waitWhenSpent(headers(reset, { "X-CareHQ-RateLimit-Remaining": remaining }), NOW)).toBe(wait);
  });
});

test("failures are waited out twice as long each time", () => {
  expect([1, 2, 3, 4].map(backoff)).toEqual([500, 1000, 2000, 4000]);
});
