import type { Desk, Ran } from "./run.ts";

/** The parts of return.json that the scenarios look at. */
export interface ReturnFile {
  readonly organisation: { readonly code: string; readonly name: string };
  readonly period: { readonly label: string; readonly start: string; readonly end: string };
  readonly rows: readonly {
    readonly siteCode: string;
    readonly siteName: string;
    readonly counts: Readonly<Record<string, number>>;
  }[];
  readonly policies: Readonly<Record<string, string>>;
  readonly balance: Readonly<Record<"rows" | "counted" | "excluded" | "merged" | "refused", number>>;
  readonly complaints: readonly {
    readonly reference: string;
    readonly fate: string;
    readonly site: string | null;
    readonly items: readonly string[];
    readonly rules: readonly string[];
    readonly source: readonly { readonly file: string; readonly row: number }[];
  }[];
  readonly provenance: { readonly generatedAt?: string; readonly inputs: readonly { readonly file: string }[] };
}

export interface FoundInReport {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly fix: string;
  readonly reference: string | null;
  readonly site: string | null;
  readonly item: string | null;
  readonly source: { readonly file: string; readonly sheet?: string; readonly row: number; readonly column?: string } | null;
  readonly accepted: { readonly reason: string; readonly by: string | null } | null;
}

export interface ReportFile {
  readonly schema: string;
  readonly summary: { readonly errors: number; readonly warnings: number; readonly accepted: number };
  readonly findings: readonly FoundInReport[];
  readonly rules: readonly {
    readonly id: string;
    readonly status: string;
    readonly reason: string | null;
    readonly count: number;
  }[];
  readonly balance: ReturnFile["balance"];
}

export const YEAR = ["--org", "RZZ", "--org-name", "Example NHS trust", "--period", "2025-26"] as const;
export const OUT = "ko41a-RZZ-2025-26";
export const OUTPUTS = [
  "KO41a-RZZ-2025-26.xlsx",
  "findings.xlsx",
  "ledger.csv",
  "report.html",
  "report.json",
  "return.json",
] as const;

export async function returnOf(desk: Desk, folder: string = OUT): Promise<ReturnFile> {
  return JSON.parse(await desk.text(`${folder}/return.json`)) as ReturnFile;
}

export async function reportOf(desk: Desk, folder: string = OUT): Promise<ReportFile> {
  return JSON.parse(await desk.text(`${folder}/report.json`)) as ReportFile;
}

/** A report on standard output. */
export function reportIn({ stdout }: Ran): ReportFile {
  return JSON.parse(stdout) as ReportFile;
}

/** Figures that are not 0, by site; what most scenarios compare. */
export function figuresOf({ rows }: ReturnFile): Readonly<Record<string, Readonly<Record<string, number>>>> {
  return Object.fromEntries(
    rows.map(({ siteCode, counts }) => [siteCode, Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0))]),
  );
}

/** One figure over all sites. */
export function total({ rows }: ReturnFile, item: string): number {
  return rows.reduce((sum, { counts }) => sum + (counts[item] ?? Number.NaN), 0);
}

/** The findings of a rule. */
export function found({ findings }: ReportFile, rule: string): readonly FoundInReport[] {
  return findings.filter((one) => one.rule === rule);
}
