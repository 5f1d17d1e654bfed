import type { PageData } from "../../../domain/page-data.ts";
import { SCRIPT, SCRIPT_SHA256, STYLE, STYLE_SHA256 } from "./assets.ts";
import { escapeJson, type Html, html } from "./escape.ts";

/** Nothing may be loaded; the one style sheet and the one script, where there is one, are named by their fingerprints. */
function policy(runs: boolean): string {
  const script = runs ? `script-src 'sha256-${SCRIPT_SHA256}'; ` : "";
  return `default-src 'none'; style-src 'sha256-${STYLE_SHA256}'; ${script}base-uri 'none'; form-action 'none'`;
}

interface Document {
  /** Of the window. */
  readonly title: string;
  /** What kind of page it is, above the heading. */
  readonly kind: string;
  readonly heading: string;
  readonly under: string;
  readonly skip: string;
  readonly body: Html;
  readonly footer: string;
  /** For the script; null for a page that runs none. */
  readonly data: PageData | null;
}

/** One page that opens from disk and needs no network. It can be read without its script. */
export function documentOf({ title, kind, heading, under, skip, body, footer, data }: Document): Html {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: policy(data !== null) }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<a class="skip" href="#main">${skip}</a>
<header><div class="frame"><p>${kind}</p><h1>${heading}</h1><p>${under}</p></div></header>
<main id="main" class="frame" tabindex="-1">
${body}</main>
<footer><div class="frame"><p>${footer}</p></div></footer>
${data === null ? null : scripts(data)}</body>
</html>
`;
}

function scripts(data: PageData): Html {
  return html`<script type="application/json" id="complaints">${{ markup: escapeJson(data) }}</script>
<script>${{ markup: SCRIPT }}</script>
`;
}
