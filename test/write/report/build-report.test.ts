import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/domain/finding.ts";
import type { ItemId } from "../../../src/domain/item.ts";
import type { Acceptance } from "../../../src/domain/report.ts";
import { reportJson } from "../../../src/write/report/json.ts";
import { ACCEPTANCES, at, FINDINGS, found, NOTHING, sampleReport } from "./sample.ts";

const build = (findings: readonly Finding[], acceptances: readonly Acceptance[] = []) => sampleReport({ findings, acceptances });

describe("acceptances", () => {
  const silent = found("site-fell-silent", "warning", { site: "RZZ07" });
  const moved = found("moved-against-prior", "warning", { site: "RZZ01", item: "Complaints_Total_New" as ItemId });
  const closed = found("closed-without-outcome", "error", at("C-9", 10, "Outcome"));

  test("an accepted warning says why and by whom, and no longer counts as a warning", () => {
    const { summary, findings } = build([silent], [{ rule: "site-fell-silent", reason: "Closed in June", by: "J. Ward" }]);
    expect(summary).toEqual({ errors: 0, warnings: 0, accepted: 1 });
    expect(findings[0]?.accepted).toEqual({ reason: "Closed in June", by: "J. Ward" });
  });

  test("without a name, by is null", () => {
    expect(build([silent], [{ rule: "site-fell-silent", reason: "Closed" }]).findings[0]?.accepted).toEqual({
      reason: "Closed",
      by: null,
    });
  });

  test.each<[string, Finding, Omit<Acceptance, "reason" | "rule">, boolean]>([
    ["nothing more than the rule", silent, {}, true],
    ["the site", silent, { site: "RZZ07" }, true],
    ["another site", silent, { site: "RZZ01" }, false],
    ["the item", moved, { item: "Complaints_Total_New" }, true],
    ["another item", moved, { item: "Age_Total" }, false],
    ["a reference the finding has not", moved, { reference: "C-9" }, false],
    ["site and item", moved, { site: "RZZ01", item: "Complaints_Total_New" }, true],
    ["the site but another item", moved, { site: "RZZ01", item: "Age_Total" }, false],
  ])("given %s", (_, finding, where, accepted) => {
    const { summary } = build([finding], [{ rule: finding.rule, reason: "Known", ...where }]);
    expect(summary).toEqual(accepted ? { errors: 0, warnings: 0, accepted: 1 } : { errors: 0, warnings: 2, accepted: 0 });
  });

  test("an error cannot be accepted", () => {
    const { summary, findings } = build([closed], [{ rule: "closed-without-outcome", reason: "Never mind" }]);
    expect(summary).toEqual({ errors: 1, warnings: 1, accepted: 0 });
    expect(findings.map(({ rule, accepted }) => [rule, accepted])).toEqual([
      ["closed-without-outcome", null],
      ["acceptance-unmatched", null],
    ]);
  });

  test("one that matches nothing is a warning, and cannot be silenced by another", () => {
    const nothing = { rule: "none-resolved", reason: "New trust" };
    const { summary, findings, rules } = build([], [nothing, { rule: "acceptance-unmatched", reason: "Quiet" }]);
    expect(summary).toEqual({ errors: 0, warnings: 2, accepted: 0 });
    expect(findings[0]?.message).toContain("“none-resolved” (“New trust”)");
    expect(rules.at(-1)).toEqual({ id: "acceptance-unmatched", status: "found", reason: null, count: 2 });
  });

  test("one may answer several warnings, and two may answer the same one", () => {
    const both = [silent, { ...silent, site: "RZZ08" }];
    const general = { rule: "site-fell-silent", reason: "Merged" };
    expect(build(both, [general]).summary.accepted).toBe(2);
    expect(build([silent], [general, { ...general, site: "RZZ07" }]).summary).toEqual({
      errors: 0,
      warnings: 0,
      accepted: 1,
    });
  });
});

test("findings stand in order: errors, warnings, notes; then by rule, file, row", () => {
  const row = (file: string, number: number) => ({ source: { file, row: number } });
  const jumbled = [
    found("no-register", "info"),
    found("fits-nowhere", "warning", row("a.csv", 2)),
    found("received-missing", "error", row("b.csv", 2)),
    found("received-missing", "error", row("a.csv", 10)),
    found("received-missing", "error", row("a.csv", 9)),
    found("aspect-missing", "warning", row("z.csv", 1)),
    found("closed-without-outcome", "error", row("z.csv", 99)),
  ];
  const order = build(jumbled).findings.map(({ rule, source }) => `${rule} ${source?.file ?? ""} ${source?.row ?? ""}`.trim());
  expect(order).toEqual([
    "closed-without-outcome z.csv 99",
    "received-missing a.csv 9",
    "received-missing a.csv 10",
    "received-missing b.csv 2",
    "aspect-missing z.csv 1",
    "fits-nowhere a.csv 2",
    "no-register",
  ]);
  expect(build(jumbled.toReversed()).findings).toEqual(build(jumbled).findings);
});

describe("report.json", () => {
  test("is as scripts rely on it", async () => {
    await expect(reportJson(build(FINDINGS, ACCEPTANCES))).toMatchFileSnapshot("golden/report-json.txt");
  });

  test("has its keys and no others", () => {
    const report = JSON.parse(reportJson(build([found("closed-without-outcome", "error", at("C-9", 10, "Outcome", "RZZ01"))])));
    expect(Object.keys(report)).toEqual([
      "schema",
      "summary",
      "findings",
      "rules",
      "unmapped",
      "balance",
      "fates",
      "activity",
      "overdue",
      "proof",
    ]);
    expect(report.findings[0]).toEqual({
      rule: "closed-without-outcome",
      severity: "error",
      message: "C-9 was closed on 12 May 2025 but has no outcome, so it stays open in the figures.",
      fix: "Record Upheld, Partially upheld or Not upheld in the Outcome column and run again.",
      reference: "C-9",
      site: "RZZ01",
      item: null,
      source: { file: "export.csv", row: 10, column: "Outcome" },
      accepted: null,
    });
  });

  test("says the sheet where there is one, and null where there is no place", () => {
    const { findings } = build([
      found("no-register", "info"),
      found("no-complaints", "info", { source: { file: "a.xlsx", sheet: "Q1", row: 1 } }),
    ]);
    expect(findings.map(({ source }) => source)).toEqual([{ file: "a.xlsx", sheet: "Q1", row: 1, column: null }, null]);
  });

  test("keeps nothing else that a place may carry", () => {
    const source = { file: "a.csv", row: 2, name: "Mrs Example" };
    expect(reportJson(build([found("reference-missing", "error", { source })]))).not.toContain("Mrs Example");
  });

  test("is the same value when read back, with control characters spelled out", () => {
    const report = build([found("received-missing", "error", at("C-\u009b\u202e9", 2, "A"))]);
    expect(JSON.parse(reportJson(report))).toEqual(JSON.parse(JSON.stringify(report)));
    expect(reportJson(report)).not.toMatch(/[\u007f-\u009f\u202e]/);
  });

  test("of nothing is whole", () => {
    const empty = sampleReport(NOTHING);
    expect(JSON.parse(reportJson(empty))).toEqual(empty);
    expect(reportJson(empty).endsWith("}\n")).toBe(true);
  });
});
