import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Both, Cause, ComplaintChange, Reason, ReturnComparison, SiteChange } from "../../src/domain/comparison.ts";
import type { TracedReturn } from "../../src/domain/read-return.ts";
import { compareReturns } from "../../src/trace/diff/compare.ts";
import { pairsOfReturns, returns } from "../support/random-traced.ts";
import { BOOK, CATALOGUE } from "../support/traced.ts";

const RUNS = { seed: 41, numRuns: 200 } as const;
const compare = (a: TracedReturn, b: TracedReturn) => compareReturns(a, b, BOOK, CATALOGUE);

/** The same seen from the other side. */
function swapped<T extends Both<unknown>>(both: T): T {
  return { ...both, a: both.b, b: both.a };
}

const OTHER = { entered: "left", left: "entered", moved: "moved", changed: "changed" } as const;
const OTHER_SITE = { new: "closed", closed: "new", renamed: "renamed" } as const;
const causeBack = (cause: Cause): Cause => (cause.kind === "record" ? cause : swapped(cause));
const reasonBack = (reason: Reason): Reason => ({ ...swapped(reason), causes: reason.causes.map(causeBack) });
const complaintBack = (change: ComplaintChange): ComplaintChange => ({
  ...swapped(change),
  kind: OTHER[change.kind],
  reasons: change.reasons.map(reasonBack),
});
const siteBack = (change: SiteChange): SiteChange => ({ ...swapped(change), kind: OTHER_SITE[change.kind] });

function mirrored(compared: ReturnComparison): ReturnComparison {
  const { periods, inputs, settings, changes, sites, complaints } = compared;
  return {
    ...compared,
    periods: swapped(periods),
    inputs: inputs === null ? null : { ...swapped(inputs), same: inputs.same },
    sums: compared.sums.map(swapped),
    settings: settings.map(swapped),
    changes: changes.map((change) => ({ ...swapped(change), entered: change.left, left: change.entered })),
    sites: sites.map(siteBack),
    complaints: complaints.map(complaintBack),
  };
}

describe("two random returns", () => {
  test("have nothing to show when they are the same one", () => {
    fc.assert(
      fc.property(returns, (one) => {
        expect(compare(one, one)).toMatchObject({ settings: [], changes: [], sites: [], complaints: [] });
      }),
      RUNS,
    );
  });

  test("differ in mirror image when they change places", () => {
    fc.assert(
      fc.property(pairsOfReturns, ([a, b]) => {
        expect(compare(b, a)).toEqual(mirrored(compare(a, b)));
      }),
      RUNS,
    );
  });

  test("have complaints behind every change that make just the difference", () => {
    fc.assert(
      fc.property(pairsOfReturns, ([a, b]) => {
        for (const { site, item, a: was, b: is, entered, left } of compare(a, b).changes)
          expect(entered.length - left.length, `${site} ${item}`).toBe((is ?? Number.NaN) - (was ?? Number.NaN));
      }),
      RUNS,
    );
  });

  test("show every figure that differs and no other", () => {
    const figuresOf = ({ rows }: TracedReturn) =>
      new Map(rows.flatMap(({ siteCode, counts }) => BOOK.items.map(({ id }) => [`${siteCode} ${id}`, counts[id] ?? 0])));
    fc.assert(
      fc.property(pairsOfReturns, ([a, b]) => {
        const [before, after] = [figuresOf(a), figuresOf(b)];
        const differ = [...new Set([...before.keys(), ...after.keys()])].flatMap((key): [string, number, number][] => {
          const [was, is] = [before.get(key) ?? 0, after.get(key) ?? 0];
          return was === is ? [] : [[key, was, is]];
        });
        const found = compare(a, b).changes.map(({ site, item, a: was, b: is }) => [`${site} ${item}`, was, is]);
        expect(new Set(found.map(String))).toEqual(new Set(differ.map(String)));
        expect(found).toHaveLength(differ.length);
      }),
      RUNS,
    );
  });
});
