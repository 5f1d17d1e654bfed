import { FIELDS, type Field } from "../../../domain/field.ts";
import type { Finding, FindingDetails, FindingKind } from "../../../domain/finding.ts";
import type { ItemLabels } from "../labels.ts";
import { word } from "../text.ts";

export interface Said {
  readonly message: string;
  readonly fix: string;
}

/** What a sentence may need beside the detail of its kind. */
export interface About {
  readonly finding: Finding;
  readonly labels: ItemLabels;
}

export type English<K extends FindingKind> = {
  readonly [P in K]: (detail: Readonly<FindingDetails[P]>, about: About) => Said;
};

export const RUN_AGAIN = "and run again.";

/** "C-9", to begin a sentence with; a row without a reference is named by its place. */
export function complaint(about: About): string {
  const reference = word(about.finding.reference ?? "");
  return reference === "" ? row(about) : reference;
}

/** "Row 12 of export.csv", to begin a sentence with. */
export function row({ finding: { source } }: About): string {
  if (source === null) return "A row";
  const sheet = source.sheet === undefined ? "" : `, sheet “${word(source.sheet)}”`;
  return `Row ${source.row} of ${word(source.file)}${sheet}`;
}

/** The heading over the cell a finding is about, as it stands in the file. */
export function column({ finding: { source } }: About, field: Field): string {
  return word(source?.column ?? FIELDS[field]);
}

export function file({ finding: { source } }: About): string {
  return source === null ? "The export" : word(source.file);
}

/** "RZZ01"; a figure of no single site belongs to the return as a whole. */
export function site({ finding }: About): string {
  return finding.site === null || finding.site === "" ? "The return" : word(finding.site);
}
