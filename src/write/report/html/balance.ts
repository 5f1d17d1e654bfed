import type { Balance } from "../../../domain/return.ts";
import { figure } from "../text.ts";
import { html } from "./escape.ts";
import { type Part, type Step, steps } from "./parts.ts";

export function balancePart({ rows, counted, excluded, merged, refused }: Balance): Part {
  const fates = [
    { name: "Counted", note: "in at least one figure of the return", size: counted, colour: "blue" },
    { name: "Excluded", note: "understood, and left out by a rule", size: excluded, colour: "grey" },
    { name: "Merged", note: "one more row of a complaint that another row stands for", size: merged, colour: "teal" },
    { name: "Refused", note: "could not be read as a complaint", size: refused, colour: "red" },
  ];
  const sum = counted + excluded + merged + refused;
  let from = 0;
  const lines = fates.map((fate): Step => {
    const step = { ...fate, from };
    from += fate.size;
    return step;
  });
  const all: Step = { name: "Rows in the export", note: "", from: 0, size: rows, colour: "deep", total: true };
  const adds = `${fates.map(({ size }) => figure(size)).join(" + ")} = ${figure(sum)}`;
  return {
    id: "rows",
    title: "What became of every row",
    body: html`<p>${
      sum === rows
        ? html`Every row is accounted for: ${adds}. The file ledger.csv lists them one by one.`
        : html`<strong>The rows do not add up: ${adds}, not ${figure(rows)}. Please report this as a fault.</strong>`
    }</p>
${steps("Rows of the export by what became of them", "Rows", [all, ...lines])}`,
  };
}
