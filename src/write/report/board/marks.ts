import type { PublicFigure } from "../../../domain/board.ts";
import { type Html, html } from "../html/escape.ts";
import { figure } from "../text.ts";

export function shown(value: PublicFigure): Html {
  return value === "masked"
    ? html`<span aria-hidden="true">*</span><span class="hidden">not shown</span>`
    : html`${value === 0 ? "none" : figure(value)}`;
}

/** What the star means; nothing where nothing is masked. */
export function legend(smallUpTo: number): Html | null {
  if (smallUpTo === 0) return null;
  return html`<p class="quiet">* not shown: ${smallWords(smallUpTo)}, or left out so that such a figure cannot be worked out.</p>
`;
}

/** "0 to 5": none is masked like any small figure. */
export function smallWords(smallUpTo: number): string {
  return `0 to ${smallUpTo}`;
}
