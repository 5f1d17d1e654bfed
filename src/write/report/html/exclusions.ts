import type { ReportContext } from "../../../domain/report.ts";
import { exclusionsOf } from "../exclusions.ts";
import { count, figure } from "../text.ts";
import { html } from "./escape.ts";
import { rowsMark } from "./figure-mark.ts";
import { bar, code, type Part, region, sourceOf } from "./parts.ts";

export function exclusionsPart({ return: made, catalogue }: ReportContext): Part {
  const excluded = exclusionsOf(made, catalogue);
  const title = "Left out of the return";
  const sum = excluded.reduce((all, { complaints }) => all + complaints, 0);
  const most = excluded[0]?.complaints ?? 0;
  const table = html`<table><caption class="hidden">Complaints left out, by rule</caption>
<thead><tr><th scope="col">Rule</th><th scope="col" class="n">Complaints</th><td></td><th scope="col">Source</th></tr></thead>
<tbody>${excluded.map(
    ({ rule, title: name, entry, complaints }) => html`<tr><th scope="row" class="text">${name}<small>${
      entry === null ? null : html`${entry.why} `
    }${code(rule)}</small></th><td class="n"${rowsMark({ fate: "excluded", rule })}>${figure(complaints)}</td><td class="picture small">${bar(0, complaints, most, "grey")}</td><td class="text">${
      entry === null ? null : sourceOf(entry.source)
    }</td></tr>
`,
  )}</tbody></table>`;
  return {
    id: "left-out",
    title,
    number: sum,
    body:
      excluded.length === 0
        ? html`<p>No complaint was left out by a rule.</p>`
        : html`<p>${count(sum, "complaint")} ${
            sum === 1 ? "was" : "were"
          } read and understood, and left out by the rule named here. ledger.csv names each of them.</p>
${region(`Table: ${title}`, table)}`,
  };
}
