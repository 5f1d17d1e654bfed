import type { Board, Column } from "../../../domain/board.ts";
import { type Html, html } from "../html/escape.ts";
import { type Part, region } from "../html/parts.ts";
import { figure, word } from "../text.ts";
import { COLUMN_NAMES } from "./columns.ts";
import { shown } from "./marks.ts";

/** This period beside an earlier one, where both may be shown. */
export function movementPart({ before, overview }: Board): Part | null {
  if (before === null) return null;
  const title = `Compared with ${before.period === null ? "the period before" : word(before.period)}`;
  const columns = Object.keys(before.figures) as readonly Column[];
  const was = before.period === null ? "Before" : word(before.period);
  const table = html`<table><caption class="hidden">${title}</caption>
<thead><tr><th scope="col">Complaints</th><th scope="col" class="n">${was}</th><th scope="col" class="n">This period</th><th scope="col" class="n">Change</th></tr></thead>
<tbody>${columns.map((column) => line(COLUMN_NAMES[column], before.figures[column] ?? 0, Number(overview[column])))}</tbody></table>`;
  return { id: "movement", title, body: region(`Table: ${title}`, table) };
}

function line(name: string, was: number, is: number): Html {
  return html`<tr><th scope="row">${name}</th><td class="n">${shown(was)}</td><td class="n">${shown(is)}</td><td class="n">${change(was, is)}</td></tr>
`;
}

/** A change says nothing that the two figures do not. */
function change(was: number, is: number): string {
  if (was === is) return "no change";
  const sign = is > was ? "+" : "−";
  const share = was === 0 ? 0 : Math.round((Math.abs(is - was) / was) * 100);
  return `${sign}${figure(Math.abs(is - was))}${share === 0 ? "" : ` (${sign}${share}%)`}`;
}
