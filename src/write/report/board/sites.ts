import type { Board, BySite, PublicFigure } from "../../../domain/board.ts";
import { type Html, html } from "../html/escape.ts";
import { type Part, region } from "../html/parts.ts";
import { count } from "../text.ts";
import { shown, smallWords } from "./marks.ts";

/** Null where there is nothing to tell apart, or nothing that may be told. */
export function sitesPart({ bySite, overview, smallUpTo }: Board): Part | null {
  if (bySite === null) return null;
  const title = "New complaints by site";
  const others = html`<p>A site with ${smallWords(smallUpTo)} new complaints is not shown by itself: several are shown together.</p>
`;
  return { id: "sites", title, body: html`${bySite.others === null ? null : others}${table(bySite, overview.new, title)}` };
}

function table({ sites, others }: BySite, all: PublicFigure, caption: string): Html {
  const line = (name: Html, figure: PublicFigure, kind: Html | null = null): Html =>
    html`<tr${kind}><th scope="row">${name}</th><td class="n">${shown(figure)}</td></tr>
`;
  const body = html`<table class="figures"><caption class="hidden">${caption}</caption>
<thead><tr><th scope="col">Site</th><th scope="col" class="n">New</th></tr></thead>
<tbody>${sites.map((site) => line(html`${site.name}<small>${site.code}</small>`, site.new))}${
    others === null ? null : line(html`${count(others.sites, "other site")} together`, others.new)
  }${line(html`All sites`, all, html` class="total"`)}</tbody></table>`;
  return region(`Table: ${caption}`, body, sites.length > 20 ? "wide tall" : "");
}
