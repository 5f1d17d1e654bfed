import type { Activity } from "./activity.ts";
import type { Finding } from "./finding.ts";
import type { Item, ItemId } from "./item.ts";
import type { Overdue } from "./overdue.ts";
import type { Parts } from "./parts-of-totals.ts";
import type { FillProof } from "./proforma.ts";
import type { Balance, Return, RowsByRule, SiteRow } from "./return.ts";
import type { RuleEntry, RuleStatus } from "./rule.ts";
import type { PolicyChoice } from "./rule-book.ts";

export interface Acceptance {
  readonly rule: string;
  readonly site?: string;
  readonly item?: string;
  readonly reference?: string;
  readonly reason: string;
  readonly by?: string;
}

/** A place with all its keys, so that programs need not ask which are there. */
export interface ReportedPlace {
  readonly file: string;
  readonly sheet?: string;
  readonly row: number;
  readonly column: string | null;
}

/** A finding in the words of `report.json`. */
export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Finding["severity"];
  readonly message: string;
  readonly fix: string;
  readonly reference: string | null;
  readonly site: string | null;
  readonly item: ItemId | null;
  readonly source: ReportedPlace | null;
  readonly accepted: { readonly reason: string; readonly by: string | null } | null;
}

/** A local word without an item, in a form ready to send to NHS England or to map. */
export interface UnmappedWords {
  readonly column: string;
  readonly words: string;
  readonly complaints: number;
  readonly countedAs: ItemId;
}

/** The whole of `report.json`: `ko41a-report/1`. */
export interface Report {
  readonly schema: "ko41a-report/1";
  readonly summary: { readonly errors: number; readonly warnings: number; readonly accepted: number };
  readonly findings: readonly ReportedFinding[];
  readonly rules: readonly RuleStatus[];
  readonly unmapped: readonly UnmappedWords[];
  readonly balance: Balance;
  /** The balance by rule: counted rows first, then each rule with most rows first. Empty where no rows were read. */
  readonly fates: readonly RowsByRule[];
  /** Null without `--activity`. */
  readonly activity: Activity | null;
  /** Null for exports without days on which responses are due. */
  readonly overdue: Overdue | null;
  /** What filling the trust's own proforma changed; null for the bundled workbook. */
  readonly proof: FillProof | null;
}

/** Figures of the last period, as far as they are known. */
export interface PriorFigures {
  /** Label of its period; null where it does not say. */
  readonly period: string | null;
  readonly rows: readonly SiteRow[];
  /** At organisation level there is one row, to be compared with all sites together. */
  readonly level: "site" | "organisation";
  /** Movements are compared only between periods of the same length. */
  readonly sameLength: boolean;
}

/** What a report for people needs beside `report.json`. */
export interface ReportContext {
  readonly return: Return;
  readonly items: readonly Item[];
  readonly catalogue: ReadonlyMap<string, RuleEntry>;
  readonly policyChoices: readonly PolicyChoice[];
  readonly parts: Parts;
  /** Null without `--prior`. */
  readonly prior: PriorFigures | null;
}

/** A report with what the formats for programs need beside it. */
export interface TitledReport {
  /** "KO41a 2025-26: Northshire NHS Foundation Trust (RZZ)". */
  readonly title: string;
  readonly report: Report;
  /** Null where figures were checked that somebody else made. */
  readonly return: Return | null;
}
