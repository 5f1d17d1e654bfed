import type { Comparison, FigureChange, ReturnComparison } from "../../domain/comparison.ts";
import { aligned } from "../aligned.ts";
import { referencesInWords } from "../cite.ts";
import type { Colours } from "../report/console/colours.ts";
import { screenWidth, wrap } from "../report/console/wrap.ts";
import { clean, figure, listed } from "../report/text.ts";
import { changeOf, figureWords, percentOf } from "./figures.ts";
import type { Names } from "./names.ts";
import { reasonWords } from "./reasons.ts";
import { KINDS, notesOn, sideWords, siteWords, summaryOf, whereWords } from "./words.ts";

interface Options {
  readonly colour: Colours;
  readonly width: number;
  /** Most complaints shown of one return. */
  readonly maxComplaints: number;
}

/** References beside a figure; the list of complaints has all of them. */
const REFERENCES = 6;

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
    colour.bold(`${clean(organisation.name)}${organisation.name === organisation.code ? "" : ` (${clean(organisation.code)})`}`),
    `  A  ${sideWords(files.a, periods.a)}`,
    `  B  ${sideWords(files.b, periods.b)}`,
    "",
    ...section(
      "What to know first",
      notesOn(one).map((note) => wrap(note, broad, "    ", "  ")),
    ),
    ...section("Figures", figureLines(changes, one, names)),
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

function figureLines(changes: readonly FigureChange[], compared: ReturnComparison, { labels }: Names): readonly string[] {
  if (changes.length === 0) return [];
  const { traced } = compared;
  const heading = [
    "Site",
    "Item",
    { figure: "A" },
    { figure: "B" },
    { figure: "Change" },
    "",
    ...(traced ? ["Entered", "Left"] : []),
  ];
  return aligned([
    heading,
    ...changes.map((change) => [
      siteWords(change.site, compared),
      labels.get(change.item) ?? change.item,
      { figure: figureWords(change.a) },
      { figure: figureWords(change.b) },
      { figure: changeOf(change) },
      { figure: percentOf(change) },
      ...(traced ? [referencesInWords(change.entered, REFERENCES), referencesInWords(change.left, REFERENCES)] : []),
    ]),
  ]);
}
