import type { Report, ReportContext } from "../../../domain/report.ts";
import { exclusionsOf } from "../exclusions.ts";
import { count, figure } from "../text.ts";
import { html } from "./escape.ts";
import { rowsMark } from "./figure-mark.ts";
import { bar, code, type Part, region, sourceOf } from "./parts.ts";

export function exclusionsPart({ fates }: Report, { catalogue }: ReportContext): Part {
  const excluded = exclusionsOf(fates, catalogue);
  const title = "Left out of the return";
  const sum = excluded.reduce((all, { rows }) => all + rows, 0);
  const most = excluded[0]?.rows ?? 0;
  const table = html`<table><caption class="hidden">Rows left out, by rule</caption>
<thead><tr><th scope="col">Rule</th><th scope="col" class="n">Rows</th><td></td><th scope="col">Source</th></tr></thead>
<tbody>${excluded.map(
    ({ rule, title: name, entry, rows }) => html`<tr><th scope="row" class="text">${name}<small>${
      entry === null ? null : html`${entry.why} `
    }${code(rule)}</small></th><td class="n"${rowsMark({ fate: "excluded", rule })}>${figure(rows)}</td><td class="picture small">${bar(0, rows, most, "grey")}</td><td class="text">${
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
        ? html`<p>No row was left out by a rule.</p>`
        : html`<p>${count(sum, "row")} ${
            sum === 1 ? "was" : "were"
          } read and understood, and left out by the rule named here. ledger.csv names each of them.</p>
${region(`Table: ${title}`, table)}`,
  };
}
