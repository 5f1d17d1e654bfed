import { readFileSync } from "node:fs";
import type { Report, ReportedFinding } from "../../../src/domain/report.ts";
import { findingsWorkbook } from "../../../src/write/worklist/workbook.ts";
import { EVIL } from "../hostile.ts";
import { contextOf, sampleReport } from "../report/sample.ts";

export const TEMPLATE: Uint8Array = readFileSync(new URL("../../../templates/findings.xlsx", import.meta.url));

export const SAMPLE: Report = sampleReport({ unmapped: [] });

export function reportOf(findings: readonly ReportedFinding[]): Report {
  const number = (severity: string): number =>
    findings.filter((finding) => finding.severity === severity && finding.accepted === null).length;
  const accepted = findings.filter((finding) => finding.accepted !== null).length;
  return { ...SAMPLE, findings, summary: { errors: number("error"), warnings: number("warning"), accepted } };
}

/** One of each severity in turn, at a row of its own. */
export function findingAt(index: number, more: Partial<ReportedFinding> = {}): ReportedFinding {
  return {
    rule: "closed-without-outcome",
    severity: (["error", "warning", "info"] as const)[index % 3] ?? "info",
    message: `Message ${index}`,
    fix: "Put it right.",
    reference: `C-${index}`,
    site: `RZZ${index % 300}`,
    item: null,
    source: { file: "export.csv", row: index + 2, column: "Outcome" },
    accepted: null,
    ...more,
  };
}

/** What a spreadsheet might run, fold, lose or choke on. */
export const WICKED: readonly string[] = [
  ...EVIL,
  '=HYPERLINK("https://example.invalid","click")',
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1:A9)",
  "\t=1+1",
  "007",
  "1e5",
  "2025-05-12",
  "TRUE",
  "two\nlines\r\nand\ttabs",
  "_x0041_ and _x000D_",
  "{organisation}",
  "emoji 🏥 and half of one \ud83c",
  "\ufffe\uffff",
  `${"long ".repeat(8000)}`,
  `${"x".repeat(32_766)}🏥`,
];

/** Errors in every field of which stands something wicked, and an accepted warning with it. */
export const HOSTILE: Report = reportOf(
  WICKED.flatMap((text, index) => {
    const source = { file: text, sheet: text, row: index + 2, column: text };
    const wicked = { message: text, fix: text, reference: text, site: text, source };
    return [
      findingAt(index, { ...wicked, severity: "error" }),
      findingAt(index, { ...wicked, severity: "warning", accepted: { reason: text, by: null } }),
    ];
  }),
);

export function workbookOf(report: Report): Uint8Array {
  return findingsWorkbook(TEMPLATE, report, contextOf());
}

/** What may stand in a cell, said otherwise than the program says it; null for nothing. */
export function shown(text: string): string | null {
  const seen = text
    .split(/[\s\u0085]+/)
    .join(" ")
    .replace(/\p{Cc}|\p{Cf}|\p{Cs}/gu, "")
    .trim()
    .slice(0, 32_767)
    .replace(/[\ud800-\udbff]$/, "")
    .replace(/[\ufffe\uffff]/g, "");
  return seen === "" ? null : seen;
}
