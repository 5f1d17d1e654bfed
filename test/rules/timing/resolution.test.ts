import { describe, expect, test } from "vitest";
import type { Complaint, Outcome } from "../../../src/domain/complaint.ts";
import { courseOf } from "../../../src/rules/timing/course.ts";
import { resolutionOf } from "../../../src/rules/timing/resolution.ts";
import { complaint, contextOf, day } from "../../support/complaint.ts";

function resolution(changes: Partial<Complaint>, policies: Readonly<Record<string, string>> = {}) {
  const context = contextOf({ policies });
  const one = complaint(changes);
  const { decision, notes } = resolutionOf(one, courseOf(one, [], context), context);
  return { decision, notes: notes.map(({ kind }) => kind) };
}

const closed = day("2025-06-20");
const upheld: Outcome = { kind: "decided", decision: "upheld" };
const inconclusive: Outcome = { kind: "inconclusive", words: "Inconclusive" };

test.each(["upheld", "partially-upheld", "not-upheld"] as const)("closed with an outcome: %s", (decision) => {
  expect(resolution({ closed, outcome: { kind: "decided", decision } })).toEqual({ decision, notes: [] });
});

describe("what is not known stays open:", () => {
  test.each([
    ["not closed", {}, []],
    ["closed without an outcome", { closed }, ["closed-without-outcome"]],
    ["an outcome without a date", { outcome: upheld }, ["outcome-without-date"]],
    ["inconclusive", { closed, outcome: inconclusive }, ["undecided-outcome"]],
    ["inconclusive without a date", { outcome: inconclusive }, ["undecided-outcome"]],
    ["a word KO41a has not", { closed, outcome: { kind: "unrecognised", words: "Fine" } }, ["undecided-outcome"]],
    ["closed before it was received", { closed: day("2025-01-01"), outcome: upheld }, []],
  ] as const)("%s", (_, changes, notes) => {
    expect(resolution(changes)).toEqual({ decision: null, notes });
  });

  test("withdrawn after the period's end, also with an outcome and no closing date", () => {
    expect(resolution({ withdrawn: day("2026-04-01"), outcome: upheld })).toEqual({ decision: null, notes: [] });
  });

  test("closed after the period's end, with nothing to complain about", () => {
    const late = day("2026-04-01");
    for (const outcome of [upheld, inconclusive, { kind: "none" } as const])
      expect(resolution({ closed: late, outcome })).toEqual({ decision: null, notes: [] });
  });
});

describe("policy inconclusive", () => {
  test.each(["upheld", "partially-upheld", "not-upheld"])("counts it as %s", (decision) => {
    expect(resolution({ closed, outcome: inconclusive }, { inconclusive: decision })).toEqual({ decision, notes: [] });
  });

  test("is named as what decided, and only where it did", () => {
    const by = (changes: Partial<Complaint>, policies: Readonly<Record<string, string>> = {}) => {
      const context = contextOf({ policies });
      return resolutionOf(complaint(changes), courseOf(complaint(changes), [], context), context).by;
    };
    const counts = { inconclusive: "upheld" };
    expect(by({ closed, outcome: inconclusive }, counts)).toBe("undecided-outcome");
    expect(by({ closed, outcome: upheld }, counts)).toBeNull();
    for (const changes of [{ closed, outcome: inconclusive }, { outcome: inconclusive }]) expect(by(changes)).toBeNull();
  });

  test("does not make a date where there is none", () => {
    expect(resolution({ outcome: inconclusive }, { inconclusive: "upheld" })).toEqual({
      decision: null,
      notes: ["outcome-without-date"],
    });
  });

  test("says nothing of words that are not inconclusive", () => {
    expect(
      resolution({ closed, outcome: { kind: "unrecognised", words: "Fine" } }, { inconclusive: "upheld" }).decision,
    ).toBeNull();
  });
});
