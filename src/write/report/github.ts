import type { ReportedFinding, TitledReport } from "../../domain/report.ts";
import type { Severity } from "../../domain/rule.ts";
import { acceptanceInWords, type FormatOptions, lineOf, pathIn, placeUnsaid, summaryOf, titleOf } from "./formats.ts";
import { inOrderOfWork } from "./groups.ts";
import { clean } from "./text.ts";
import { verdictInWords, verdictOf, verdictOn } from "./verdict.ts";

type Command = "error" | "warning" | "notice";

const COMMANDS: Readonly<Record<Severity, Command>> = { error: "error", warning: "warning", info: "notice" };

/**
 * Workflow commands of GitHub Actions: one that says whether the return can go, then one a finding in the order of work.
 * GitHub shows only the first ten of each level, so the order matters.
 */
export function reportGithub(reports: readonly TitledReport[], options: FormatOptions): string {
  const findings = reports.flatMap(({ report }) => inOrderOfWork(report, options.catalogue));
  return [verdict(reports, options), ...findings.map((finding) => annotation(finding, options))]
    .map((line) => `${line}\n`)
    .join("");
}

function annotation(finding: ReportedFinding, options: FormatOptions): string {
  const { accepted, severity, rule, source, message, fix } = finding;
  const line = lineOf(finding);
  const file = source === null ? null : pathIn(source.file, options);
  const place = placeUnsaid(finding);
  return command(
    accepted === null ? COMMANDS[severity] : "notice",
    {
      ...(file === null ? {} : { file }),
      ...(file === null || line === null ? {} : { line: String(line) }),
      title: `${titleOf(rule, options)} [${clean(rule)}]`,
    },
    [
      clean(message),
      place,
      accepted === null ? `To do: ${clean(fix)}` : `Accepted: ${acceptanceInWords(accepted)}. Otherwise: ${clean(fix)}`,
    ],
  );
}

function verdict(reports: readonly TitledReport[], { warningsFail }: FormatOptions): string {
  const summary = summaryOf(reports);
  const { state } = verdictOf(summary);
  const fails = state === "not-ready" || (state === "to-confirm" && warningsFail);
  const [only] = reports;
  return command(
    fails ? "error" : "notice",
    { title: only !== undefined && reports.length === 1 ? clean(only.title) : `KO41a: ${reports.length} returns` },
    [
      ...(only !== undefined && reports.length === 1
        ? [verdictOn(only)]
        : [verdictInWords(summary), ...reports.map((one) => `${clean(one.title)}: ${verdictOn(one)}`)]),
    ],
  );
}

function command(name: Command, properties: Readonly<Record<string, string>>, lines: readonly string[]): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name} ${given.join(",")}::${escapeData(lines.filter((line) => line !== "").join("\n"))}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Properties end at a comma, and the last one at a colon. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
