import { expect, test } from "vitest";
import { Refusal } from "../../src/domain/problem.ts";

test("a refusal carries every problem and says them all", () => {
  const refusal = new Refusal({ what: "No heading" }, { what: "No row", where: "a.csv" });
  expect(refusal.problems).toHaveLength(2);
  expect(refusal.message).toBe("No heading; No row");
});
