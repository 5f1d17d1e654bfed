import { ITEM, type Item } from "../../../domain/item.ts";
import type { ReportContext } from "../../../domain/report.ts";
import type { SiteRow } from "../../../domain/return.ts";
import { sumOf } from "../sums.ts";
import { count, figure } from "../text.ts";
import { type Html, html } from "./escape.ts";
import { type Marks, marksOf } from "./figure-mark.ts";
import { bar, type Part } from "./parts.ts";

const OUTCOMES = new Set([ITEM.upheld, ITEM.partiallyUpheld, ITEM.notUpheld]);
/** Ages and those who complained stay in the order of the form; the rest goes by size. */
const IN_ORDER = new Set([2, 3, 4]);

/** What the complaints of all sites were about, as bars on one scale in each picture. */
export function barsPart({ return: { rows }, items }: ReportContext): Part {
  const marks = marksOf(items);
  const counts = items.filter(({ kind, id, section }) => kind === "count" && (section > 2 || OUTCOMES.has(id)));
  const sections = [...new Set(counts.map(({ section }) => section))];
  return {
    id: "bars",
    title: "What complaints were about",
    body: html`<p>All sites together, for checking only. Complaints count once in each service, subject, clinical group and profession they are about.</p>
<div class="charts">
${sections.map((section) =>
  chart(
    counts.filter((item) => item.section === section),
    rows,
    marks,
  ),
)}</div>`,
  };
}

function chart(items: readonly Item[], rows: readonly SiteRow[], marks: Marks): Html | null {
  const [first] = items;
  if (first === undefined) return null;
  const title = first.section === 2 ? "Outcomes" : first.sectionName;
  const all = items.map((item) => ({ item, size: sumOf(rows, item.id) }));
  const some = all.filter(({ size }) => size > 0);
  const sorted = IN_ORDER.has(first.section) ? some : some.toSorted((a, b) => b.size - a.size);
  const most = Math.max(1, ...sorted.map(({ size }) => size));
  const none = all.length - some.length;
  return html`<div class="chart"><table class="bars"><caption>${title}</caption>
<thead class="hidden"><tr><th scope="col">Item</th><th scope="col">Complaints</th><td></td></tr></thead>
<tbody>${sorted.map(
    ({ item, size }) =>
      html`<tr><th scope="row">${item.label}</th><td class="n"${marks.figure(null, item.id, size)}>${figure(size)}</td><td class="picture">${bar(0, size, most, first.section === 2 ? "green" : "blue")}</td></tr>
`,
  )}</tbody></table>${none === 0 ? null : html`<p class="quiet">${some.length === 0 ? "No complaint in any of its " : "None in "}${count(none, some.length === 0 ? "item" : "other item")}.</p>`}</div>
`;
}
