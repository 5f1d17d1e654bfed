import type { Board } from "../../../domain/board.ts";
import type { ReportContext } from "../../../domain/report.ts";
import { html } from "../html/escape.ts";
import type { Part } from "../html/parts.ts";
import { choiceInWords } from "../html/policies.ts";
import { smallWords } from "./marks.ts";

export const KO41A =
  "KO41a is the return in which NHS organisations in England tell NHS England how many written complaints about hospital and community health services they received, what they were about, and how they ended.";

export function choicesPart({ return: { policies }, policyChoices }: ReportContext): Part {
  return {
    id: "choices",
    title: "Choices made",
    body: html`<p>NHS England’s guidance leaves some things open. This return was made with these choices:</p>
<dl class="facts">
${policyChoices.map(({ name }) => {
  const { title, chosen } = choiceInWords(name, policies[name]);
  return html`<div><dt>${title}</dt><dd>${chosen}</dd></div>
`;
})}</dl>
`,
  };
}

export function maskingPart({ smallUpTo }: Board): Part {
  const title = "Small numbers";
  if (smallUpTo === 0)
    return {
      id: "masking",
      title,
      body: html`<p>Every figure is shown on this page, however small, as your organisation chose.</p>`,
    };
  const small = smallWords(smallUpTo);
  return {
    id: "masking",
    title,
    body: html`<p>A figure that counts few people can reveal who they are. So a figure of ${small} is not shown by itself.
Where a total would give it away, the next larger figure of the same list is left out too, until what is not shown adds up to more than ${smallUpTo}, in two categories or more.
Where few complaints are new, or few can have been resolved, nothing is shown that follows from them.</p>
<p>It is no guarantee. Who knows of a complaint from elsewhere, or has an earlier version of this page, may know more.
Pages of periods that overlap can be compared: a year less three of its quarters is the fourth. So the year is made public or its quarters, not both.
NHS England publishes the return itself, with every figure.</p>
`,
  };
}

export function provenancePart({ return: { provenance } }: ReportContext): Part {
  const { engine, edition, generatedAt } = provenance;
  const made = html`<p>Made at ${generatedAt ?? ""}.</p>
`;
  return {
    id: "provenance",
    title: "Where the figures come from",
    body: html`<p>From the organisation’s complaints records, counted by ${engine} with the rules of ${edition} for the return that is submitted to NHS England. The complaints behind each figure are held by the complaints team and are not on this page.</p>
${generatedAt === undefined ? null : made}`,
  };
}
