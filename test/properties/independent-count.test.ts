import fc from "fast-check";
import { expect, test } from "vitest";
import { EXCLUSIONS } from "../../src/rules/exclusions/index.ts";
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

test("the records it counts meet every rule that can keep a trust's complaint out, or change where and how it counts", async () => {
  const met = new Set<string>();
  for (const written of fc.sample(writtenRecords(), { seed: 41, numRuns: 200 })) {
    const { result } = await runRows(written.flatMap(({ rows }) => rows));
    for (const { rules } of result.complaints) for (const rule of rules) met.add(rule);
  }
  const wanted = [
    ...EXCLUSIONS.map(({ id }) => id).filter((id) => id !== "icb-scope"),
    ...["merged-rows", "primary-site", "no-ods-code", "unknown-site-code", "implausible-age", "fits-nowhere", "aspect-missing"],
    ...["clinical-subject", "clinical-group-unknown", "brought-forward", "new-in-period", "resolved-in-period", "reopened"],
  ];
  expect(wanted.filter((rule) => !met.has(rule))).toEqual([]);
});
