import { type Html, html } from "./escape.ts";
import { STYLE, STYLE_SHA256 } from "./style.ts";

/** Nothing may be loaded or run; the one style sheet is named by its fingerprint. */
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_SHA256}'; base-uri 'none'; form-action 'none'`;

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
}

/** One page that opens from disk, needs no network and runs no script. */
export function documentOf({ title, kind, heading, under, skip, body, footer }: Document): Html {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: POLICY }}">
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
</body>
</html>
`;
}
