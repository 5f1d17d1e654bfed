import type { PageFinding } from "../../../domain/page-data.ts";
import type { ReportedFinding } from "../../../domain/report.ts";
import type { Group } from "../groups.ts";
import { count, figure } from "../text.ts";
import { type Html, html, type Slot } from "./escape.ts";
import { code, region, sourceOf } from "./parts.ts";

/** A longer group opens at a click. */
const SHORT = 10;
/** The script shows the rest of a group when asked, so that a bad export does not make a page that is slow to open. */
const MOST = 100;

type Look = "stop" | "check" | "note" | "accepted";

const WORK: Readonly<Record<Look, string>> = {
  stop: "to put right",
  check: "to confirm",
  note: "good to know",
  accepted: "accepted",
};

interface Column {
  readonly title: string;
  readonly kind?: string;
  readonly holds?: "reference";
  readonly cell: (finding: ReportedFinding) => Slot;
  /** The cell as the script is given it. */
  readonly text: (finding: ReportedFinding) => string;
  readonly used: (finding: ReportedFinding) => boolean;
}

/** `numbered` where the groups are steps of work to be done in order. */
export function findingCards(groups: readonly Group[], look: Look, numbered: boolean): Html {
  return html`${groups.map((group, at) => card(group, look, numbered ? `${at + 1}. ` : ""))}`;
}

/** The findings that the cards do not show at first, by the id of the card. */
export function findingsLeft(groups: readonly Group[], look: Look): readonly (readonly [string, readonly PageFinding[]])[] {
  return groups
    .filter(({ findings }) => findings.length > MOST)
    .map(({ rule, findings, fix }) => {
      const used = usedColumns(findings, columns(look, fix === null));
      const rows = findings
        .slice(MOST)
        .map((finding): PageFinding => [finding.site ?? "", ...used.map((column) => column.text(finding))]);
      return [cardId(rule, look), rows];
    });
}

function cardId(rule: string, look: Look): string {
  return `card-${rule}-${look}`;
}

function card({ rule, title, entry, findings, fix }: Group, look: Look, number: string): Html {
  const id = cardId(rule, look);
  return html`<article class="card ${look}" id="${id}" data-rule="${rule}" aria-labelledby="${id}-title">
<h3 id="${id}-title">${number}<span class="title">${title}</span> <span class="count">${figure(findings.length)}<span class="hidden"> found</span></span></h3>
${fix === null ? null : html`<p class="fix"><strong>${todoOf(look)}:</strong> ${fix}</p>`}
${places(`${title}, ${WORK[look]}`, findings, columns(look, fix === null))}
<p class="quiet">${entry === null ? null : html`Why: ${entry.why} `}Rule ${code(rule)}${entry === null ? "." : html`, ${sourceOf(entry.source)}.`}</p>
</article>
`;
}

/** What is accepted asks for nothing, unless it is not so. */
function todoOf(look: Look): string {
  return look === "accepted" ? "Otherwise" : "What to do";
}

function usedColumns(findings: readonly ReportedFinding[], all: readonly Column[]): readonly Column[] {
  return all.filter((column) => findings.some(column.used));
}

function places(title: string, findings: readonly ReportedFinding[], all: readonly Column[]): Html {
  const shown = findings.slice(0, MOST);
  const used = usedColumns(findings, all);
  const more = findings.length - shown.length;
  const list = html`${used.length === 1 && more === 0 ? messages(shown, used) : table(title, shown, used)}${
    more > 0 ? html`<p class="rest quiet"><span>${figure(more)} more in findings.xlsx and report.json.</span></p>` : null
  }`;
  return findings.length > SHORT
    ? html`<details><summary>Show ${count(findings.length, "place")}</summary>${list}</details>`
    : list;
}

/** Findings that have no place. */
function messages(findings: readonly ReportedFinding[], [column]: readonly Column[]): Html {
  return html`<ul>${findings.map((finding) => html`<li class="text">${column?.cell(finding) ?? null}</li>`)}</ul>`;
}

function table(title: string, findings: readonly ReportedFinding[], used: readonly Column[]): Html {
  const head = used.map(
    ({ title: heading, kind, holds }) =>
      html`<th scope="col" class="${kind ?? ""}"${holds === undefined ? null : html` data-holds="${holds}"`}>${heading}</th>`,
  );
  const row = (finding: ReportedFinding): Html =>
    html`<tr data-site="${finding.site ?? ""}">${used.map(
      ({ title, kind, holds, cell }) =>
        html`<td class="${kind ?? ""}" data-label="${title}"${holds === "reference" ? html` data-complaint=""` : null}>${cell(finding)}</td>`,
    )}</tr>
`;
  return region(
    `${title}: places`,
    html`<table class="places"><caption class="hidden">${title}: places</caption>
<thead><tr>${head}</tr></thead>
<tbody>${findings.map(row)}</tbody></table>`,
    findings.length > SHORT ? "tall" : "",
  );
}

function columns(look: Look, withFix: boolean): readonly Column[] {
  const todo = todoOf(look);
  const plain = (title: string, of: (finding: ReportedFinding) => string | number | null | undefined): Omit<Column, "kind"> => ({
    title,
    cell: (finding) => of(finding) ?? null,
    text: (finding) => String(of(finding) ?? ""),
    used: (finding) => of(finding) != null,
  });
  return [
    { ...plain("Reference", ({ reference }) => reference), kind: "name", holds: "reference" },
    {
      title: look === "stop" ? "What is wrong" : "What was found",
      kind: "text",
      cell: ({ message, fix }) => (withFix ? html`${message}<br><strong>${todo}:</strong> ${fix}` : message),
      text: ({ message, fix }) => (withFix ? `${message} ${todo}: ${fix}` : message),
      used: () => true,
    },
    { ...plain("Reason", ({ accepted }) => accepted?.reason), kind: "reason" },
    plain("Accepted by", ({ accepted }) => accepted?.by),
    plain("File", ({ source }) => source?.file),
    plain("Sheet", ({ source }) => source?.sheet),
    { ...plain("Row", ({ source }) => source?.row), kind: "n" },
    { ...plain("Column", ({ source }) => source?.column), kind: "name" },
    plain("Site", ({ site }) => site),
  ];
}
