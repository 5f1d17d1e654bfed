import type { Board, Column, PublicFigure } from "../../../domain/board.ts";
import { type Html, html } from "../html/escape.ts";
import { type Part, region } from "../html/parts.ts";
import { figure, word } from "../text.ts";
import { COLUMN_NAMES } from "./columns.ts";
import { legend, shown } from "./marks.ts";

/** This period beside the last, where both may be shown. */
export function movementPart({ before, overview, smallUpTo }: Board): Part | null {
  if (before === null) return null;
  const title = "Compared with the period before";
  const columns = Object.keys(before.figures) as readonly Column[];
  const was = before.period === null ? "Before" : word(before.period);
  const table = html`<table><caption class="hidden">${title}</caption>
<thead><tr><th scope="col">Complaints</th><th scope="col" class="n">${was}</th><th scope="col" class="n">This period</th><th scope="col" class="n">Change</th></tr></thead>
<tbody>${columns.map((column) => line(COLUMN_NAMES[column], before.figures[column] ?? "masked", overview[column]))}</tbody></table>`;
  const masked = columns.some((column) => before.figures[column] === "masked" || overview[column] === "masked");
  return { id: "movement", title, body: html`${region(`Table: ${title}`, table)}${masked ? legend(smallUpTo) : null}` };
}

function line(name: string, was: PublicFigure, is: PublicFigure): Html {
  return html`<tr><th scope="row">${name}</th><td class="n">${shown(was)}</td><td class="n">${shown(is)}</td><td class="n">${
    was === "masked" || is === "masked" ? shown("masked") : change(was, is)
  }</td></tr>
`;
}

/** A change says nothing that the two figures do not. */
function change(was: number, is: number): string {
  if (was === is) return "no change";
  const sign = is > was ? "+" : "−";
  const share = was === 0 ? 0 : Math.round((Math.abs(is - was) / was) * 100);
  return `${sign}${figure(Math.abs(is - was))}${share === 0 ? "" : ` (${sign}${share}%)`}`;
}
