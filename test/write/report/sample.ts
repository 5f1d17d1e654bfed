import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { type Finding, type FindingDetail, type FindingDetails, type FindingKind, finding } from "../../../src/domain/finding.ts";
import type { Item, ItemId, Section } from "../../../src/domain/item.ts";
import { partsOfTotals } from "../../../src/domain/parts-of-totals.ts";
import type { Acceptance, Report, ReportContext, UnmappedWords } from "../../../src/domain/report.ts";
import type { Balance, Counts, Return, RowsByRule, SiteRow, TracedComplaint } from "../../../src/domain/return.ts";
import type { RuleEntry, RuleKind, RuleStatus, Severity } from "../../../src/domain/rule.ts";
import type { PolicyChoice } from "../../../src/domain/rule-book.ts";
import { buildReport } from "../../../src/write/report/build-report.ts";
import { itemLabels } from "../../../src/write/report/labels.ts";
import { ruleBook } from "../../support/rule-book.ts";

const edition = new URL("../../../rulebook/2025-26/", import.meta.url);
const lines = parse(readFileSync(new URL("items.csv", edition)), { columns: true, bom: true }) as Record<string, string>[];

const ITEMS: readonly Item[] = lines.map((line) => ({
  id: line.id as ItemId,
  number: line.number ?? "",
  section: Number(line.section) as Section,
  sectionName: line.section_name ?? "",
  kind: line.kind === "total" ? "total" : "count",
  label: line.label ?? "",
  labelStatus: line.label_status ?? "",
}));

export const LABELS = itemLabels(ITEMS);

const POLICY_CHOICES = JSON.parse(readFileSync(new URL("policies.json", edition), "utf8")) as readonly PolicyChoice[];

/** Something to say for every kind of finding. A kind that is missing here does not compile. */
export const DETAILS: { readonly [K in FindingKind]: FindingDetails[K] } = {
  "source-recognised": { system: "Datix", headings: ["lcom_dreceived", "Complaint ID"] },
  "encoding-assumed": { encoding: "windows-1252" },
  "heading-not-used": { heading: "Closed on", used: "Date closed" },
  "columns-not-read": { headings: ["Description", "Patient name"], missing: [] },
  "hidden-sheet-left-out": { sheet: "Old" },
  "incomplete-export": { of: "complaints", missing: "pages", found: "20", wanted: "312" },
  "no-complaints": {},
  "reference-missing": {},
  "received-missing": {},
  "received-unreadable": { value: "31/02/2025" },
  "implausible-date": { field: "closed", value: "1066-10-14" },
  "ragged-row": { cells: 21, headings: 20 },
  "organisation-missing": {},
  "not-a-record": { what: "totals" },
  "conflicting-rows": { field: "closed", rows: [4, 5, 9].map((row) => ({ file: "export.csv", row })) },
  "unreadable-value": { field: "investigated", value: "Mabye" },
  "received-in-future": { received: "2052-05-12" },
  reopened: { original: "C-3" },
  "unapproved-record": {},
  "consent-not-received": {},
  "icb-scope": {},
  withdrawn: { used: "2025-05-12", from: "date closed" },
  "reopened-in-period": { reopened: "2025-06-01" },
  "primary-site": { chosen: "RZZ01", sites: ["RZZ01", "RZZ02"], marked: 0 },
  "unknown-site-code": { code: "RZZ99", because: "not in the register" },
  "site-name-matched": { name: "General hospital", code: "RZZ01", complaints: 12 },
  "no-ods-code": { name: "Elm House", complaints: 4, suggestion: { code: "RZZ07", name: "Elm House Clinic" } },
  "no-register": { codes: 5 },
  "clinical-group-unknown": { words: "Podiatry", field: "specialty" },
  "fits-nowhere": { field: "subjects", words: "Parking fees" },
  "aspect-missing": { field: "professions" },
  "implausible-age": { years: 134 },
  "closed-without-outcome": { closed: "2025-05-12" },
  "outcome-without-date": {},
  "closed-before-received": { field: "closed", closed: "2025-05-03", received: "2025-05-12" },
  "undecided-outcome": { words: "Inconclusive" },
  relation: {
    title: "Ages add up to their total",
    says: "0-5 + 6-17 + Age unknown",
    found: 14,
    expected: 15,
    how: "equal",
  },
  "brought-forward-continuity": { prior: 15, now: 12 },
  "share-of-other": { section: "Subject area", share: 0.421, limit: 0.3 },
  "share-of-unknown-age": { share: 0.31, limit: 0.25 },
  "share-of-missing-aspects": { share: 0.2, limit: 0.1 },
  "moved-against-prior": { before: 40, after: 12, label: "2.6 Total New" },
  "site-fell-silent": { before: 22 },
  "new-site": { now: 31, brought: 2 },
  "not-brought-forward": { now: { kind: "kept out", rule: "withdrawn" } },
  "not-carried-forward": { before: { kind: "not in the export" } },
  "listed-site-left-blank": {},
  "figures-replaced": { cells: ["C9", "D9"] },
  "total-not-checked": { cells: ["R9", "R10", "R11", "R12", "R13", "R14", "R15"] },
  "nothing-counted": { complaints: 12 },
  "none-resolved": { open: 34 },
  "acceptance-unmatched": { rule: "site-fell-silent", reason: "Elm House closed in June" },
};

