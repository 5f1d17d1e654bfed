import type { Comparison, FigureChange, ReturnComparison, SumChange } from "../../domain/comparison.ts";
import type { ItemId } from "../../domain/item.ts";
import { aligned } from "../aligned.ts";
import { organisationInWords, referencesWithin } from "../cite.ts";
import type { Colours } from "../report/console/colours.ts";
import { screenWidth, wrap } from "../report/console/wrap.ts";
import { clean, cut, figure, listed } from "../report/text.ts";
import { changeOf, figureWords, percentOf } from "./figures.ts";
import type { Names } from "./names.ts";
import { reasonWords } from "./reasons.ts";
import { ALL_SITES, KINDS, notesOn, sideWords, siteWords, summaryOf, sumsShown, whereWords } from "./words.ts";

interface Options {
  readonly colour: Colours;
  readonly width: number;
  /** Most complaints shown of one return. */
  readonly maxComplaints: number;
}

/** More of them nobody reads on a screen. */
const MOST_FIGURES = 200;
const LABEL = 44;
/** What the columns between the label and the references take. */
const FIGURES = 40;
/** At the least so much of the references beside a figure; the list of complaints has all of them. */
const REFERENCES = 16;

/** Two returns on the screen: what differs between the runs, the figures, the complaints with the reasons. */
export function diffOnScreen(compared: Comparison, names: Names, options: Options): string {
  const { returns, only, a, b } = compared;
  const { colour } = options;
  return [
    ...returns.flatMap((one) => returnLines(one, { a: a.file, b: b.file }, names, options)),
    ...(["a", "b"] as const).flatMap((side) =>
      only[side].length === 0 ? [] : [`Only in ${side.toUpperCase()}: ${listed(only[side].map(clean), 20)}`, ""],
    ),
    colour.bold(summaryOf(compared)),
    "",
  ].join("\n");
}

function returnLines(
  one: ReturnComparison,
  files: { readonly a: string; readonly b: string },
  names: Names,
  { colour, width, maxComplaints }: Options,
): readonly string[] {
  const { organisation, periods, changes, complaints } = one;
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [colour.bold(title), ...lines, ""];
  const broad = screenWidth(width);
  const more = complaints.length - maxComplaints;
  return [
    colour.bold(organisationInWords(organisation)),
    `  A  ${sideWords(files.a, periods.a)}`,
    `  B  ${sideWords(files.b, periods.b)}`,
    "",
    ...section(
      "What to know first",
      notesOn(one, names).map((note) => wrap(note, broad, "    ", "  ")),
    ),
    ...section("Figures", changes.length === 0 ? [] : [...figureLines(one, names, broad), ...moreFigures(changes.length)]),
    ...section("Complaints", [
      ...complaints
        .slice(0, maxComplaints)
        .flatMap((complaint) => [
          `  ${clean(complaint.reference)}  ${KINDS[complaint.kind]}  ${whereWords(complaint)}`.trimEnd(),
          ...reasonWords(complaint, names).map((reason) => colour.dim(wrap(reason, broad, "      "))),
        ]),
      ...(more > 0 ? [`  and ${figure(more)} more (--max-complaints)`] : []),
    ]),
  ];
}

function figureLines(compared: ReturnComparison, names: Names, width: number): readonly string[] {
  const { traced, changes } = compared;
  const { labels } = names;
  const label = (item: ItemId): string => cut(labels.get(item) ?? item, LABEL);
  const figures = (one: FigureChange | SumChange) => [
    { figure: figureWords(one.a) },
    { figure: figureWords(one.b) },
    { figure: changeOf(one) },
    { figure: percentOf(one) },
  ];
  const room = Math.max(REFERENCES, Math.floor((width - LABEL - FIGURES) / 2));
  const heading = ["Site", "Item", { figure: "A" }, { figure: "B" }, { figure: "Change" }, { figure: "%" }];
  return aligned([
    [...heading, ...(traced ? ["Came in", "Went out"] : [])],
    ...changes
      .slice(0, MOST_FIGURES)
      .map((change) => [
        siteWords(change.site, compared),
        label(change.item),
        ...figures(change),
        ...(traced ? [referencesWithin(change.entered, room), referencesWithin(change.left, room)] : []),
      ]),
    ...sumsShown(compared, names).map((sum) => [ALL_SITES, label(sum.item), ...figures(sum)]),
  ]);
}

function moreFigures(number: number): readonly string[] {
  return number > MOST_FIGURES
    ? [`  and ${figure(number - MOST_FIGURES)} more (all of them with --output FILE.html or --format json)`]
    : [];
}
