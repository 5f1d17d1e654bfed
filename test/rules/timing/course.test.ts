import { describe, expect, test } from "vitest";
import type { Complaint, Outcome } from "../../../src/domain/complaint.ts";
import { courseOf } from "../../../src/rules/timing/course.ts";
import { complaint, contextOf, day } from "../../support/complaint.ts";

const UPHELD: Outcome = { kind: "decided", decision: "upheld" };
const NOT_UPHELD: Outcome = { kind: "decided", decision: "not-upheld" };

interface Around {
  readonly followUps?: readonly Complaint[];
  readonly period?: string;
  readonly policies?: Readonly<Record<string, string>>;
}

function course(changes: Partial<Complaint>, { followUps = [], period = "2025-26", policies = {} }: Around = {}) {
  return courseOf(complaint(changes), followUps, contextOf({ period, policies }));
}

describe("a complaint that was never re-opened", () => {
  test.each([
    ["2025-03-31", null, true, null],
    ["2025-04-01", null, false, null],
    ["2025-01-10", "2025-03-31", false, "2025-03-31"],
    ["2025-01-10", "2025-04-01", true, "2025-04-01"],
    ["2025-01-10", "2026-03-31", true, "2026-03-31"],
    ["2025-01-10", "2026-04-01", true, null],
    ["2025-05-14", "2025-05-14", false, "2025-05-14"],
  ])("received %s, closed %s", (received, closed, openAtStart, closedAsAtEnd) => {
    const found = course({ received: day(received), closed: closed === null ? null : day(closed), outcome: UPHELD });
    expect(found).toMatchObject({ openAtStart, closed: closedAsAtEnd, outcome: UPHELD, withdrawal: null, notes: [] });
  });

  test("closed before it was received: the closing date is not used, and said so", () => {
    const found = course({ received: day("2025-05-14"), closed: day("2025-05-13") });
    expect(found.closed).toBeNull();
    expect(found.notes).toEqual([
      { kind: "closed-before-received", field: "closed", closed: "2025-05-13", received: "2025-05-14" },
    ]);
  });

  test("a quarter sees only what was closed by its end", () => {
    const changes = { received: day("2025-05-14"), closed: day("2025-08-01"), outcome: UPHELD };
    expect(course(changes, { period: "2025-26Q1" }).closed).toBeNull();
    expect(course(changes, { period: "2025-26Q2" })).toMatchObject({ openAtStart: true, closed: "2025-08-01" });
  });
});

describe("withdrawn", () => {
  test("on its own date", () => {
    expect(course({ withdrawn: day("2025-07-01") })).toMatchObject({
      withdrawal: { date: "2025-07-01", from: "date withdrawn" },
      closed: "2025-07-01",
      outcome: NOT_UPHELD,
    });
  });

  test("known by the outcome alone: on the closing date, else on the day it came", () => {
    const outcome: Outcome = { kind: "withdrawn" };
    expect(course({ outcome, closed: day("2025-07-01") }).withdrawal).toEqual({ date: "2025-07-01", from: "date closed" });
    expect(course({ outcome }).withdrawal).toEqual({ date: "2025-05-14", from: "date received" });
  });

  test("after the period's end: still open as at its end", () => {
    expect(course({ received: day("2025-01-10"), withdrawn: day("2026-04-01") })).toMatchObject({
      openAtStart: true,
      closed: null,
    });
  });

  test("on the period's last day: within it", () => {
    expect(course({ withdrawn: day("2026-03-31") })).toMatchObject({ closed: "2026-03-31", outcome: NOT_UPHELD });
  });

  test("before the period began: not open at its start", () => {
    expect(course({ received: day("2025-01-10"), withdrawn: day("2025-03-31") }).openAtStart).toBe(false);
    expect(course({ received: day("2025-01-10"), withdrawn: day("2025-04-01") }).openAtStart).toBe(true);
  });
});

