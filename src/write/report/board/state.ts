import type { Board, Column } from "../../../domain/board.ts";
import type { Report, ReportContext } from "../../../domain/report.ts";
import { groupsOf, sizeOf } from "../groups.ts";
import { type Html, html } from "../html/escape.ts";
import { type Verdict, verdictOf } from "../verdict.ts";
import { COLUMN_NAMES } from "./columns.ts";
import { legend, shown } from "./marks.ts";

const MEANS: Readonly<Record<Verdict["state"], string>> = {
  "not-ready": "Some records have still to be put right, so the figures below may change.",
  "to-confirm": "Nothing is wrong, but some records are still being looked at, so the figures may change.",
  ready: "Every check of the records was passed or answered. Whether figures look unusual is not said on this page.",
};

const KEY = ["broughtForward", "new", "resolved", "carriedForward"] as const satisfies readonly Column[];

/** The state of the return and its four figures. */
export function statePanel(report: Report, { overview, smallUpTo }: Board, context: ReportContext): Html {
  const { state, headline } = verdictOf(summaryOf(report, context));
  return html`<section class="verdict ${state}" aria-labelledby="verdict">
<div>
<h2 id="verdict">${headline}</h2>
<p>${MEANS[state]}</p>
</div>
</section>
<dl class="key" aria-label="The return in four figures">
${KEY.map(
  (column) => html`<div><dt>${COLUMN_NAMES[column]}</dt><dd>${shown(overview[column])}</dd></div>
`,
)}</dl>
${KEY.some((column) => overview[column] === "masked") ? legend(smallUpTo) : null}`;
}

/**
 * Checks that judge figures by their size would tell of figures that are masked. Nor is any rule named that is open: it has found
 * one complaint at least, which may be one that is counted here.
 */
function summaryOf(report: Report, { catalogue }: ReportContext): Report["summary"] {
  const findings = report.findings.filter(({ rule }) => catalogue.get(rule)?.kind !== "plausibility");
  const { errors, warnings } = groupsOf({ ...report, findings }, catalogue);
  return { errors: sizeOf(errors), warnings: sizeOf(warnings), accepted: 0 };
}
