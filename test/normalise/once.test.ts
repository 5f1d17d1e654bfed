import { expect, test, vi } from "vitest";
import { once } from "../../src/normalise/once.ts";

test("works out each distinct text once", () => {
  const work = vi.fn((text: string) => text.length);
  const length = once(work);
  expect([length("a"), length("bb"), length("a")]).toEqual([1, 2, 1]);
  expect(work).toHaveBeenCalledTimes(2);
});