export const KINDS = Object.keys(DETAILS) as readonly FindingKind[];

export function found(
  kind: FindingKind,
  severity: Severity,
  where: Parameters<typeof finding>[2] = {},
  detail: object = {},
): Finding {
  return finding(severity, { kind, ...DETAILS[kind], ...detail } as FindingDetail, where);
}

const TITLES: Readonly<Record<string, readonly [RuleKind, Severity, string, string]>> = {
  "received-missing": ["record", "error", "No date received", "Without the date received a complaint belongs to no period."],
  "outside-period": ["exclusion", "info", "Received after the period, or closed before it", "The return covers one period."],
  "not-a-complaint": ["exclusion", "info", "Not a complaint", "Comments, compliments and PALS concerns are not collected."],
  withdrawn: ["exclusion", "info", "Withdrawn in the period", "Guidance lets a trust remove a withdrawn complaint."],
  "unknown-site-code": [
    "site",
    "error",
    "The site code is not one of yours",
    "A wrong code puts complaints in another site's row.",
  ],
  "no-ods-code": ["site", "warning", "A site without an ODS code", "Such sites are counted together under the trust code."],
  "fits-nowhere": ["aspect", "warning", "A category that fits nowhere", "Guidance says to count it as Other."],
  "closed-without-outcome": [
    "timing",
    "error",
    "Closed, but without an outcome",
    "Only a complaint with an outcome is resolved.",
  ],
  "age-total": ["relation", "error", "Ages add up to their total", "Each new complaint is about one patient."],
  "site-fell-silent": ["plausibility", "warning", "A site fell silent", "A site seldom has no complaints for a year."],
};

const SOURCE = {
  document: "KO41a support and further guidance",
  heading: "Withdrawn complaints",
  edited: "2026-03-11",
};

export const CATALOGUE: ReadonlyMap<string, RuleEntry> = new Map(
  Object.entries(TITLES).map(([id, [kind, severity, title, why]]) => [
    id,
    { id, kind, severity, title, why, effect: "", source: SOURCE },
  ]),
);

export const STATUSES: readonly RuleStatus[] = [
  { id: "outside-period", status: "found", reason: null, count: 4 },
  { id: "closed-without-outcome", status: "found", reason: null, count: 2 },
  { id: "age-total", status: "passed", reason: null, count: 0 },
  { id: "site-fell-silent", status: "not-run", reason: "no prior return was given", count: 0 },
];

/** Figures that satisfy every relation, larger for larger `size`. */
export function countsOf(size: number): Counts {
  const counts: Record<string, number> = {};
  const spread = (section: Section, sum: number, total: string): void => {
    const own = ITEMS.filter((item) => item.section === section && item.kind === "count");
    let left = sum;
    own.forEach(({ id }, at) => {
      const share = at === own.length - 1 ? left : Math.min(left, Math.floor((sum * ((at * 7 + size) % 5)) / (own.length * 2)));
      counts[id] = share;
      left -= share;
    });
    counts[total] = sum;
  };
  const brought = Math.floor(size / 5);
  const resolved = [Math.floor(size / 4), Math.floor(size / 3), Math.floor(size / 5)] as const;
  counts.Complaints_Total_Brought_Forward = brought;
  counts.Complaints_Total_New = size;
  counts.Complaints_Number_Upheld = resolved[0];
  counts.Complaints_Number_Partially_Upheld = resolved[1];
  counts.Complaints_Number_Not_Upheld = resolved[2];
  counts.Complaints_Total_Resolved = resolved[0] + resolved[1] + resolved[2];
  counts.Complaints_Total_Carried_Forward = brought + size - resolved[0] - resolved[1] - resolved[2];
  spread(3, size, "Age_Total");
  spread(4, size, "Status_Total");
  spread(5, size + brought, "Service_Total");
  spread(6, Math.floor(size / 2), "Clinical_Treatment_Sub_Total");
  spread(7, size, "Subject_Area_Sub_Total");
  counts.Subject_Area_Total = size + Math.floor(size / 2);
  spread(8, size + 3, "Profession_Total");
  return counts as Counts;
}

export const BALANCE: Balance = { rows: 156, counted: 135, excluded: 7, merged: 11, refused: 3 };

