import type { ReportedFinding } from "../../../domain/report.ts";
import { type Group, sizeOf } from "../groups.ts";
import { clean, figure } from "../text.ts";
import type { Colours } from "./colours.ts";
import { wrap } from "./wrap.ts";

/** How many of each group are shown, in turn until `most` are given out, so that a long group hides no other. */
function shares(groups: readonly Group[], most: number): readonly number[] {
  const given = groups.map(() => 0);
  let left = Math.min(most, sizeOf(groups));
  while (left > 0)
    for (const [at, { findings }] of groups.entries()) {
      const now = given[at] ?? 0;
      if (left === 0 || now === findings.length) continue;
      given[at] = now + 1;
      left -= 1;
    }
  return given;
}

/** Groups of findings, `most` findings in all. The title of a group is always shown. */
export function findingGroups(groups: readonly Group[], most: number, colour: Colours, width: number): readonly string[] {
  const shown = shares(groups, most);
  const lines = groups.flatMap((group, at) => [...groupLines(group, shown[at] ?? 0, colour, width), ""]);
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
        ...placeOf(finding).map((place) => colour.dim(wrap(place, width, "      "))),
        ...(fix === null ? [wrap(`To do: ${clean(finding.fix)}`, width, "      ")] : []),
      ]),
    ...(more > 0 ? [colour.dim(`      and ${figure(more)} more (--max-findings)`)] : []),
    ...(fix === null ? [] : [wrap(`To do: ${clean(fix)}`, width, "    ")]),
  ];
}

/** What the message has said already is not said again. */
function placeOf({ source, reference, site, message }: ReportedFinding): readonly string[] {
  const named = (what: string, name: string | null | undefined): string =>
    name == null || clean(name) === "" ? "" : `${what}${clean(name)}`;
  const unsaid = (name: string | null): string | null =>
    name !== null && message.split(/[^\p{L}\p{N}/_-]+/u).includes(name) ? null : name;
  const parts = [
    named("", source?.file),
    named("sheet ", source?.sheet),
    named("row ", source === null ? null : String(source.row)),
    named("column ", source?.column),
    named("reference ", unsaid(reference)),
    named("site ", unsaid(site)),
  ].filter((part) => part !== "");
  return parts.length === 0 ? [] : [parts.join(", ")];
}
