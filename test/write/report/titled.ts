import fc from "fast-check";
import type { Finding } from "../../../src/domain/finding.ts";
import type { ItemId } from "../../../src/domain/item.ts";
import type { Report, ReportedFinding, TitledReport } from "../../../src/domain/report.ts";
import type { Return } from "../../../src/domain/return.ts";
import type { RuleEntry } from "../../../src/domain/rule.ts";
import type { FormatOptions } from "../../../src/write/report/formats.ts";
import { EVIL } from "../hostile.ts";
import { BALANCE, CATALOGUE, countsOf, FINDINGS, found, KINDS, STATUSES, sampleReport, sampleReturn } from "./sample.ts";

export const OPTIONS: FormatOptions = {
  catalogue: CATALOGUE,
  engine: "ko41a 1.0.0",
  warningsFail: false,
  maxFindings: null,
  pathOf: (file) => file,
};

const TITLE = "KO41a 2025-26: Northshire NHS Foundation Trust (RZZ)";

export function titled(findings: readonly Finding[] = FINDINGS, made: Return | null = sampleReturn()): TitledReport {
  const report = sampleReport({ findings });
  return { title: TITLE, report, return: made };
}

export const ORDINARY = titled();

const EVERY_KIND = titled(
  KINDS.flatMap((kind) => [
    found(kind, "error", { reference: "C-1", source: { file: "north.xlsx", sheet: "North", row: 2, column: "X" } }),
    found(kind, "warning"),
    found(kind, "info"),
  ]),
);

export const EMPTY: TitledReport = {
  title: "KO41a 2025-26: figures",
  return: null,
  report: {
    schema: "ko41a-report/1",
    summary: { errors: 0, warnings: 0, accepted: 0 },
    findings: [],
    rules: [],
    unmapped: [],
    balance: { rows: 0, counted: 0, excluded: 0, merged: 0, refused: 0 },
    fates: [],
    activity: null,
    overdue: null,
    proof: null,
  },
};

const OTHER: TitledReport = {
  ...titled(FINDINGS.slice(0, 3), {
    ...sampleReturn(),
    organisation: { code: "RYY", name: "Southshire NHS Trust" },
  }),
  title: "KO41a 2025-26: Southshire NHS Trust (RYY)",
};

interface Given {
  readonly reports: readonly TitledReport[];
  readonly options: FormatOptions;
}

/** A report in which every text that may come from outside is the one given. */
export function wicked(evil: string): Given {
  const seal = { file: evil, sha256: evil };
  const place = { file: evil, sheet: evil, row: 2, column: evil };
  const finding = (severity: ReportedFinding["severity"], accepted: boolean): ReportedFinding => ({
    rule: evil,
    severity,
    message: evil,
    fix: evil,
    reference: evil,
    site: evil,
    item: evil as ItemId,
    source: place,
    accepted: accepted ? { reason: evil, by: evil } : null,
  });
  const findings = [finding("error", false), finding("warning", false), finding("warning", true), finding("info", false)];
  const report: Report = {
    ...EMPTY.report,
    summary: { errors: 1, warnings: 1, accepted: 1 },
    findings: [...findings, { ...finding("error", false), rule: "withdrawn", source: null }],
    rules: [
      { id: evil, status: "not-run", reason: evil, count: 0 },
      { id: "withdrawn", status: "not-run", reason: evil, count: 0 },
    ],
    balance: BALANCE,
    fates: [{ fate: "excluded", rule: evil, rows: 1 }],
  };
  const made: Return = {
    ...sampleReturn([{ siteCode: evil, siteName: evil, counts: countsOf(9) }]),
    organisation: { code: evil, name: evil },
    period: { label: evil, start: evil, end: evil },
    provenance: {
      engine: evil,
      edition: evil,
      generatedAt: evil,
      inputs: [{ ...seal, rows: 1 }],
      config: seal,
      mapping: seal,
      registers: [seal],
      prior: seal,
      template: { ...seal, kind: "own" },
    },
  };
  const source = { document: evil, heading: evil, edited: evil };
  const entry: RuleEntry = {
    id: evil,
    kind: "file",
    severity: "info",
    title: evil,
    why: evil,
    effect: evil,
    otherwise: evil,
    source,
  };
  return {
    reports: [{ title: evil, report, return: made }],
    options: { ...OPTIONS, catalogue: new Map([...CATALOGUE, [evil, entry]]) },
  };
}

export const CASES: readonly (readonly [name: string, given: Given])[] = [
  ["an ordinary return", { reports: [ORDINARY], options: OPTIONS }],
  ["a run in which warnings fail", { reports: [ORDINARY], options: { ...OPTIONS, warningsFail: true } }],
  ["every kind of finding", { reports: [EVERY_KIND], options: OPTIONS }],
  ["nothing", { reports: [EMPTY], options: { ...OPTIONS, catalogue: new Map() } }],
  ["no report at all", { reports: [], options: OPTIONS }],
  ["figures that somebody else made", { reports: [{ ...ORDINARY, return: null }], options: OPTIONS }],
  ["several returns", { reports: [ORDINARY, OTHER, EMPTY], options: OPTIONS }],
  ...EVIL.map((evil) => [`the text ${JSON.stringify(evil)} everywhere`, wicked(evil)] as const),
];

const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.string({ unit: "grapheme-ascii", maxLength: 6 }),
      fc.constantFrom(
        "\ud800",
        "\udfff",
        "\u0000",
        "\u001b[31m",
        "\ufffe",
        "\uffff",
        "\r\n",
        "]]>",
        "::",
        "%0A",
        "](",
        "{0}",
        "|",
        "\\",
      ),
      fc.constantFrom("<b>", "&amp;", "`", "*", "_", "~~", "#", "- ", "1. ", "www.a.b", "http://a.b/", "a@b.c", "![", "<!--"),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(""));
const orNull = fc.option(text, { nil: null });

const anyFinding: fc.Arbitrary<ReportedFinding> = fc.record({
  rule: fc.oneof(fc.constantFrom("withdrawn", "received-missing", "site-fell-silent"), text),
  severity: fc.constantFrom("error", "warning", "info"),
  message: text,
  fix: text,
  reference: orNull,
  site: orNull,
  item: orNull.map((id) => id as ItemId | null),
  source: fc.option(
    fc.record({
      file: fc.oneof(
        text,
        text.map((name) => `${name}.csv`),
        text.map((name) => `${name}.xlsx`),
      ),
      sheet: text,
      row: fc.integer({ min: 0, max: 9999 }),
      column: orNull,
    }),
    { nil: null },
  ),
  accepted: fc.constant(null),
});

/** Findings with any text at all, lone surrogates and control characters too. */
export const anyReport: fc.Arbitrary<TitledReport> = fc
  .record({ title: text, findings: fc.array(anyFinding, { maxLength: 6 }), reason: text, made: fc.boolean() })
  .map(({ title, findings, reason, made }) => ({
    title,
    return: made ? sampleReturn() : null,
    report: {
      ...EMPTY.report,
      findings: findings.map((finding, at) =>
        finding.severity === "warning" && at % 2 === 0 ? { ...finding, accepted: { reason, by: null } } : finding,
      ),
      rules: STATUSES,
    },
  }));

export const RUNS = { seed: 41, numRuns: 200 } as const;
