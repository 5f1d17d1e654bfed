import type { Board, Column } from "../../../domain/board.ts";
import type { Report, ReportContext } from "../../../domain/report.ts";
import { type Group, groupsOf } from "../groups.ts";
import { type Html, html } from "../html/escape.ts";
import type { Part } from "../html/parts.ts";
import { type Verdict, verdictOf } from "../verdict.ts";
import { COLUMN_NAMES } from "./columns.ts";
import { legend, shown } from "./marks.ts";

const MEANS: Readonly<Record<Verdict["state"], string>> = {
  "not-ready": "Some complaints or figures have still to be put right, so the figures below may change.",
  "to-confirm": "Nothing is wrong, but some figures are still being looked at, so they may change.",
  ready: "Every check was passed or answered.",
};

const KEY = ["broughtForward", "new", "resolved", "carriedForward"] as const satisfies readonly Column[];

/** The state of the return and its four figures. How much work is left is the officers' business, and would be a small number. */
export function statePanel({ summary }: Report, { overview, smallUpTo }: Board, open: Part | null): Html {
  const { state, headline } = verdictOf(summary);
  return html`<section class="verdict ${state}" aria-labelledby="verdict">
<div>
<h2 id="verdict">${headline}</h2>
<p>${MEANS[state]}${open === null ? null : html` <a href="#${open.id}">${open.title}</a>`}</p>
</div>
</section>
<dl class="key" aria-label="The return in four figures">
${KEY.map(
  (column) => html`<div><dt>${COLUMN_NAMES[column]}</dt><dd>${shown(overview[column])}</dd></div>
`,
)}</dl>
${KEY.some((column) => overview[column] === "masked") ? legend(smallUpTo) : null}`;
}

/** What is open, as rules and not as findings. */
export function openPart(report: Report, { catalogue }: ReportContext): Part | null {
  const { errors, warnings } = groupsOf(report, catalogue);
  if (errors.length + warnings.length === 0) return null;
  return {
    id: "open",
    title: "What is still open",
    body: html`${list("To put right before the return is submitted", errors)}${list("To confirm", warnings)}`,
  };
}

/**
 * Rules that judge figures by their size would say something of figures that are masked: they are one line together.
 */
function list(title: string, groups: readonly Group[]): Html | null {
  if (groups.length === 0) return null;
  const judged = groups.filter(({ entry }) => entry?.kind === "plausibility");
  const named = groups.filter((group) => !judged.includes(group));
  return html`<h3>${title}</h3>
<ul>
${named.map(
  (group) => html`<li>${group.title}</li>
`,
)}${
  judged.length > 0
    ? html`<li>Figures that look unusual or changed much</li>
`
    : null
}</ul>
`;
}
