import type { Policies, PolicyName } from "../../../domain/policy.ts";
import type { ReportContext } from "../../../domain/report.ts";
import type { PolicyChoice } from "../../../domain/rule-book.ts";
import { type Html, html } from "./escape.ts";
import { code, type Part, region, sourceOf } from "./parts.ts";

type InWords = {
  readonly [P in PolicyName]: { readonly title: string; readonly values: Readonly<Record<Policies[P], string>> };
};

const IN_WORDS: InWords = {
  withdrawn: { title: "Withdrawn complaints", values: { exclude: "left out", "not-upheld": "counted as Not upheld" } },
  oralResolvedNextWorkingDay: {
    title: "Spoken complaints settled by the next working day",
    values: { exclude: "left out", count: "counted" },
  },
  reopened: {
    title: "Re-opened complaints and follow-ups",
    values: { "same-complaint": "one complaint with the first", "new-complaint": "a new complaint" },
  },
  ageAt: {
    title: "The day on which age is taken",
    values: { received: "the date received", incident: "the date of the incident" },
  },
  inconclusive: {
    title: "Outcomes that KO41a does not have",
    values: {
      "stay-open": "the complaint stays open",
      "not-upheld": "counted as Not upheld",
      "partially-upheld": "counted as Partially upheld",
      upheld: "counted as Upheld",
    },
  },
  clinicalZeros: { title: "Zeros in section 6 of the workbook", values: { zero: "written as 0", blank: "left blank" } },
  smallNumbers: {
    title: "Small numbers on a page for the board",
    values: {
      "0": "all figures are shown",
      "1": "1 is small",
      "2": "1 and 2 are small",
      "3": "1 to 3 are small",
      "4": "1 to 4 are small",
      "5": "1 to 5 are small",
      "6": "1 to 6 are small",
      "7": "1 to 7 are small",
      "8": "1 to 8 are small",
      "9": "1 to 9 are small",
      "10": "1 to 10 are small",
    },
  },
};

/** A choice as people say it: what it is about, and what was chosen. */
export function choiceInWords(name: PolicyName, value: string): { readonly title: string; readonly chosen: string } {
  return { title: IN_WORDS[name].title, chosen: inWords(name, value) };
}

export function policiesPart({ return: { policies }, policyChoices }: ReportContext): Part {
  const title = "Choices that guidance leaves open";
  const table = html`<table class="choices"><caption class="hidden">${title}</caption>
<thead><tr><th scope="col">Choice</th><th scope="col">Used in this return</th><th scope="col">Why there is a choice</th><th scope="col">Other ways</th></tr></thead>
<tbody>${policyChoices.map((choice) => line(choice, policies[choice.name]))}</tbody></table>`;
  return {
    id: "choices",
    title,
    body: html`<p>To choose otherwise, set it under “policies” in ko41a.yaml, and keep to one choice from year to year.</p>
${region(`Table: ${title}`, table)}`,
  };
}

function line(choice: PolicyChoice, used: string): Html {
  const others = choice.values.filter((value) => value !== used);
  const isNumber = others.every((value) => /^\d+$/.test(value));
  return html`<tr><th scope="row" class="text">${IN_WORDS[choice.name].title}<small>${code(choice.name)}</small></th>
<td class="text"><strong>${inWords(choice.name, used)}</strong><small>${code(used)}, ${
    used === choice.default ? "the default" : "as your organisation decided"
  }</small></td>
<td class="text">${choice.why}<small>${sourceOf(choice.source)}</small></td>
<td class="text">${isNumber ? `any number from ${choice.values[0]} to ${choice.values.at(-1)}` : others.map((value) => html`<div>${inWords(choice.name, value)} <small>${code(value)}</small></div>`)}</td></tr>
`;
}

function inWords(name: PolicyName, value: string): string {
  const values: Readonly<Record<string, string>> = IN_WORDS[name].values;
  return values[value] ?? value;
}
