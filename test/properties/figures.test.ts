import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SiteRow } from "../../src/domain/return.ts";
import { csvText, exportFile, type Row } from "../support/export-file.ts";
import { exportRows, periodLabels, policyChoices } from "../support/records.ts";
import { ruleBook } from "../support/rule-book.ts";
import { runExports, runRows } from "../support/run.ts";
import { addFigures, figuresOf } from "../support/sums.ts";

const RUNS = { seed: 41, numRuns: 150 } as const;
const { items, itemsOfSection } = ruleBook();

/** An export, what is chosen for it, and its return. */
function onReturns(check: (rows: readonly Row[], outcome: Awaited<ReturnType<typeof runRows>>) => void): Promise<void> {
  return fc.assert(
    fc.asyncProperty(exportRows(), periodLabels, policyChoices, async (rows, period, policies) => {
      check(rows, await runRows(rows, { period, policies }));
    }),
    RUNS,
  );
}

function counter({ counts }: SiteRow): (id: string) => number {
  const byId = new Map(Object.entries(counts));
  return (id) => byId.get(id) ?? Number.NaN;
}

const sumOf = (row: SiteRow, section: Parameters<typeof itemsOfSection>[0]): number =>
  itemsOfSection(section)
    .filter(({ kind }) => kind === "count")
    .reduce((sum, { id }) => sum + counter(row)(id), 0);

describe("figures", () => {
  test("do not depend on the order of the rows", async () => {
    const shuffled = exportRows().chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, policyChoices, async ([rows, other], policies) => {
        const [one, two] = await Promise.all([runRows(rows, { policies }), runRows(other, { policies })]);
        expect(two.result.rows).toEqual(one.result.rows);
        expect(two.result.balance).toEqual(one.result.balance);
      }),
      RUNS,
    );
  });

  test("of two exports together are the sums of both", async () => {
    await fc.assert(
      fc.asyncProperty(exportRows("A"), exportRows("B"), policyChoices, async (first, second, policies) => {
        const a = exportFile("a.csv", csvText(first));
        const b = exportFile("b.csv", csvText(second, ";", "\n"));
        const [both, one, other] = await Promise.all([[a, b], [a], [b]].map((exports) => runExports(exports, { policies })));
        const figures = [one, other].map((outcome) => figuresOf(outcome?.result.rows ?? []));
        expect(figuresOf(both?.result.rows ?? [])).toEqual(addFigures(...figures));
      }),
      RUNS,
    );
  });

  test("keep every relation, on every row", async () => {
    await onReturns((_, { report }) => {
      const relations = new Set(ruleBook().relations.map(({ id }) => id));
      expect(report.findings.filter(({ rule }) => relations.has(rule))).toEqual([]);
    });
  });

  test("ages and statuses add up to Total New; services, subjects and professions to no less", async () => {
    await onReturns((_, { result }) => {
      for (const row of result.rows) {
        const fresh = counter(row)("Complaints_Total_New");
        expect(sumOf(row, 3)).toBe(fresh);
        expect(sumOf(row, 4)).toBe(fresh);
        expect(sumOf(row, 5)).toBeGreaterThanOrEqual(fresh);
        expect(sumOf(row, 6) + sumOf(row, 7)).toBeGreaterThanOrEqual(fresh);
        expect(sumOf(row, 8)).toBeGreaterThanOrEqual(fresh);
      }
    });
  });

  test("totals are sums", async () => {
    await onReturns((_, { result }) => {
      for (const row of result.rows) {
        const figure = counter(row);
        const sums = [
          ["Age_Total", sumOf(row, 3)],
          ["Status_Total", sumOf(row, 4)],
          ["Service_Total", sumOf(row, 5)],
          ["Clinical_Treatment_Sub_Total", sumOf(row, 6)],
          ["Subject_Area_Sub_Total", sumOf(row, 7)],
          ["Subject_Area_Total", sumOf(row, 6) + sumOf(row, 7)],
          ["Profession_Total", sumOf(row, 8)],
        ] as const;
        for (const [id, sum] of sums) expect(figure(id), id).toBe(sum);
        const outcomes = ["Upheld", "Partially_Upheld", "Not_Upheld"].map((outcome) => figure(`Complaints_Number_${outcome}`));
        const resolved = outcomes.reduce((sum, number) => sum + number, 0);
        expect(figure("Complaints_Total_Resolved")).toBe(resolved);
        const open = figure("Complaints_Total_Brought_Forward") + figure("Complaints_Total_New") - resolved;
        expect(figure("Complaints_Total_Carried_Forward")).toBe(open);
        expect(open).toBeGreaterThanOrEqual(0);
      }
    });
  });

  test("each is the number of complaints that the return lists for it", async () => {
    const listed = items.filter(({ kind, section }) => kind === "count" || section === 2);
    await onReturns((_, { result }) => {
      for (const row of result.rows)
        for (const { id } of listed) {
          const complaints = result.complaints.filter(
            ({ site, items: counted }) => site === row.siteCode && counted.includes(id),
          );
          expect(counter(row)(id), id).toBe(complaints.length);
        }
      const sites = new Set(result.complaints.flatMap(({ site }) => site ?? []));
      expect(new Set(result.rows.map(({ siteCode }) => siteCode))).toEqual(sites);
    });
  });
});

describe("a quarter is followed by the next", () => {
  /** Without what may break it by the rules: errors in the outcome, and complaints that were opened again. */
  function tidy(rows: readonly Row[]): readonly Row[] {
    return rows
      .filter((row) => row["Original reference"] === undefined)
      .map((row) => ({ ...row, "Reopened date": "", ...(row["Date closed"] ? { Outcome: "Upheld" } : {}) }));
  }

  test("which brings forward, site by site, what it carried forward", async () => {
    await fc.assert(
      fc.asyncProperty(exportRows(), async (rows) => {
        const [before, after] = await Promise.all(
          ["2025-26Q1", "2025-26Q2"].map((period) => runRows(tidy(rows), { period, policies: { withdrawn: "not-upheld" } })),
        );
        const column = (outcome: typeof before, id: string) =>
          (outcome?.result.rows ?? []).map((row) => [row.siteCode, counter(row)(id)]).filter(([, figure]) => figure !== 0);
        expect(column(after, "Complaints_Total_Brought_Forward")).toEqual(column(before, "Complaints_Total_Carried_Forward"));
      }),
      RUNS,
    );
  });
});
