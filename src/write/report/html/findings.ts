import type { ReportedFinding } from "../../../domain/report.ts";
import type { Group } from "../groups.ts";
import { count, figure } from "../text.ts";
import { type Html, html, type Slot } from "./escape.ts";
import { code, region, sourceOf } from "./parts.ts";

/** A longer group opens at a click. */
const SHORT = 10;
/** The rest of a group is in report.json, so that a bad export cannot make a page that no browser opens. */
const MOST = 500;

interface Column {
  readonly title: string;
  readonly kind?: string;
  readonly cell: (finding: ReportedFinding) => Slot;
  readonly used: (finding: ReportedFinding) => boolean;
}

/** `numbered` where the groups are steps of work to be done in order. */
export function findingCards(groups: readonly Group[], look: "stop" | "check" | "note", numbered: boolean): Html {
  return html`${groups.map((group, at) => card(group, look, numbered ? `${at + 1}. ` : ""))}`;
}

function card({ rule, title, entry, findings, fix }: Group, look: string, number: string): Html {
  return html`<article class="card ${look}" aria-labelledby="rule-${rule}-${look}">
<h3 id="rule-${rule}-${look}">${number}${title} <span class="count">${figure(findings.length)}<span class="hidden"> found</span></span></h3>
${fix === null ? null : html`<p class="fix"><strong>What to do:</strong> ${fix}</p>`}
${places(title, findings, columns(look === "stop" ? "What is wrong" : "What was found", fix === null))}
<p class="quiet">${entry === null ? null : html`Why: ${entry.why} `}Rule ${code(rule)}${entry === null ? "." : html`, ${sourceOf(entry.source)}.`}</p>
</article>
`;
}

function places(title: string, findings: readonly ReportedFinding[], all: readonly Column[]): Html {
  const shown = findings.slice(0, MOST);
  const used = all.filter((column) => shown.some(column.used));
  const more = findings.length - shown.length;
  const list = html`${used.length === 1 ? messages(shown, used) : table(title, shown, used)}${
    more > 0 ? html`<p class="quiet">${figure(more)} more in report.json.</p>` : null
  }`;
  return findings.length > SHORT
    ? html`<details><summary>Show ${count(findings.length, "place")}</summary>${list}</details>`
    : list;
}

/** Findings that have no place. */
function messages(findings: readonly ReportedFinding[], [column]: readonly Column[]): Html {
  return html`<ul>${findings.map((finding) => html`<li>${column?.cell(finding) ?? null}</li>`)}</ul>`;
}

function table(title: string, findings: readonly ReportedFinding[], used: readonly Column[]): Html {
  return region(
    `${title}: places`,
    html`<table class="places"><caption class="hidden">${title}: places</caption>
<thead><tr>${used.map(({ title: heading, kind }) => html`<th scope="col" class="${kind ?? ""}">${heading}</th>`)}</tr></thead>
<tbody>${findings.map(
      (finding) => html`<tr>${used.map(({ kind, cell }) => html`<td class="${kind ?? ""}">${cell(finding)}</td>`)}</tr>
`,
    )}</tbody></table>`,
    findings.length > SHORT ? "tall" : "",
  );
}

function columns(saying: string, withFix: boolean): readonly Column[] {
  return [
    {
      title: "Reference",
      kind: "name",
      cell: ({ reference }) => reference,
      used: ({ reference }) => reference !== null,
    },
    {
      title: saying,
      kind: "text",
      cell: ({ message, fix }) => (withFix ? html`${message}<br><strong>What to do:</strong> ${fix}` : message),
      used: () => true,
    },
    { title: "File", cell: ({ source }) => source?.file ?? null, used: ({ source }) => source !== null },
    { title: "Sheet", cell: ({ source }) => source?.sheet ?? null, used: ({ source }) => source?.sheet !== undefined },
    { title: "Row", kind: "n", cell: ({ source }) => source?.row ?? null, used: ({ source }) => source !== null },
    {
      title: "Column",
      kind: "name",
      cell: ({ source }) => source?.column ?? null,
      used: ({ source }) => source != null && source.column !== null,
    },
    { title: "Site", cell: ({ site }) => site, used: ({ site }) => site !== null },
  ];
}
