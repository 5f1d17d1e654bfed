import fc from "fast-check";
import { expect, test } from "vitest";
import type { Row } from "../support/export-file.ts";
import { exportRows, periodLabels, policyChoices } from "../support/records.ts";
import { runRows } from "../support/run.ts";

function onLedgers(check: (rows: readonly Row[], outcome: Awaited<ReturnType<typeof runRows>>) => void): Promise<void> {
  return fc.assert(
    fc.asyncProperty(exportRows(), periodLabels, policyChoices, async (rows, period, policies) => {
      check(rows, await runRows(rows, { period, policies }));
    }),
    { seed: 41, numRuns: 150 },
  );
}

test("the ledger has one line for each input row, in its order", async () => {
  await onLedgers((rows, { ledger }) => {
    expect(ledger).toHaveLength(rows.length);
    const numbers = ledger.map(({ row }) => row);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(new Set(numbers).size).toBe(rows.length);
  });
});

test("rows in are counted, excluded, merged or refused, and nothing is left over", async () => {
  await onLedgers((rows, { result: { balance }, ledger }) => {
    expect(balance.rows).toBe(rows.length);
    expect(balance.counted + balance.excluded + balance.merged + balance.refused).toBe(rows.length);
    for (const fate of ["counted", "excluded", "merged", "refused"] as const)
      expect(ledger.filter((line) => line.fate === fate)).toHaveLength(balance[fate]);
  });
});

test("what is counted has figures and a site; everything else has a reason and no figures", async () => {
  await onLedgers((_, { ledger }) => {
    for (const { fate, rule, site, items } of ledger) {
      expect(items.length > 0).toBe(fate === "counted");
      expect(rule === "").toBe(fate === "counted");
      if (fate === "counted") expect(site).not.toBe("");
    }
  });
});

test("every refused row is an error with its place", async () => {
  await onLedgers((_, { ledger, report }) => {
    const errors = report.findings
      .filter(({ severity }) => severity === "error")
      .map(({ rule, source }) => `${rule} ${source?.row}`);
    for (const { fate, rule, row } of ledger) if (fate === "refused") expect(errors).toContain(`${rule} ${row}`);
  });
});

test("every row with a reference belongs to a complaint of the return", async () => {
  await onLedgers((_, { ledger, result }) => {
    const references = new Set(result.complaints.map(({ reference }) => reference));
    for (const { reference, rule } of ledger)
      if (rule !== "not-a-record" && reference !== "") expect(references).toContain(reference);
    const counted = ledger.filter(({ fate }) => fate === "counted").map(({ reference }) => reference);
    expect(result.complaints.filter(({ fate }) => fate === "counted").map(({ reference }) => reference)).toEqual(
      expect.arrayContaining(counted),
    );
  });
});
