import type { PageData } from "../../../domain/page-data.ts";
import type { Report, ReportContext } from "../../../domain/report.ts";
import { day, figure } from "../text.ts";
import { verdictOf } from "../verdict.ts";
import { documentOf } from "./document.ts";
import { type Html, html } from "./escape.ts";
import { type Part, section } from "./parts.ts";
import { verdictPanel } from "./verdict.ts";

export function page(report: Report, context: ReportContext, parts: readonly Part[], data: PageData): Html {
  const { organisation, period, provenance } = context.return;
  const name = `${organisation.name} (${organisation.code})`;
  return documentOf({
    title: `${verdictOf(report.summary).headline}: KO41a ${period.label}, ${name}`,
    kind: "KO41a validation report",
    heading: name,
    under: `${period.label}, ${day(period.start)} to ${day(period.end)}`,
    skip: "Skip to the report",
    body: html`${verdictPanel(report, context)}${pageOf(parts)}`,
    data,
    footer: `Made by ${provenance.engine}. Complaints are named by reference only: no names, no birth dates, no free text.`,
  });
}

/** The parts of a page with their contents beside them. */
export function pageOf(parts: readonly Part[]): Html {
  return html`<div class="page">
${contents(parts)}<div class="parts">
${parts.map(section)}</div>
</div>
`;
}

function contents(parts: readonly Part[]): Html {
  return html`<nav aria-label="Contents"><ul>
${parts.map(
  ({
    id,
    title,
    number,
  }) => html`<li><a href="#${id}">${title}</a>${number === undefined ? null : html` <span class="count">${figure(number)}</span>`}</li>
`,
)}</ul></nav>
`;
}
