import type { FillProof } from "../../../domain/proforma.ts";
import { proofWords } from "../proof.ts";
import { count, figure } from "../text.ts";
import { html, type Slot } from "./escape.ts";
import { code, type Part } from "./parts.ts";

/** What filling the trust's own proforma changed, and that nothing else did. */
export function proofPart(proof: FillProof): Part {
  const { sheet, partsUnchanged, partsChanged, recalculatesOnLoad, recalculated } = proof;
  const facts: readonly (readonly [string, Slot])[] = [
    ["Sheet of the figures", sheet],
    ["Cells filled", figure(proof.filled)],
    ["Results of formulas that follow from them", figure(recalculated)],
    ["Other changes", figure(proof.otherChanges)],
    ["Parts of the file that are the same, byte for byte", figure(partsUnchanged)],
    ["Parts that hold the changes", partsChanged.map((part, index) => html`${index > 0 ? ", " : null}${code(part)}`)],
  ];
  return {
    id: "proforma",
    title: "Your proforma, before and after",
    body: html`<p>${proofWords(proof)}. The filled workbook was compared with the one you gave, part by part and cell by cell: formats, formulas, drop-downs, protection and everything else are as they were.</p>
${
  recalculatesOnLoad
    ? html`<p>Some of its formulas only Excel can work out. It does so when it opens the workbook, and will ask whether to save that.</p>
`
    : null
}<dl class="facts">${facts.map(
      ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>
`,
    )}</dl>
<p class="quiet">${count(partsChanged.length, "part")} changed. A comparison that finds anything else leaves no workbook.</p>`,
  };
}
