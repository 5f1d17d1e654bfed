import type { Comparison, ComplaintChange, FigureChange, ReturnComparison } from "../../domain/comparison.ts";
import { timesInWords } from "../cite.ts";
import { documentOf } from "../report/html/document.ts";
import { type Html, html } from "../report/html/escape.ts";
import { pageOf } from "../report/html/page.ts";
import { type Part, region } from "../report/html/parts.ts";
import { listed } from "../report/text.ts";
import { changeOf, figureWords, percentOf } from "./figures.ts";
import type { Names } from "./names.ts";
import { reasonWords } from "./reasons.ts";
import { ALL_SITES, KINDS, notesOn, sideWords, siteWords, summaryOf, sumsShown, whereWords } from "./words.ts";

/** References beside a figure before they are folded up. */
const REFERENCES = 8;

/** Two returns as one page that opens from disk. */
export function diffHtml(compared: Comparison, names: Names): string {
  const { a, b, returns, only } = compared;
  const several = returns.length > 1;
  const parts = returns.flatMap((one, at) => partsOf(one, several ? `${one.organisation.code}: ` : "", `-${at}`, names));
  const lone: Part = {
    id: "only",
    title: "Returns in one file only",
    number: only.a.length + only.b.length,
    body: html`<p>In A: ${listed(only.a, Number.POSITIVE_INFINITY) || "none"}.</p><p>In B: ${listed(only.b, Number.POSITIVE_INFINITY) || "none"}.</p>`,
  };
  const [first] = returns;
  const { code = "", name = "" } = first?.organisation ?? {};
  return documentOf({
    title: `KO41a: what changed, ${several ? `${returns.length} organisations` : name}`,
    kind: "KO41a: what changed between two returns",
    heading: several ? `${returns.length} organisations` : name === code ? code : `${name} (${code})`,
    under: `A is ${sideWords(a.file, several ? null : (first?.periods.a ?? null))}. B is ${sideWords(b.file, several ? null : (first?.periods.b ?? null))}.`,
    skip: "Skip to the changes",
    body: html`<p>${summaryOf(compared)}</p>${pageOf(only.a.length + only.b.length > 0 ? [...parts, lone] : parts)}`,
    data: null,
    footer: "Complaints are named by reference only: no names, no birth dates, no free text.",
  }).markup;
}

function partsOf(one: ReturnComparison, prefix: string, suffix: string, names: Names): readonly Part[] {
  const { changes, complaints } = one;
  const notes = notesOn(one, names);
  const made: Part = {
    id: `made${suffix}`,
    title: `${prefix}What to know first`,
    body: html`<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>`,
  };
  const figures: Part = {
    id: `figures${suffix}`,
    title: `${prefix}Figures`,
    number: changes.length,
    body: changes.length === 0 ? html`<p>Every figure is the same.</p>` : figureTable(one, names),
  };
  const moves: Part = {
    id: `complaints${suffix}`,
    title: `${prefix}Complaints`,
    number: complaints.length,
    body: complaints.length === 0 ? html`<p>Every complaint counts in the same figures.</p>` : complaintTable(complaints, names),
  };
  return [...(notes.length === 0 ? [] : [made]), figures, ...(one.traced ? [moves] : [])];
}

function figureTable(compared: ReturnComparison, names: Names): Html {
  const { changes, traced } = compared;
  const named = (change: FigureChange): Html | null =>
    compared.level === "organisation" || change.siteName === change.site ? null : html`<small>${change.siteName}</small>`;
  const row = (change: FigureChange): Html =>
    html`<tr><th scope="row">${siteWords(change.site, compared)}${named(change)}</th><td>${names.labels.get(change.item) ?? change.item}</td><td class="n">${figureWords(change.a)}</td><td class="n">${figureWords(change.b)}</td><td class="n">${changeOf(change)}</td><td class="n">${percentOf(change)}</td>${traced ? html`<td>${references(change.entered)}</td><td>${references(change.left)}</td>` : null}</tr>
`;
  return region(
    "Figures that differ",
    html`<table><caption class="hidden">Figures that differ</caption>
<thead><tr><th scope="col">Site</th><th scope="col">Item</th><th scope="col" class="n">A</th><th scope="col" class="n">B</th><th scope="col" class="n">Change</th><th scope="col" class="n">%</th>${traced ? html`<th scope="col">Came in</th><th scope="col">Went out</th>` : null}</tr></thead>
<tbody>${changes.map(row)}${sumsShown(compared, names).map(
      (sum) =>
        html`<tr class="total"><th scope="row">${ALL_SITES}</th><td>${names.labels.get(sum.item) ?? sum.item}</td><td class="n">${figureWords(sum.a)}</td><td class="n">${figureWords(sum.b)}</td><td class="n">${changeOf(sum)}</td><td class="n">${percentOf(sum)}</td>${traced ? html`<td></td><td></td>` : null}</tr>
`,
    )}</tbody></table>`,
  );
}

/** None is broken over two lines; many are folded up. */
function references(list: readonly string[]): Html {
  const words = timesInWords(list).map((one, at) => html`${at === 0 ? "" : ", "}<span class="name">${one}</span>`);
  if (words.length <= REFERENCES) return html`${words}`;
  return html`<details><summary>${words.length} complaints</summary>${words}</details>`;
}

function complaintTable(complaints: readonly ComplaintChange[], names: Names): Html {
  const row = (change: ComplaintChange): Html =>
    html`<tr><th scope="row" class="name">${change.reference}</th><td>${KINDS[change.kind]}</td><td>${whereWords(change)}</td><td class="text">${reasonWords(change, names).map((reason, at) => html`${at === 0 ? null : html`<br>`}${reason}`)}</td></tr>
`;
  return region(
    "Complaints that count differently",
    html`<table><caption class="hidden">Complaints that count differently</caption>
<thead><tr><th scope="col">Complaint</th><th scope="col">What</th><th scope="col">Where</th><th scope="col">Why</th></tr></thead>
<tbody>${complaints.map(row)}</tbody></table>`,
  );
}
