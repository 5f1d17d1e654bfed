import type { ComplaintExplanation, RuleUse } from "../../domain/explanation.ts";
import type { Item } from "../../domain/item.ts";
import type { RuleEntry } from "../../domain/rule.ts";
import { aligned } from "../aligned.ts";
import { cite, organisationInWords, placesInWords } from "../cite.ts";
import type { Colours } from "../report/console/colours.ts";
import { screenWidth, wrap } from "../report/console/wrap.ts";
import { clean, day, listed } from "../report/text.ts";

/** What the catalogue and the item list say, to name things by. */
export interface Names {
  readonly items: readonly Item[];
  readonly catalogue: ReadonlyMap<string, RuleEntry>;
}

/** What became of a complaint and why, for the screen. */
export function complaintOnScreen(explained: ComplaintExplanation, names: Names, colour: Colours, width: number): string {
  const { about, others } = explained;
  const records = [explained, ...others].map((one) => recordLines(one, names, colour, screenWidth(width)));
  const period = `${clean(about.period.label)}, ${day(about.period.start)} to ${day(about.period.end)}`;
  return `${[`${organisationInWords(about.organisation)}, ${period}`, "", ...records.flatMap((lines, at) => (at === 0 ? lines : ["", ...lines]))].join("\n")}\n`;
}

function recordLines(explained: ComplaintExplanation, names: Names, colour: Colours, width: number): readonly string[] {
  const { reference, source, figures, rules, notes, followUps } = explained;
  return [
    colour.bold(`${clean(reference)} ${fateInWords(explained)}`),
    `  ${placesInWords(source)}`,
    ...followUps.map((one) => `  and its follow-up ${clean(one.reference)}, ${placesInWords(one.source)}`),
    ...(figures.length === 0
      ? []
      : [
          "",
          colour.bold("It is in these figures"),
          ...aligned(
            figures.map(({ item, rules: own }) => [
              item.number,
              item.label,
              item.kind === "total" && own.length === 0 ? "" : own.join(", "),
            ]),
          ),
        ]),
    "",
    colour.bold("Why"),
    ...rules.flatMap((use) => ruleLines(use, colour, width)),
    ...(notes.length === 0 ? [] : ["", colour.bold("Also noticed"), ...notes.flatMap((use) => ruleLines(use, colour, width))]),
    ...otherwiseLines(explained, names, colour, width),
  ];
}

function fateInWords({ fate, site, rules, mergedInto }: ComplaintExplanation): string {
  const by = rules.map(({ rule }) => rule.title).join(", ");
  switch (fate) {
    case "counted":
      return `counts at ${site === null ? "no site" : site.name === site.code ? clean(site.code) : `${clean(site.code)} ${clean(site.name)}`}`;
    case "excluded":
      return `does not count: ${by}`;
    case "merged":
      return `is part of ${clean(mergedInto ?? "another complaint")} and does not count by itself: ${by}`;
    case "refused":
      return `could not be read as a complaint: ${by}`;
  }
}

function ruleLines({ rule, policy }: RuleUse, colour: Colours, width: number): readonly string[] {
  const { id, title, why, effect, otherwise, source } = rule;
  const others = policy === null ? "" : policy.values.filter((value) => value !== policy.value).join(" or ");
  const said = [
    why,
    effect,
    ...(policy === null ? [] : [`Policy ${policy.name} is ${clean(policy.value)}; it could be ${others}.`]),
    ...(otherwise === undefined ? [] : [`It would count otherwise if ${otherwise}`]),
  ];
  return [
    `  ${title} ${colour.dim(`[${id}]`)}`,
    ...said.map((text) => wrap(text, width, "    ")),
    colour.dim(wrap(cite(source), width, "    ")),
  ];
}

function otherwiseLines(
  { otherwise }: ComplaintExplanation,
  { items, catalogue }: Names,
  colour: Colours,
  width: number,
): readonly string[] {
  if (otherwise === null) return [];
  const isIn = new Set(otherwise.items);
  const figures = items.filter(({ id }) => isIn.has(id)).map(({ number, label }) => `${number} ${label}`);
  const at = `at ${clean(otherwise.site)} in ${listed(figures, Number.POSITIVE_INFINITY)}`;
  const counts = `It would count ${at}.`;
  const also = otherwise.alsoKeptOutBy.map(
    (id) => `${catalogue.get(id)?.title ?? "a rule that is not known any more"} [${clean(id)}]`,
  );
  const said =
    also.length === 0
      ? counts
      : `${listed(also)} would still keep it out. Without ${also.length === 1 ? "both" : "all"} rules it would count ${at}.`;
  return ["", colour.bold("Without the rule that keeps it out"), wrap(said, width, "  ")];
}
