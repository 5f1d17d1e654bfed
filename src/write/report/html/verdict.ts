import { ITEM, type ItemId } from "../../../domain/item.ts";
import type { Report, ReportContext } from "../../../domain/report.ts";
import { sumOf } from "../sums.ts";
import { count, figure } from "../text.ts";
import { type Verdict, verdictOf } from "../verdict.ts";
import { type Html, html } from "./escape.ts";
import { marksOf } from "./figure-mark.ts";

const SIGNS: Readonly<Record<Verdict["state"], Html>> = {
  "not-ready": html`<path d="M14 14 34 34 M34 14 14 34"/>`,
  "to-confirm": html`<path d="M24 12v15 M24 34v1"/>`,
  ready: html`<path d="M13 25 21 33 36 16"/>`,
};

const NEXT: Readonly<Record<Verdict["state"], string>> = {
  "not-ready":
    "Work down the list below. Put things right in your system or in the export, then run the same command with --force at its end: this page is made again.",
  "to-confirm":
    "Nothing has to be put right. Look at each point below: put it right, or accept it with a reason under “accepted” in ko41a.yaml, and run the same command with --force at its end.",
  ready: "Every check that was run was passed or answered. Compare the figures below with what you expect before you submit.",
};

export function verdictPanel(report: Report, { return: made, items }: ReportContext): Html {
  const marks = marksOf(items);
  const { state, headline, work } = verdictOf(report.summary);
  const { errors, warnings, accepted } = report.summary;
  const key = (name: string, item: ItemId): Html => {
    const sum = sumOf(made.rows, item);
    return html`<div><dt>${name}</dt><dd${marks.figure(null, item, sum)}>${figure(sum)}</dd></div>
`;
  };
  return html`<section class="verdict ${state}" aria-labelledby="verdict">
<svg class="sign" viewBox="0 0 48 48" aria-hidden="true" focusable="false"><circle cx="24" cy="24" r="22"/>${SIGNS[state]}</svg>
<div>
<h2 id="verdict">${headline}${work === "" ? null : html`<span>: ${work}</span>`}</h2>
<p>${NEXT[state]}</p>
<ul class="work">
<li><a href="#put-right"><b>${figure(errors)}</b> to put right</a></li>
<li><a href="#confirm"><b>${figure(warnings)}</b> to confirm</a></li>
${accepted > 0 ? html`<li><a href="#accepted"><b>${figure(accepted)}</b> accepted</a></li>` : null}
</ul>
</div>
</section>
<dl class="key" aria-label="The return in four figures">
${key("Brought forward", ITEM.broughtForward)}${key("New", ITEM.new)}${key("Resolved", ITEM.resolved)}${key("Carried forward", ITEM.carriedForward)}</dl>
<p class="quiet">From ${count(report.balance.rows, "row")} of the export, over ${count(made.rows.length, "site row")} of the return.</p>
`;
}
