import type { Comparison, ReturnComparison } from "../../domain/comparison.ts";
import { organisationInWords, referencesInWords } from "../cite.ts";
import { markdownTable, plain } from "../markdown.ts";
import { figure } from "../report/text.ts";
import { changeOf, figureWords, percentOf } from "./figures.ts";
import type { Names } from "./names.ts";
import { reasonWords } from "./reasons.ts";
import { ALL_SITES, KINDS, notesOn, sideWords, siteWords, summaryOf, sumsShown, whereWords } from "./words.ts";

/** References beside a figure; the list of complaints has all of them. */
const REFERENCES = 8;

/** Two returns for an e-mail or a pull request. */
export function diffMarkdown(compared: Comparison, names: Names, maxComplaints: number): string {
  const { returns, only, a, b } = compared;
  const parts = [
    `# KO41a: what changed\n\n${plain(summaryOf(compared))}\n`,
    ...returns.map((one) => returnPart(one, { a: a.file, b: b.file }, names, maxComplaints)),
    ...(["a", "b"] as const).map((side) =>
      only[side].length === 0 ? "" : `Only in ${side.toUpperCase()}: ${only[side].map(plain).join(", ")}\n`,
    ),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function returnPart(
  one: ReturnComparison,
  files: { readonly a: string; readonly b: string },
  names: Names,
  maxComplaints: number,
): string {
  const { organisation, periods, changes, complaints, traced } = one;
  const name = plain(organisationInWords(organisation));
  const sides = `- A: ${plain(sideWords(files.a, periods.a))}\n- B: ${plain(sideWords(files.b, periods.b))}\n`;
  const notes = notesOn(one, names).map((note) => `- ${plain(note)}\n`);
  const references = (list: readonly string[]): string => plain(referencesInWords(list, REFERENCES));
  const figures = markdownTable(
    [
      { heading: "Site" },
      { heading: "Item" },
      { heading: "A", right: true },
      { heading: "B", right: true },
      { heading: "Change", right: true },
      { heading: "%", right: true },
      ...(traced ? [{ heading: "Came in" }, { heading: "Went out" }] : []),
    ],
    [
      ...changes.map((change) => [
        plain(siteWords(change.site, one)),
        plain(names.labels.get(change.item) ?? change.item),
        figureWords(change.a),
        figureWords(change.b),
        changeOf(change),
        percentOf(change),
        ...(traced ? [references(change.entered), references(change.left)] : []),
      ]),
      ...sumsShown(one, names).map((sum) => [
        ALL_SITES,
        plain(names.labels.get(sum.item) ?? sum.item),
        figureWords(sum.a),
        figureWords(sum.b),
        changeOf(sum),
        percentOf(sum),
        ...(traced ? ["", ""] : []),
      ]),
    ],
  );
  const shown = complaints.slice(0, maxComplaints);
  const moves = markdownTable(
    [{ heading: "Complaint" }, { heading: "What" }, { heading: "Where" }, { heading: "Why" }],
    shown.map((complaint) => [
      plain(complaint.reference),
      KINDS[complaint.kind],
      plain(whereWords(complaint)),
      reasonWords(complaint, names).map(plain).join("<br>"),
    ]),
  );
  const more = complaints.length - shown.length;
  return [
    `## ${name}\n\n${sides}`,
    ...(notes.length === 0 ? [] : [`### What to know first\n\n${notes.join("")}`]),
    ...(changes.length === 0 ? [] : [`### Figures\n\n${figures}`]),
    ...(complaints.length === 0 ? [] : [`### Complaints\n\n${moves}${more > 0 ? `\nand ${figure(more)} more\n` : ""}`]),
  ].join("\n");
}