export const FATES: readonly RowsByRule[] = [
  { fate: "counted", rule: null, rows: 135 },
  { fate: "excluded", rule: "outside-period", rows: 4 },
  { fate: "excluded", rule: "not-a-complaint", rows: 2 },
  { fate: "excluded", rule: "withdrawn", rows: 1 },
  { fate: "merged", rule: "merged-rows", rows: 9 },
  { fate: "merged", rule: "reopened", rows: 2 },
  { fate: "refused", rule: "received-missing", rows: 3 },
];

export function sampleReturn(rows: readonly SiteRow[] = SITES, complaints: readonly TracedComplaint[] = COMPLAINTS): Return {
  return {
    organisation: { code: "RZZ", name: "Northshire NHS Foundation Trust" },
    period: { label: "2025-26", start: "2025-04-01", end: "2026-03-31" },
    rows,
    policies: {
      withdrawn: "exclude",
      oralResolvedNextWorkingDay: "exclude",
      reopened: "same-complaint",
      ageAt: "received",
      inconclusive: "not-upheld",
      clinicalZeros: "zero",
      smallNumbers: "5",
    },
    balance: BALANCE,
    complaints,
    provenance: {
      engine: "ko41a 1.0.0",
      edition: "2025-26",
      inputs: [{ file: "export.csv", sha256: "a1".repeat(32), rows: 156 }],
      config: { file: "ko41a.yaml", sha256: "b2".repeat(32) },
      mapping: null,
      registers: [{ file: "ets.csv", sha256: "c3".repeat(32) }],
      prior: null,
      template: { sha256: "d4".repeat(32), kind: "bundled" },
    },
  };
}

const SITES: readonly SiteRow[] = [
  { siteCode: "RZZ01", siteName: "General Hospital", counts: countsOf(60) },
  { siteCode: "RZZ02", siteName: "Healthcare Clinic", counts: countsOf(50) },
  { siteCode: "RZZ", siteName: "Northshire NHS Foundation Trust", counts: countsOf(15) },
];

const COMPLAINTS: readonly TracedComplaint[] = [
  ...excluded("outside-period", 4),
  ...excluded("not-a-complaint", 2),
  ...excluded("withdrawn", 1),
];

function excluded(rule: string, number: number): readonly TracedComplaint[] {
  return Array.from({ length: number }, (_, at) => ({
    reference: `X-${rule}-${at}`,
    fate: "excluded" as const,
    site: null,
    items: [],
    rules: [rule],
    source: [{ file: "export.csv", row: 200 + at }],
  }));
}

const UNMAPPED: readonly UnmappedWords[] = [
  { column: "Subjects", words: "Parking fees", complaints: 4, countedAs: "Subject_Area_Other" as ItemId },
  { column: "Professions", words: "Chaplain", complaints: 1, countedAs: "Profession_Other" as ItemId },
];

export const FINDINGS: readonly Finding[] = [
  found("site-fell-silent", "warning", { site: "RZZ07" }),
  found("closed-without-outcome", "error", at("C-9", 10, "Outcome", "RZZ01")),
  found("no-ods-code", "warning", { site: "RZZ" }),
  found("received-missing", "error", at("C-31", 32, "Date received")),
  found("closed-without-outcome", "error", at("C-4", 5, "Outcome", "RZZ02"), { closed: "2025-11-02" }),
  found("fits-nowhere", "warning", {
    item: "Subject_Area_Other" as ItemId,
    source: { file: "export.csv", row: 44, column: "Subjects" },
  }),
  found("no-register", "info"),
];

export const ACCEPTANCES: readonly Acceptance[] = [
  { rule: "site-fell-silent", site: "RZZ07", reason: "Elm House closed in June 2025", by: "J. Ward, 12 May 2026" },
];

export function at(
  reference: string,
  row: number,
  column: string,
  site: string | null = null,
): Parameters<typeof finding>[2] & object {
  return { reference, site, source: { file: "export.csv", row, column } };
}

export function contextOf(made: Return = sampleReturn()): ReportContext {
  return {
    return: made,
    items: ITEMS,
    catalogue: CATALOGUE,
    policyChoices: POLICY_CHOICES,
    parts: partsOfTotals(ruleBook()),
    prior: null,
  };
}

/** The report of the sample, with whatever is different. */
export function sampleReport(changes: Partial<Parameters<typeof buildReport>[0]> = {}): Report {
  return buildReport({
    findings: FINDINGS,
    acceptances: ACCEPTANCES,
    rules: STATUSES,
    balance: BALANCE,
    fates: FATES,
    unmapped: UNMAPPED,
    labels: LABELS,
    activity: null,
    overdue: null,
    proof: null,
    ...changes,
  });
}

/** What makes a report of nothing. */
export const NOTHING = {
  findings: [],
  acceptances: [],
  rules: [],
  balance: { rows: 0, counted: 0, excluded: 0, merged: 0, refused: 0 },
  fates: [],
  unmapped: [],
} as const;
