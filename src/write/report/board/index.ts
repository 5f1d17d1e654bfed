import type { Board } from "../../../domain/board.ts";
import type { Report, ReportContext } from "../../../domain/report.ts";
import { documentOf } from "../html/document.ts";
import { html } from "../html/escape.ts";
import { pageOf } from "../html/page.ts";
import type { Part } from "../html/parts.ts";
import { day } from "../text.ts";
import { choicesPart, KO41A, maskingPart, provenancePart } from "./about.ts";
import { bars, hasMasked, listBars } from "./bars.ts";
import { COLUMN_NAMES } from "./columns.ts";
import { legend } from "./marks.ts";
import { movementPart } from "./movement.ts";
import { sitesPart } from "./sites.ts";
import { statePanel } from "./state.ts";

/** `board.html`: the return for a trust's board. Figures come from `board` alone, which says which may be public. */
export function boardHtml(board: Board, report: Report, context: ReportContext): string {
  const { organisation, period, provenance } = context.return;
  const name = `${organisation.name} (${organisation.code})`;
  const parts: readonly (Part | null)[] = [
    { id: "about", title: "What this is", body: html`<p>${KO41A}</p>` },
    outcomesPart(board),
    sitesPart(board),
    movementPart(board),
    listsPart(board),
    leftOutPart(board),
    choicesPart(context),
    maskingPart(board),
    provenancePart(context),
  ];
  return documentOf({
    title: `KO41a ${period.label} for the board: ${name}`,
    kind: "Written complaints: KO41a return, for the board",
    heading: name,
    under: `${period.label}, ${day(period.start)} to ${day(period.end)}`,
    skip: "Skip to the figures",
    body: html`${statePanel(report, board, context)}${pageOf(parts.filter((part) => part !== null))}`,
    data: null,
    footer: `Made by ${provenance.engine}. No complaint is named${board.smallUpTo > 0 ? ", and small numbers are not shown" : ""}.`,
  }).markup;
}

function outcomesPart({ overview, smallUpTo }: Board): Part {
  const outcomes = (["upheld", "partiallyUpheld", "notUpheld"] as const).map((column) => ({
    name: COLUMN_NAMES[column],
    figure: overview[column],
  }));
  return {
    id: "outcomes",
    title: "How complaints ended",
    body: html`${bars("Complaints resolved in the period", "Complaints", outcomes, "green")}${
      outcomes.some(({ figure }) => figure === "masked") ? legend(smallUpTo) : null
    }`,
  };
}

function listsPart({ lists, smallUpTo }: Board): Part {
  return {
    id: "lists",
    title: "Who complained, and about what",
    body: html`<p>New complaints, all sites together. A complaint may be about several services, subjects and professions, so these may add up to more than the complaints. Clinical treatment is a subject of its own: it is shown by clinical group, among the other subjects.</p>
${lists.map((list) => listBars(list, "Complaints", "blue"))}${lists.some(hasMasked) ? legend(smallUpTo) : null}`,
  };
}

function leftOutPart({ leftOut, smallUpTo }: Board): Part {
  return {
    id: "left-out",
    title: "Left out of the return",
    body: html`<p>Some records are no complaints of this organisation in this period. The rules of the return leave them out.</p>
${leftOut.total === 0 ? html`<p>None was left out.</p>` : html`${listBars(leftOut, "Records", "grey")}${hasMasked(leftOut) ? legend(smallUpTo) : null}`}`,
  };
}
