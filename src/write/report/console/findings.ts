import type { ReportedFinding } from "../../../domain/report.ts";
import { placeUnsaid } from "../formats.ts";
import { type Group, sizeOf } from "../groups.ts";
import { clean, figure } from "../text.ts";
import type { Colours } from "./colours.ts";
import { wrap } from "./wrap.ts";

/** How many findings of each group are shown. */
export type Shares = ReadonlyMap<Group, number>;

/** Given out in turn until `most` are out, so that a long group hides no other. */
export function sharesOf(groups: readonly Group[], most: number): Shares {
  const given = new Map(groups.map((group) => [group, 0]));
  let left = Math.min(most, sizeOf(groups));
  while (left > 0)
    for (const [group, now] of given) {
      if (left === 0 || now === group.findings.length) continue;
      given.set(group, now + 1);
      left -= 1;
    }
  return given;
}

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
