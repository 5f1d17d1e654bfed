import { expect, test } from "vitest";
import { documentOf } from "../../../src/write/report/html/document.ts";
import { html } from "../../../src/write/report/html/escape.ts";
import { pageFaults } from "../../support/page-faults.ts";

const page = (body: string): string =>
  documentOf({
    title: "T",
    kind: "K",
    heading: "H",
    under: "U",
    skip: "S",
    body: html`<nav><p>N</p></nav>${{ markup: body }}`,
    footer: "F",
    data: null,
  }).markup;

test.each([
  ["<p>fine</p>", []],
  ["<p>open", ["closed out of turn: main", "closed out of turn: body", "closed out of turn: html", "left open: html"]],
  ['<img src="x"/>', ["<img", "attribute src"]],
  ['<p onclick="x()">a</p>', ["attribute onclick"]],
  ["<p>https://example.invalid</p>", ["https:"]],
  ["<nav>again</nav>", ["not one nav"]],
  ["<h3>too deep</h3>", ["a jump to h3"]],
  ['<p id="main">again</p>', ["twice main"]],
  ['<a href="#nowhere">x</a>', ["leads nowhere: nowhere"]],
  ['<a href="other.html">x</a>', ["leads out: other.html", "leads nowhere: ther.html"]],
  ["<table><tr><td>1</td></tr></table>", ["a table without a caption"]],
])("a page with %s", (body, faults) => {
  expect(pageFaults(page(body))).toEqual(faults);
});