describe("re-opened on its own date", () => {
  const reopened = { received: day("2025-05-14"), closed: day("2025-06-20"), outcome: UPHELD, reopened: day("2025-09-01") };

  test("is open again from that day", () => {
    expect(course(reopened)).toMatchObject({ closed: null, outcome: { kind: "none" } });
  });

  test("is open again also when that was the day it was closed", () => {
    expect(course({ ...reopened, reopened: day("2025-06-20") })).toMatchObject({ closed: null, outcome: { kind: "none" } });
  });

  test("was resolved as at the end of the quarter before", () => {
    expect(course(reopened, { period: "2025-26Q1" })).toMatchObject({ closed: "2025-06-20", outcome: UPHELD });
  });

  test("was not open at the start of the quarter in which it was re-opened, which is noted", () => {
    expect(course(reopened, { period: "2025-26Q2" })).toMatchObject({ openAtStart: false, reopenedInPeriod: "2025-09-01" });
  });

  test("is open at the start of the quarter after", () => {
    expect(course(reopened, { period: "2025-26Q3" })).toMatchObject({ openAtStart: true, closed: null, reopenedInPeriod: null });
  });

  test("and closed after that: one long spell", () => {
    const again = { ...reopened, closed: day("2025-10-15") };
    expect(course(again)).toMatchObject({ closed: "2025-10-15", outcome: UPHELD });
    expect(course(again, { period: "2025-26Q2" })).toMatchObject({ openAtStart: true, closed: null });
  });

  test("counted anew when the trust says so: received on the day it was re-opened", () => {
    const old = { received: day("2024-05-14"), closed: day("2024-06-20"), outcome: UPHELD, reopened: day("2025-09-01") };
    expect(course(old, { policies: { reopened: "new-complaint" } })).toMatchObject({
      received: "2025-09-01",
      openAtStart: false,
    });
    expect(course(old)).toMatchObject({ received: "2024-05-14", openAtStart: false });
  });

  test("is one that was opened again, also when it is counted anew", () => {
    const old = { received: day("2024-05-14"), closed: day("2024-06-20"), outcome: UPHELD, reopened: day("2025-09-01") };
    const anew = { reopened: "new-complaint" };
    expect(course(old, { policies: anew }).reopened).toBe(true);
    expect(course({ ...old, withdrawn: day("2025-10-01") }, { policies: anew }).reopened).toBe(true);
    expect(course({ ...old, reopened: null }, { policies: anew }).reopened).toBe(false);
    expect(course({ ...old, reopened: day("2026-04-01") }, { policies: anew }).reopened).toBe(false);
  });
});

describe("counted anew, and not closed since", () => {
  test.each(["2024-06-20", "2024-09-01"])("stays open although it had been closed on %s", (closed) => {
    const old = { received: day("2024-05-14"), closed: day(closed), outcome: UPHELD, reopened: day("2024-09-01") };
    expect(course(old, { policies: { reopened: "new-complaint" } })).toMatchObject({ openAtStart: true, closed: null });
  });

  test("but is closed when it was closed after that", () => {
    const old = { received: day("2024-05-14"), closed: day("2025-06-20"), outcome: UPHELD, reopened: day("2024-09-01") };
    expect(course(old, { policies: { reopened: "new-complaint" } })).toMatchObject({
      received: "2024-09-01",
      closed: "2025-06-20",
    });
  });
});

describe("with follow-ups", () => {
  const first = { received: day("2025-05-14"), closed: day("2025-06-20"), outcome: NOT_UPHELD };
  const followUp = (changes: Partial<Complaint>) =>
    complaint({ reference: "C-2", recordType: "follow-up", original: "C-1", ...changes });

  test("an open one opens the complaint again", () => {
    expect(course(first, { followUps: [followUp({ received: day("2025-09-01") })] })).toMatchObject({
      received: "2025-05-14",
      closed: null,
    });
  });

  test("the last one that has begun by the period's end decides", () => {
    const followUps = [
      followUp({ received: day("2026-05-01") }),
      followUp({ received: day("2025-12-01"), closed: day("2026-01-10"), outcome: UPHELD }),
      followUp({ received: day("2025-09-01"), closed: day("2025-10-01"), outcome: NOT_UPHELD }),
    ];
    expect(course(first, { followUps })).toMatchObject({ closed: "2026-01-10", outcome: UPHELD });
  });

  test("two that came on one day give the same, whichever row stands first: open while one of them is", () => {
    const twins = [
      followUp({ received: day("2025-09-01"), closed: day("2025-10-01"), outcome: UPHELD }),
      followUp({ reference: "C-3", received: day("2025-09-01") }),
    ];
    for (const followUps of [twins, twins.toReversed()]) expect(course(first, { followUps }).closed).toBeNull();
  });

  test("one without an outcome of its own leaves that of the complaint", () => {
    const followUps = [followUp({ received: day("2025-09-01"), closed: day("2025-10-01") })];
    expect(course(first, { followUps })).toMatchObject({ closed: "2025-10-01", outcome: NOT_UPHELD });
  });

  test("one from before the period that is open at its start", () => {
    const old = { received: day("2024-05-14"), closed: day("2024-06-20"), outcome: UPHELD };
    const followUps = [followUp({ received: day("2025-02-01"), closed: day("2025-05-01"), outcome: UPHELD })];
    expect(course(old, { followUps })).toMatchObject({ openAtStart: true, closed: "2025-05-01" });
    expect(course(old)).toMatchObject({ openAtStart: false });
  });
});
