import fc from "fast-check";
import { expect, test } from "vitest";
import { periodLabels, policyChoices, writtenRecords } from "../support/records.ts";
import { periodOf } from "../support/rule-book.ts";
import { runRows } from "../support/run.ts";
import { countAgain } from "../support/second-counter.ts";
import { figuresOf } from "../support/sums.ts";

test("a second counter, written from the counting rules alone, comes to the same figures", async () => {
  await fc.assert(
    fc.asyncProperty(writtenRecords(), periodLabels, policyChoices, async (written, label, policies) => {
      const { start, end } = periodOf(label);
      const expected = countAgain(
        written.map(({ record }) => record),
        { start, end, ...policies },
      );
      const { result } = await runRows(
        written.flatMap(({ rows }) => rows),
        { period: label, policies },
      );
      expect(figuresOf(result.rows)).toEqual(expected);
    }),
    { seed: 41, numRuns: 400 },
  );
});
