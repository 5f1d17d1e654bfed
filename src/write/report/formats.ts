import type { ReportedFinding, TitledReport } from "../../domain/report.ts";
import type { RuleEntry } from "../../domain/rule.ts";
import { clean } from "./text.ts";

/** What the formats for continuous integration and for pull requests need beside the reports. */
export interface FormatOptions {
  readonly catalogue: ReadonlyMap<string, RuleEntry>;
  /** "ko41a 1.0.0" */
  readonly engine: string;
  /** Findings told in Markdown, which may have to fit into a comment; null: all. */
  readonly maxFindings: number | null;
  /** `--fail-on warning` */
  readonly warningsFail: boolean;
  /** Where a file that a report names stands inside the checkout: relative, with "/". Null for one that stands elsewhere. */
  readonly pathOf: (file: string) => string | null;
}

/** Files whose rows are lines. The rows of a .json file may be places in a list. */
const LINES = /\.(csv|tsv|tab|txt|ndjson|jsonl)$/i;

export function rowsAreLines(file: string): boolean {
  return LINES.test(file);
}

/** The line of a text file; null where a row is something else. */
export function lineOf({ source }: ReportedFinding): number | null {
  return source !== null && source.row > 0 && rowsAreLines(source.file) ? source.row : null;
}

/** "export.csv, row 10, column Outcome, reference C-9, site RZZ01"; empty when a finding has no place. */
export function placeInWords(finding: ReportedFinding): string {
  const { source, reference, site } = finding;
  return placeParts(source, reference, site).join(", ");
}

/** The same without the reference and the site where the message says them already. */
export function placeUnsaid({ source, reference, site, message }: ReportedFinding): string {
  const said = new Set(message.split(/[^\p{L}\p{N}/_-]+/u));
  const unsaid = (name: string | null): string | null => (name === null || said.has(name) ? null : name);
  return placeParts(source, unsaid(reference), unsaid(site)).join(", ");
}

function placeParts(source: ReportedFinding["source"], reference: string | null, site: string | null): readonly string[] {
  const named = (what: string, name: string | null | undefined): readonly string[] =>
    name == null || clean(name) === "" ? [] : [`${what}${clean(name)}`];
  return [
    ...named("", source?.file),
    ...named("sheet ", source?.sheet),
    ...named("row ", source === null ? null : String(source.row)),
    ...named("column ", source?.column),
    ...named("reference ", reference),
    ...named("site ", site),
  ];
}

/** Where a finding's file stands inside the checkout; null where it does not, or where its name would not be safe to print. */
export function pathIn(file: string, { pathOf }: Pick<FormatOptions, "pathOf">): string | null {
  const path = pathOf(file);
  return path === null || path.trim() === "" || /[\p{Cc}\p{Cf}\p{Cs}]/u.test(path) ? null : path;
}

export function titleOf(rule: string, { catalogue }: Pick<FormatOptions, "catalogue">): string {
  return clean(catalogue.get(rule)?.title ?? rule);
}

/** "Elm House closed in June 2025 (J. Ward)" */
export function acceptanceInWords({ reason, by }: NonNullable<ReportedFinding["accepted"]>): string {
  return by === null ? clean(reason) : `${clean(reason)} (${clean(by)})`;
}

/** The summaries of several reports as one. */
export function summaryOf(reports: readonly TitledReport[]): TitledReport["report"]["summary"] {
  const sum = (key: "errors" | "warnings" | "accepted"): number =>
    reports.reduce((all, { report }) => all + report.summary[key], 0);
  return { errors: sum("errors"), warnings: sum("warnings"), accepted: sum("accepted") };
}
