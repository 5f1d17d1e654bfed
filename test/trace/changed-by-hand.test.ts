import { describe, expect, test } from "vitest";
import { changedByHand } from "../../src/trace/changed-by-hand.ts";
import { BOOK, counted, keptOut, tracedReturn } from "../support/traced.ts";

const made = tracedReturn([counted("C-1"), counted("C-2", { site: "RZZ02" }), keptOut("C-3", "withdrawn")]);

/** With one figure raised. */
const raised = (site: string, item: string) => ({
  ...made,
  rows: made.rows.map((row) =>
    row.siteCode === site
      ? { ...row, counts: { ...row.counts, [item]: ((row.counts as Record<string, number>)[item] ?? 0) + 1 } }
      : row,
  ),
});

describe("a return that somebody changed", () => {
  test("is told by the figures that its complaints do not add up to, totals too", () => {
    expect(changedByHand(raised("RZZ01", "Complaints_Total_New"), BOOK)).toEqual(["RZZ01 Complaints_Total_New"]);
    expect(changedByHand(raised("RZZ02", "Service_Total"), BOOK)).toEqual(["RZZ02 Service_Total"]);
  });

  test("is told by a row that is gone", () => {
    const without = { ...made, rows: made.rows.filter(({ siteCode }) => siteCode !== "RZZ02") };
    expect(changedByHand(without, BOOK)).toContain("RZZ02 Complaints_Total_New");
  });
});

test("a return as it was made has none", () => {
  expect(changedByHand(made, BOOK)).toEqual([]);
});
