import type { Report, ReportContext } from "../../domain/report.ts";
import type { Balance } from "../../domain/return.ts";
import type { Colours } from "./console/colours.ts";
import { findingGroups } from "./console/findings.ts";
import { siteTable } from "./console/site-table.ts";
import { exclusionsOf } from "./exclusions.ts";
import { type Group, groupsOf, sharesOf } from "./groups.ts";
import { proofWords } from "./proof.ts";
import { clean, count, day, figure } from "./text.ts";
import { verdictOf } from "./verdict.ts";

export type { Colours };

interface ConsoleOptions {
  readonly colour: Colours;
  readonly maxFindings: number;
  readonly width: number;
}

/** What a run says on the screen, for the person who has to submit the return. */
export function consoleSummary(report: Report, context: ReportContext, options: ConsoleOptions): string {
  const { colour } = options;
  const width = Math.max(40, Math.min(options.width, 110));
  const groups = groupsOf(report, context.catalogue);
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ["", colour.bold(title), ...lines];
  const shares = sharesOf([...groups.errors, ...groups.warnings, ...groups.notes], options.maxFindings);
  const findings = (title: string, found: readonly Group[]): readonly string[] =>
    section(title, findingGroups(found, shares, colour, width));
  return [
    ...heading(context, colour),
    ...section("Rows", balanceLines(report.balance, colour)),
    ...section("The return by site", siteTable(context.return, colour, width)),
    ...section("Your proforma", report.proof === null ? [] : [`  ${proofWords(report.proof)}.`]),
    ...section("Left out of the return", exclusionLines(report, context, colour)),
    ...findings(colour.red("To put right"), groups.errors),
    ...findings(colour.yellow("To confirm"), groups.warnings),
    ...findings(colour.cyan("Notes"), groups.notes),
    "",
    verdictLine(report, colour),
    "",
  ].join("\n");
}

function heading({ return: { organisation, period } }: ReportContext, colour: Colours): readonly string[] {
  return [
    colour.bold(`KO41a ${clean(period.label)}: ${clean(organisation.name)} (${clean(organisation.code)})`),
    `${day(period.start)} to ${day(period.end)}`,
  ];
}

function balanceLines({ rows, counted, excluded, merged, refused }: Balance, colour: Colours): readonly string[] {
  const fates = [counted, excluded, merged, refused];
  const sum = fates.reduce((all, one) => all + one, 0);
  const says = [
    `${figure(counted)} counted`,
    `${figure(excluded)} excluded`,
    `${figure(merged)} merged`,
    `${figure(refused)} refused`,
  ];
  const addition = `  ${fates.map(figure).join(" + ")} = ${figure(sum)}`;
  return [
    `  ${count(rows, "row")}: ${says.join(", ")}.`,
    sum === rows
      ? colour.dim(`${addition}: every row is accounted for.`)
      : colour.red(`${addition}, not ${figure(rows)}: please report this as a fault.`),
  ];
}

function exclusionLines({ fates }: Report, { catalogue }: ReportContext, colour: Colours): readonly string[] {
  const excluded = exclusionsOf(fates, catalogue);
  const widest = figure(excluded[0]?.rows ?? 0).length;
  return excluded.map(
    ({ rule, title, rows }) => `  ${figure(rows).padStart(widest)}  ${clean(title)} ${colour.dim(`[${clean(rule)}]`)}`,
  );
}

function verdictLine({ summary }: Report, colour: Colours): string {
  const { state, headline, work } = verdictOf(summary);
  const paint = state === "not-ready" ? colour.red : state === "to-confirm" ? colour.yellow : colour.green;
  const accepted = summary.accepted > 0 ? ` ${count(summary.accepted, "warning")} accepted, with reasons in report.html.` : "";
  return `${colour.bold(paint(`${headline}${work === "" ? "" : `: ${work}`}.`))}${accepted}`;
}
