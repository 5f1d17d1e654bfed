import type { Report, TitledReport } from "../../domain/report.ts";
import { markdownTable, plain } from "../markdown.ts";
import type { FormatOptions } from "./formats.ts";
import { groupsOf, sharesOf } from "./groups.ts";
import { figuresPart, rowsPart } from "./markdown/figures.ts";
import { acceptedPart, groupsPart } from "./markdown/findings.ts";
import { verdictOn } from "./verdict.ts";

/** Everything that was found, for a pull request or an e-mail. */
export function reportMarkdown(reports: readonly TitledReport[], options: FormatOptions): string {
  return reports.map((one) => onePart(one, options)).join("\n");
}

function onePart(one: TitledReport, options: FormatOptions): string {
  const { title, report, return: made } = one;
  const groups = groupsOf(report, options.catalogue);
  const all = [...groups.errors, ...groups.warnings, ...groups.notes];
  const shares = sharesOf(all, options.maxFindings ?? Number.POSITIVE_INFINITY);
  const parts = [
    `# ${plain(title)}\n\n**${plain(verdictOn(one))}**\n`,
    made === null ? "" : figuresPart(made),
    rowsPart(report, options),
    groupsPart("What to put right", "What is wrong", groups.errors, shares),
    groupsPart("What to confirm", "What was found", groups.warnings, shares),
    groupsPart("Good to know", "What was found", groups.notes, shares),
    acceptedPart(report, options),
    notRunPart(report, options),
    `Made by ${plain(options.engine)}.\n`,
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function notRunPart({ rules }: Report, { catalogue }: FormatOptions): string {
  const notRun = rules.filter(({ status }) => status === "not-run");
  if (notRun.length === 0) return "";
  const table = markdownTable(
    [{ heading: "Rule" }, { heading: "Id" }, { heading: "Why it was not run" }],
    notRun.map(({ id, reason }) => [plain(catalogue.get(id)?.title ?? id), plain(id), plain(reason ?? "")]),
  );
  return `## Rules that were not run\n\n${table}`;
}
