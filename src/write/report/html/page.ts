import type { Report, ReportContext } from "../../../domain/report.ts";
import { day, figure } from "../text.ts";
import { verdictOf } from "../verdict.ts";
import { type Html, html } from "./escape.ts";
import { type Part, section } from "./parts.ts";
import { STYLE, STYLE_SHA256 } from "./style.ts";
import { verdictPanel } from "./verdict.ts";

/** Nothing may be loaded or run; the one style sheet is named by its fingerprint. */
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_SHA256}'; base-uri 'none'; form-action 'none'`;

export function page(report: Report, context: ReportContext, parts: readonly Part[]): Html {
  const { organisation, period, provenance } = context.return;
  const name = `${organisation.name} (${organisation.code})`;
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: POLICY }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${verdictOf(report.summary).headline}: KO41a ${period.label}, ${name}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header><div class="frame"><p>KO41a validation report</p><h1>${name}</h1><p>${period.label}, ${day(period.start)} to ${day(period.end)}</p></div></header>
<main id="main" class="frame" tabindex="-1">
${verdictPanel(report, context)}<div class="page">
${contents(parts)}<div class="parts">
${parts.map(section)}</div>
</div>
</main>
<footer><div class="frame"><p>Made by ${provenance.engine}. Complaints are named by reference only: no names, no birth dates, no free text.</p></div></footer>
</body>
</html>
`;
}

function contents(parts: readonly Part[]): Html {
  return html`<nav aria-label="Contents"><ul>
${parts.map(
  ({
    id,
    title,
    number,
  }) => html`<li><a href="#${id}">${title}</a>${number === undefined ? null : html` <span class="count">${figure(number)}</span>`}</li>
`,
)}</ul></nav>
`;
}
