import fc from "fast-check";
import { expect, test } from "vitest";
import type { TracedReturn } from "../../src/domain/read-return.ts";
import { ALL_READ, type OtherFigures } from "../../src/domain/reconciliation.ts";
import type { SiteRow, TracedComplaint } from "../../src/domain/return.ts";
import { assumptionsOf, figureKey, nameOf, type Shares } from "../../src/trace/reconcile/assumptions.ts";
import { changeOf } from "../../src/trace/reconcile/choose.ts";
import { reconcile } from "../../src/trace/reconcile/reconcile.ts";
import { returns } from "../support/random-traced.ts";
import { exportRows, policyChoices } from "../support/records.ts";
import { runRows } from "../support/run.ts";
import { BOOK, itemId, readAgain, rowsOf } from "../support/traced.ts";

const RUNS = { seed: 41, numRuns: 300 } as const;

function theirs(rows: readonly SiteRow[]): OtherFigures {
  return {
    file: "theirs.json",
    kind: "return.json",
    rows: rows.map(({ siteCode, counts }) => ({
      site: siteCode,
      counts: new Map(Object.entries(counts).map(([id, figure]) => [itemId(id), figure])),
      place: null,
    })),
    unread: ALL_READ,
  };
}

/** What others would have if one rule kept nothing out: counted here, and not by what reconcile says of it. */
function withKeptOut({ complaints }: TracedReturn, rule: string): readonly SiteRow[] {
  return rowsOf(
    complaints.map((complaint): TracedComplaint => {
      const { otherwise, rules, notes } = complaint;
      const reason = notes?.includes("reopened-in-period") ? "reopened-in-period" : rules[0];
      if (otherwise === undefined || otherwise.alsoKeptOutBy.some((other) => other !== rule) || reason !== rule) return complaint;
      return { ...complaint, fate: "counted", site: otherwise.site, items: otherwise.items };
    }),
  );
}

/** What an assumption does to these figures. */
const effectOn = (rows: readonly SiteRow[], one: Shares): string =>
  rows.flatMap(({ siteCode }) => BOOK.items.map(({ id }) => changeOf(one, figureKey(siteCode, id)))).join();

/** Of all rules that keep something out each is assumed away in turn, unless another assumption would do the same. */
function checkEachRule(ours: TracedReturn): number {
  const assumptions = assumptionsOf(ours, BOOK);
  let checked = 0;
  for (const one of assumptions.filter(
    ({ assumption, needs }) => assumption.kind === "counts-what-is-kept-out" && needs.length === 1,
  )) {
    const rows = withKeptOut(ours, one.assumption.rule);
    const effects = assumptions.map((other) => effectOn(rows, other));
    if (effects.filter((effect) => effect === effectOn(rows, one)).length > 1) continue;
    const { differences, explanations } = reconcile(ours, theirs(rows), BOOK);
    expect(differences.length).toBeGreaterThan(0);
    expect(explanations).toContainEqual({ assumptions: [one.assumption], explains: differences.length });
    // Several others together may do the same: then nothing is claimed.
    if (explanations.length > 1) continue;
    for (const { explained, rest, perhaps } of differences) {
      expect(explained.map(({ assumption }) => nameOf(assumption))).toEqual([nameOf(one.assumption)]);
      expect([rest, perhaps]).toEqual([0, []]);
    }
    checked += 1;
  }
  return checked;
}

test("a random return has no difference with itself", () => {
  fc.assert(
    fc.property(returns, (ours) => {
      const { compared, differences, explanations } = reconcile(ours, theirs(ours.rows), BOOK);
      expect(compared).toBe(ours.rows.length * BOOK.items.length);
      expect(differences).toEqual([]);
      expect(explanations).toEqual([]);
    }),
    RUNS,
  );
});

test("figures with everything that one rule kept out are explained by exactly that", () => {
  let checked = 0;
  fc.assert(
    fc.property(returns, (ours) => {
      checked += checkEachRule(ours);
    }),
    RUNS,
  );
  expect(checked).toBeGreaterThan(150);
});

test("figures with everything that one rule kept out of an export's return are explained by exactly that", async () => {
  let checked = 0;
  await fc.assert(
    fc.asyncProperty(exportRows(), policyChoices, async (rows, policies) => {
      checked += checkEachRule(readAgain((await runRows(rows, { policies })).result));
    }),
    { seed: 41, numRuns: 40 },
  );
  expect(checked).toBeGreaterThan(40);
});

test("what is explained and what is left make up every difference", () => {
  fc.assert(
    fc.property(returns, returns, (ours, others) => {
      for (const { ours: own, theirs: other, explained, rest, perhaps } of reconcile(ours, theirs(others.rows), BOOK)
        .differences) {
        expect(own + explained.reduce((sum, { change }) => sum + change, 0) + rest).toBe(other);
        for (const { change } of perhaps) expect(change).toBe(rest);
      }
    }),
    RUNS,
  );
});
