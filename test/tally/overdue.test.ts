import { describe, expect, test } from "vitest";
import type { Complaint } from "../../src/domain/complaint.ts";
import { ITEM } from "../../src/domain/item.ts";
import { overdueOf } from "../../src/tally/overdue.ts";
import { complaint, day } from "../support/complaint.ts";
import { periodOf } from "../support/rule-book.ts";

const open = (changes: Partial<Complaint> = {}, site = "RZZ01") => ({
  complaint: complaint(changes),
  site,
  items: [ITEM.new, ITEM.carriedForward],
});
const resolved = (changes: Partial<Complaint> = {}, site = "RZZ01") => ({
  complaint: complaint(changes),
  site,
  items: [ITEM.new, ITEM.resolved, ITEM.upheld],
});
const overdue = (...counted: readonly ReturnType<typeof open>[]) => overdueOf(counted, periodOf("2025-26"));

test("an export without a day on which a response is due has nothing to tell", () => {
  expect(overdue(open(), resolved({ closed: day("2025-06-20") }))).toBeNull();
  expect(overdue()).toBeNull();
});

describe("an open complaint", () => {
  test.each([
    ["2026-03-30", 1],
    ["2026-03-31", 0],
    ["2026-04-01", 0],
  ])("that was due on %s: %i overdue at the period's end", (due, number) => {
    expect(overdue(open({ due: day(due) }))?.sites).toEqual([
      { site: "RZZ01", open: 1, overdue: number, resolved: 0, resolvedLate: 0 },
    ]);
  });

  test("is named with its days", () => {
    expect(overdue(open({ reference: "C-7", due: day("2026-03-01") }))).toMatchObject({
      asAt: "2026-03-31",
      complaints: [{ reference: "C-7", site: "RZZ01", due: "2026-03-01", days: 30 }],
    });
  });

  test("without a day is overdue when its system says so, and nobody knows since when", () => {
    expect(overdue(open({ overdue: "yes" }), open({ overdue: "no" }))).toMatchObject({
      sites: [{ open: 2, overdue: 1 }],
      complaints: [{ due: null, days: null }],
    });
  });

  test("with a day goes by that, whatever its system said later", () => {
    expect(overdue(open({ due: day("2026-04-01"), overdue: "yes" }))?.complaints).toEqual([]);
  });

  test("that was closed after the period was open at its end", () => {
    expect(overdue(open({ due: day("2026-03-01"), closed: day("2026-04-02") }))?.sites).toMatchObject([{ overdue: 1 }]);
  });
});

describe("a resolved complaint", () => {
  test.each([
    ["2025-06-19", 0],
    ["2025-06-20", 0],
    ["2025-06-21", 1],
  ])("that was answered on %s: %i late", (closed, late) => {
    const found = overdue(resolved({ due: day("2025-06-20"), closed: day(closed), overdue: "yes" }));
    expect(found?.sites).toEqual([{ site: "RZZ01", open: 0, overdue: 0, resolved: 1, resolvedLate: late }]);
    expect(found?.complaints).toEqual([]);
  });
});

test("sites stand by code, complaints by how long they have been due, then by reference", () => {
  const all = [
    open({ reference: "C-1", overdue: "yes" }, "RZZ02"),
    open({ reference: "C-2", due: day("2026-03-01") }, "RZZ01"),
    open({ reference: "C-4", due: day("2026-01-01") }, "RZZ02"),
    open({ reference: "C-3", due: day("2026-01-01") }, "RZZ01"),
  ];
  for (const order of [all, all.toReversed()]) {
    const found = overdue(...order);
    expect(found?.sites.map(({ site }) => site)).toEqual(["RZZ01", "RZZ02"]);
    expect(found?.complaints.map(({ reference }) => reference)).toEqual(["C-3", "C-4", "C-2", "C-1"]);
  }
});
