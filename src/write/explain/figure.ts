import type { Count, FigureExplanation, RuleUse } from "../../domain/explanation.ts";
import type { Item } from "../../domain/item.ts";
import { aligned } from "../aligned.ts";
import { cite, organisationInWords, placesInWords } from "../cite.ts";
import type { Colours } from "../report/console/colours.ts";
import { screenWidth, wrap } from "../report/console/wrap.ts";
import { clean, count, cut, figure } from "../report/text.ts";

/** A figure with the complaints behind it, for the screen; the list comes last, so that its end is what is seen. */
export function figureOnScreen(explained: FigureExplanation, items: readonly Item[], colour: Colours, width: number): string {
  const { item, counts, sites, parts, rules, about } = explained;
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ["", colour.bold(title), ...lines];
  const number = (value: number) => ({ figure: figure(value) });
  return [
    colour.bold(`${item.number} ${item.label} (${item.id})`),
    `${placeOf(explained)}, ${organisationInWords(about.organisation)}, ${clean(about.period.label)}`,
    "",
    headline(explained),
    ...changedFile(explained).map((line) => colour.red(line)),
    ...section(
      "By site",
      sites.length < 2 ? [] : aligned(sites.map(({ code, name, figure: value }) => [clean(code), number(value), clean(name)])),
    ),
    ...section(
      "It adds up",
      aligned(parts.filter((part) => part.figure !== 0).map((part) => [part.item.number, number(part.figure), part.item.label])),
    ),
    ...section(
      "Rules at work",
      rules.flatMap((use) => ruleLines(use, colour, screenWidth(width))),
    ),
    ...section("Complaints", complaintLines(counts, explained, items)),
    "",
  ].join("\n");
}

function placeOf({ site, about }: FigureExplanation): string {
  if (site === null) return "All sites";
  if (site.code === about.organisation.code) return `The row under ${clean(site.code)}`;
  return site.name === site.code ? clean(site.code) : `${clean(site.code)} ${clean(site.name)}`;
}

function headline({ figure: value, counts, complaints }: FigureExplanation): string {
  if (counts.length === 0) return `${figure(value)}: no complaint counts here.`;
  if (counts.length === complaints) return `${count(complaints, "complaint")}.`;
  return `${figure(counts.length)} counts of ${count(complaints, "complaint")}: each counts once for every part it concerns.`;
}

function changedFile({ sites, about }: FigureExplanation): readonly string[] {
  const changed = sites.filter(({ untraced }) => untraced !== 0);
  if (changed.length === 0) return [];
  return [
    `Somebody has changed ${clean(about.file)}. Make it again with ko41a generate.`,
    ...changed.map(
      ({ code, figure: value, untraced }) =>
        `  ${clean(code)} says ${figure(value)}, and the complaints are ${figure(value - untraced)}.`,
    ),
  ];
}

function ruleLines({ rule, counts }: RuleUse, colour: Colours, width: number): readonly string[] {
  return [
    `  ${rule.title} ${colour.dim(`[${rule.id}, ${count(counts, "count")}]`)}`,
    wrap(rule.why, width, "    "),
    colour.dim(wrap(cite(rule.source), width, "    ")),
  ];
}

function complaintLines(counts: readonly Count[], { site, parts }: FigureExplanation, items: readonly Item[]): readonly string[] {
  const names = new Map(items.map(({ id, number, label }) => [id, cut(`${number} ${label}`, LABEL)]));
  // What all have in common stands above.
  const common = new Set((counts[0]?.rules ?? []).filter((rule) => counts.every(({ rules }) => rules.includes(rule))));
  return aligned(
    counts.map((one) => [
      clean(one.reference),
      ...(site === null ? [clean(one.site)] : []),
      ...(parts.length > 0 ? [names.get(one.item) ?? one.item] : []),
      placesInWords(one.source),
      one.rules
        .filter((rule) => !common.has(rule))
        .map(clean)
        .join(", "),
    ]),
  );
}

const LABEL = 44;
