import type { RuleSource } from "../../../domain/rule.ts";
import { day, figure } from "../text.ts";
import { type Html, html, type Slot } from "./escape.ts";

/** A part of the page with its place in the contents. */
export interface Part {
  readonly id: string;
  readonly title: string;
  /** Shown beside the title in the contents. */
  readonly number?: number;
  readonly body: Html;
}

export function section({ id, title, body }: Part): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}
</section>
`;
}

/** A table or picture that scrolls inside its own frame, which can be reached and moved with the keyboard. Labels are unlike the titles of parts. */
export function region(label: string, table: Html, kind: "" | "tall" | "wide tall" = ""): Html {
  return html`<div class="scroll ${kind}" role="region" aria-label="${label}" tabindex="0">${table}</div>
`;
}

export function sourceOf({ document, heading, edited }: RuleSource): Html {
  if (document === "none") return html`No source: ${heading}`;
  return html`${document}, <cite>${heading}</cite> (${edited === "not known" ? "date not known" : day(edited)})`;
}

export function code(text: string): Html {
  return html`<code>${text}</code>`;
}

/** A piece of a whole as a bar, as long as its figure; `from` and `size` on the scale of `whole`. */
export function bar(from: number, size: number, whole: number, colour: string): Html {
  const scale = (value: number): number => (whole > 0 ? Math.round((Math.max(0, value) / whole) * 100_000) / 100 : 0);
  return html`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="rail" width="1000" height="10"/><rect class="${colour}" x="${scale(from)}" width="${scale(size)}" height="10"/></svg>`;
}

export interface Step {
  readonly name: Slot;
  readonly note: Slot;
  readonly from: number;
  readonly size: number;
  readonly colour: string;
  /** The whole of the others. */
  readonly total?: true;
  /** A piece of the line above it. */
  readonly under?: true;
  /** What the figure has behind it. */
  readonly mark?: Html | null;
}

/** Figures that add up, one under the other, each with its bar where the one before ended. */
export function steps(caption: string, unit: string, lines: readonly Step[]): Html {
  const whole = Math.max(1, ...lines.map(({ from, size }) => from + size));
  return html`<table class="steps"><caption>${caption}</caption>
<thead><tr><th scope="col">What</th><th scope="col" class="n">${unit}</th><td></td></tr></thead>
<tbody>${lines.map(
    ({ name, note, from, size, colour, total, under, mark }) =>
      html`<tr class="${total === true ? "total" : under === true ? "under" : ""}"><th scope="row">${name}${note === null ? null : html`<small>${note}</small>`}</th><td class="n"${size === 0 ? null : (mark ?? null)}>${figure(size)}</td><td class="picture">${bar(from, size, whole, colour)}</td></tr>
`,
  )}</tbody></table>
`;
}
