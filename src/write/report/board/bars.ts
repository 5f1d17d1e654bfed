import type { PublicFigure, PublicList } from "../../../domain/board.ts";
import { type Html, html } from "../html/escape.ts";
import { bar, region } from "../html/parts.ts";
import { count, figure } from "../text.ts";
import { shown } from "./marks.ts";

interface Line {
  readonly name: string;
  readonly figure: PublicFigure;
}

/** One bar a line, as long as its figure beside the largest. */
export function bars(caption: string, unit: string, lines: readonly Line[], colour: string): Html {
  const most = Math.max(0, ...lines.map(({ figure: value }) => (value === "masked" ? 0 : value)));
  const table = html`<table class="steps"><caption>${caption}</caption>
<thead><tr><th scope="col">What</th><th scope="col" class="n">${unit}</th><td></td></tr></thead>
<tbody>${lines.map(
    ({ name, figure: value }) =>
      html`<tr><th scope="row">${name}</th><td class="n">${shown(value)}</td><td class="picture">${
        value === "masked" ? null : bar(0, value, most, colour)
      }</td></tr>
`,
  )}</tbody></table>`;
  return region(`Table: ${caption}`, table);
}

/** A list with what may be shown, then what is known of the rest. */
export function listBars({ title, order, total, members }: PublicList, unit: string, colour: string): Html {
  if (total === "masked")
    return html`<p><strong>${title}</strong>: ${shown(total)}</p>
`;
  const caption = `${title}: ${figure(total)} in all`;
  const lines = members
    .flatMap(({ name, figure: value }) => (value === "masked" || value === 0 ? [] : [{ name, figure: value }]))
    .toSorted((a, b) => (order === "largest first" ? b.figure - a.figure : 0));
  const together = total - lines.reduce((sum, line) => sum + line.figure, 0);
  const masked = members.filter((member) => member.figure === "masked");
  // Where those that are not shown have nothing together, each of them has nothing, and may be said so.
  const none = members.filter(({ figure: value }) => value === 0 || (value === "masked" && together === 0));
  const more = lines.length === 0 ? "" : "more ";
  const others = count(masked.length, `${more}category`, `${more}categories`);
  return html`${lines.length === 0 ? html`<h3>${caption}</h3>` : bars(caption, unit, lines, colour)}${
    together > 0 ? html`<p>${shown("masked")} ${others}, together ${figure(together)}: ${names(masked)}.</p>` : null
  }${none.length > 0 ? html`<p>None: ${names(none)}.</p>` : null}
`;
}

/** Names hold commas of their own. */
function names(members: PublicList["members"]): string {
  return members.map(({ name }) => name).join("; ");
}

/** Something of the list is marked as not shown. */
export function hasMasked({ total, members }: PublicList): boolean {
  if (total === "masked") return true;
  const shownSum = members.reduce((sum, { figure: value }) => sum + (value === "masked" ? 0 : value), 0);
  return shownSum < total;
}
