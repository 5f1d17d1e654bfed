import type { Inspection, Layout } from "../../domain/proforma.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import { aligned } from "../aligned.ts";
import type { Colours } from "../report/console/colours.ts";
import { clean, count, cut, listed } from "../report/text.ts";
import { firstCell, lineName, placeName, positionName } from "./places.ts";

const LONGEST_LABEL = 44;
const LONGEST_WORDS = 48;

/** `ko41a template inspect`: what was found, item by item, and what stands in the way. */
export function inspectionTable({ file, layout, problems, says }: Inspection, { items }: RuleBook, colour: Colours): string {
  const rows = items.map(({ id, number, label }) => {
    const item = layout.items.get(id);
    const name = cut(label, LONGEST_LABEL);
    if (item === undefined) return [number, name, "not found", "", ""];
    const by = item.by === "label" ? `label, ${Math.round(item.likeness * 100)}%` : item.by;
    return [number, name, firstCell(layout, item.position), by, cut(clean(item.words), LONGEST_WORDS)];
  });
  const table = aligned([["Item", "Figure", "First cell", "Found by", "Its words in the proforma"], ...rows]);
  const verdict =
    problems.length === 0
      ? colour.green(`${file} can be filled: every item has one cell.`)
      : colour.red(`${file} cannot be filled as it is: ${count(problems.length, "thing")} to put right.`);
  const said = problems.map(({ what, fix = "" }) => `- ${what}\n  ${colour.dim(fix)}\n`);
  const [heading = "", ...lines] = table;
  return `${colour.bold(`Sheet "${clean(layout.sheet)}"`)}: ${aboutSites(layout)}
${factsOf(layout, says).join("\n")}

${colour.bold(heading)}
${lines.join("\n")}

${verdict}
${said.join("")}`;
}

function aboutSites({ sites, header }: Layout): string {
  const headings = header.map((line) => lineName({ sites } as Layout, line));
  const where =
    headings.length === 0
      ? "as the map says"
      : `headings in ${sites === "down" ? "row" : "column"}${headings.length > 1 ? "s" : ""} ${listed(headings)}`;
  return `one ${sites === "down" ? "row" : "column"} a site, ${where}`;
}

function factsOf(layout: Layout, says: Inspection["says"]): readonly string[] {
  const { sites, siteCode, siteName, free, endlessFrom } = layout;
  const [line, position] = sites === "down" ? ["row", "column"] : ["column", "row"];
  const at = (place: number | null): string => (place === null ? "not found" : `${position} ${positionName(layout, place)}`);
  const cell = (place: string | null, value: string | null): string =>
    place === null ? "not found" : `${place}${value === null ? "" : `, which says ${clean(value)}`}`;
  const known = layout.listed.map((site) => `${site.code} in ${line} ${lineName(layout, site.line)}`);
  const room =
    endlessFrom !== null
      ? `as many as are needed, from ${line} ${lineName(layout, endlessFrom)}`
      : free.length === 0
        ? "none"
        : `${count(free.length, line)}, ${lineName(layout, free[0] ?? 0)} to ${lineName(layout, free.at(-1) ?? 0)}`;
  return [
    `  site codes     ${at(siteCode || null)}`,
    `  site names     ${at(siteName)}`,
    `  sites listed   ${known.length === 0 ? "none" : listed(known)}`,
    `  free           ${room}`,
    `  organisation   ${cell(placeName(layout.organisation.code ?? layout.organisation.name), says.organisation)}`,
    `  period         ${cell(placeName(layout.period), says.period)}`,
  ];
}
