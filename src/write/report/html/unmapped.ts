import type { Report, ReportContext, UnmappedWords } from "../../../domain/report.ts";
import { itemLabels, labelOf } from "../labels.ts";
import { clean, count, day, figure, quote } from "../text.ts";
import { html } from "./escape.ts";
import { type Part, region } from "./parts.ts";

export function unmappedPart({ unmapped }: Report, { return: { organisation, period }, items }: ReportContext): Part {
  const title = "Local categories that fit nowhere";
  const labels = itemLabels(items);
  const table = html`<table><caption class="hidden">${title}</caption>
<thead><tr><th scope="col">Column</th><th scope="col">Local category</th><th scope="col" class="n">Complaints</th><th scope="col">Counted as</th></tr></thead>
<tbody>${unmapped.map(
    ({
      column,
      words,
      complaints,
      countedAs,
    }) => html`<tr><td>${clean(column)}</td><td class="text">${words}</td><td class="n">${figure(
      complaints,
    )}</td><td class="text">${labelOf(labels, countedAs)}</td></tr>
`,
  )}</tbody></table>`;
  const line = ({ column, words, complaints, countedAs }: UnmappedWords): string =>
    `- ${clean(column)}: ${quote(words)}, ${count(complaints, "complaint")}, counted as ${labelOf(labels, countedAs)}`;
  const letter = [
    `Subject: KO41a ${period.label}, ${organisation.code}: categories that do not fit`,
    "",
    `In the KO41a return of ${organisation.name} (${organisation.code}) for ${day(period.start)} to ${day(period.end)}`,
    "these local categories did not fit any of the categories provided and were counted as Other:",
    "",
    ...unmapped.map(line),
  ].join("\n");
  return {
    id: "unmapped",
    title,
    number: unmapped.length,
    body:
      unmapped.length === 0
        ? html`<p>Every category in the export has its place in KO41a.</p>`
        : html`<p>These counted as Other. If one belongs to a KO41a category, name it under <kbd>values</kbd> in ko41a.yaml and run again.
If it does not, NHS England asks to be told. The text below is ready to send; it names no complaint. The words are your own: see that none of them names a person.</p>
${region(`Table: ${title}`, table)}
<details><summary>Text to send to NHS England</summary>
<pre tabindex="0" aria-label="Text to send to NHS England">${letter}</pre></details>`,
  };
}
