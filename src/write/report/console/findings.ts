import type { ReportedFinding } from "../../../domain/report.ts";
import { placeUnsaid } from "../formats.ts";
import type { Group, Shares } from "../groups.ts";
import { clean, figure } from "../text.ts";
import type { Colours } from "./colours.ts";
import { wrap } from "./wrap.ts";

/** Groups of findings. The title of a group is always shown. */
export function findingGroups(groups: readonly Group[], shares: Shares, colour: Colours, width: number): readonly string[] {
  const lines = groups.flatMap((group) => [...groupLines(group, shares.get(group) ?? 0, colour, width), ""]);
  return lines.slice(0, -1);
}

function groupLines({ rule, title, findings, fix }: Group, shown: number, colour: Colours, width: number): readonly string[] {
  const number = findings.length > 1 ? ` (${figure(findings.length)})` : "";
  const heading = `  ${colour.bold(`${clean(title)}${number}`)} ${colour.dim(`[${clean(rule)}]`)}`;
  if (shown === 0) return [`${heading}${colour.dim(": --max-findings shows more")}`];
  const more = findings.length - shown;
  return [
    heading,
    ...findings
      .slice(0, shown)
      .flatMap((finding) => [
        wrap(clean(finding.message), width, "      ", "    - "),
        ...placeLines(finding).map((place) => colour.dim(wrap(place, width, "      "))),
        ...(fix === null ? [wrap(`To do: ${clean(finding.fix)}`, width, "      ")] : []),
      ]),
    ...(more > 0 ? [colour.dim(`      and ${figure(more)} more (--max-findings)`)] : []),
    ...(fix === null ? [] : [wrap(`To do: ${clean(fix)}`, width, "    ")]),
  ];
}

/** What the message has said already is not said again. */
function placeLines(finding: ReportedFinding): readonly string[] {
  const place = placeUnsaid(finding);
  return place === "" ? [] : [place];
}
