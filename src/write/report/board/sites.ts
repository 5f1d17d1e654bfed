import type { Board, BySite, PublicFigure } from "../../../domain/board.ts";
import { type Html, html } from "../html/escape.ts";
import { type Part, region } from "../html/parts.ts";
import { count } from "../text.ts";
import { COLUMN_NAMES } from "./columns.ts";
import { shown, smallWords } from "./marks.ts";

/** Null where there is nothing to tell apart. */
export function sitesPart({ bySite, overview, smallUpTo }: Board, sites: number): Part | null {
  const title = "By site";
  if (sites < 2) return null;
  if (bySite === null)
    return {
      id: "sites",
      title,
      body: html`<p>The return is of ${count(sites, "site")}. None is shown by itself: some of its figures are ${smallWords(smallUpTo)}.</p>
`,
    };
  return { id: "sites", title, body: html`${others(bySite, smallUpTo)}${table(bySite, overview, title)}` };
}

function others({ columns, others: rest }: BySite, smallUpTo: number): Html | null {
  if (rest === null) return null;
  const why =
    columns.length === 1
      ? `Only new complaints are shown by site: other figures of the sites are ${smallWords(smallUpTo)}.`
      : `A site with a figure of ${smallWords(smallUpTo)} is not shown by itself but together with others.`;
  return html`<p>${why}</p>
`;
}

function table({ columns, sites, others: rest }: BySite, overview: Board["overview"], caption: string): Html {
  const line = (name: Html, figures: readonly PublicFigure[], kind: Html | null = null): Html =>
    html`<tr${kind}><th scope="row">${name}</th>${figures.map((value) => html`<td class="n">${shown(value)}</td>`)}</tr>
`;
  const head = columns.map((column) => html`<th scope="col" class="n">${twoLines(COLUMN_NAMES[column])}</th>`);
  const body = html`<table class="figures"><caption class="hidden">${caption}</caption>
<thead><tr><th scope="col">Site</th>${head}</tr></thead>
<tbody>${sites.map(({ code, name, figures }) => line(html`${name}<small>${code}</small>`, figures))}${
    rest === null ? null : line(html`${count(rest.sites, "other site")} together`, rest.figures)
  }${line(
    html`All sites`,
    columns.map((column) => overview[column]),
    html` class="total"`,
  )}</tbody></table>`;
  return region(`Table: ${caption}`, body, sites.length > 20 ? "wide tall" : "");
}

/** So that seven columns fit beside the names of sites. */
function twoLines(name: string): Html {
  const [first = "", ...rest] = name.split(" ");
  return rest.length === 0 ? html`${first}` : html`${first}<br>${rest.join(" ")}`;
}
