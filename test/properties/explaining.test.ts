import fc from "fast-check";
import { expect, test } from "vitest";
import type { Count } from "../../src/domain/explanation.ts";
import type { TracedReturn } from "../../src/domain/read-return.ts";
import { explainComplaint } from "../../src/trace/explain/complaint.ts";
import { explainFigure } from "../../src/trace/explain/figure.ts";
import { findComplaints } from "../../src/trace/find.ts";
import { returns } from "../support/random-traced.ts";
import { exportRows, periodLabels, policyChoices } from "../support/records.ts";
import { runRows } from "../support/run.ts";
import { BOOK, CATALOGUE, readAgain } from "../support/traced.ts";

const RUNS = { seed: 41, numRuns: 25 } as const;

/** Every figure of a return, each with its counts: as many as it says, by site and over all sites. */
function checkFigures(given: TracedReturn): void {
  const sorted = (counts: readonly Count[]): readonly string[] => counts.map((one) => JSON.stringify(one)).sort();
  for (const item of BOOK.items) {
    const all = explainFigure(given, item, null, BOOK, CATALOGUE);
    expect(all.counts, item.id).toHaveLength(all.figure);
    for (const { code, untraced } of all.sites) expect(untraced, `${code} ${item.id}`).toBe(0);
    const bySite = given.rows.map((row) => {
      const one = explainFigure(given, item, row, BOOK, CATALOGUE);
      expect(one.figure, `${row.siteCode} ${item.id}`).toBe(row.counts[item.id]);
      expect(one.counts, `${row.siteCode} ${item.id}`).toHaveLength(one.figure);
      expect(one.sites, `${row.siteCode} ${item.id}`).toMatchObject([{ figure: one.figure, untraced: 0 }]);
      return one;
    });
    expect(sorted(bySite.flatMap(({ counts }) => counts)), item.id).toEqual(sorted(all.counts));
    expect(all.sites, item.id).toEqual(bySite.flatMap(({ sites }) => sites));
  }
}

test("there are 78 items, and every figure of a random return names as many counts as it says", () => {
  expect(BOOK.items).toHaveLength(78);
  fc.assert(fc.property(returns, checkFigures), RUNS);
});

test("every figure of an export's return names as many counts as it says", async () => {
  await fc.assert(
    fc.asyncProperty(exportRows(), periodLabels, policyChoices, async (rows, period, policies) => {
      const { result } = await runRows(rows, { period, policies });
      checkFigures(readAgain(result));
    }),
    RUNS,
  );
});

test("a complaint that stands once is in a figure exactly when the figure names it", () => {
  fc.assert(
    fc.property(returns, (given) => {
      const explained = given.complaints.map(({ reference }) =>
        explainComplaint(given, findComplaints(reference, given.complaints, given.file), BOOK, CATALOGUE),
      );
      for (const item of BOOK.items) {
        const named = new Set(explainFigure(given, item, null, BOOK, CATALOGUE).counts.map(({ reference }) => reference));
        for (const { reference, figures, others } of explained)
          if (others.length === 0)
            expect(
              figures.some((figure) => figure.item.id === item.id),
              `${reference} ${item.id}`,
            ).toBe(named.has(reference));
      }
    }),
    RUNS,
  );
});

test("a count that a run made has a rule that put it there", async () => {
  await fc.assert(
    fc.asyncProperty(exportRows(), policyChoices, async (rows, policies) => {
      const given = readAgain((await runRows(rows, { policies })).result);
      for (const item of BOOK.items)
        for (const { reference, rules } of explainFigure(given, item, null, BOOK, CATALOGUE).counts)
          expect(rules, `${reference} ${item.id}`).not.toEqual([]);
    }),
    RUNS,
  );
});
