import type { Report, ReportedFinding } from "../../../domain/report.ts";
import { cite } from "../../cite.ts";
import { markdownTable, plain } from "../../markdown.ts";
import { type FormatOptions, placeUnsaid, titleOf } from "../formats.ts";
import type { Group, Shares } from "../groups.ts";
import { figure } from "../text.ts";

interface Column {
  readonly heading: string;
  readonly right?: true;
  /** Null where a finding has nothing to say here; a column in which none has is left out. */
  readonly cell: (finding: ReportedFinding) => string | null;
}

/** Groups of findings in the order of work, of each as many as its share. */
export function groupsPart(title: string, saying: string, groups: readonly Group[], shares: Shares): string {
  if (groups.length === 0) return "";
  return [`## ${title}\n`, ...groups.map((group, at) => groupPart(group, at + 1, saying, shares.get(group) ?? 0))].join("\n");
}

function groupPart({ rule, title, entry, findings, fix }: Group, number: number, saying: string, most: number): string {
  const columns: readonly Column[] = [
    { heading: "Reference", cell: ({ reference }) => reference },
    { heading: saying, cell: ({ message }) => message },
    ...(fix === null ? [{ heading: "What to do", cell: (finding: ReportedFinding) => finding.fix }] : []),
    { heading: "File", cell: ({ source }) => source?.file ?? null },
    { heading: "Sheet", cell: ({ source }) => source?.sheet ?? null },
    { heading: "Row", right: true, cell: ({ source }) => (source === null ? null : String(source.row)) },
    { heading: "Column", cell: ({ source }) => source?.column ?? null },
    { heading: "Site", cell: ({ site }) => site },
  ];
  const shown = findings.slice(0, most);
  const used = columns.filter(({ cell }) => shown.some((finding) => cell(finding) !== null));
  const table = markdownTable(
    used,
    shown.map((finding) => used.map(({ cell }) => plain(cell(finding) ?? ""))),
  );
  const more = findings.length - shown.length;
  const about = entry === null ? "" : ` Why: ${plain(entry.why)} Source: ${plain(cite(entry.source))}.`;
  return [
    `### ${number}\\. ${plain(title)} (${figure(findings.length)})\n`,
    ...(fix === null ? [] : [`**What to do:** ${plain(fix)}\n`]),
    ...(shown.length === 0 ? [] : [table]),
    ...(more === 0 ? [] : [`${figure(more)} more, not told here.\n`]),
    `Rule ${plain(rule)}.${about}\n`,
  ].join("\n");
}

/** Warnings that somebody accepted, with their reasons. */
export function acceptedPart({ findings }: Report, options: FormatOptions): string {
  const rows = findings.flatMap((finding) => {
    const { accepted, message, rule } = finding;
    if (accepted === null) return [];
    const cells = [message, titleOf(rule, options), rule, placeUnsaid(finding), accepted.reason, accepted.by ?? "", finding.fix];
    return [cells.map(plain)];
  });
  if (rows.length === 0) return "";
  const headings = ["Warning", "Rule", "Id", "Where", "Reason", "Accepted by", "If it is not so"];
  const shown = rows.slice(0, options.maxFindings ?? rows.length);
  const more = rows.length - shown.length;
  const table = markdownTable(
    headings.map((heading) => ({ heading })),
    shown,
  );
  return `## Warnings that were accepted\n\n${table}${more > 0 ? `\n${figure(more)} more, not told here.\n` : ""}`;
}
