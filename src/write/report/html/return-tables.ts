import { ITEM, type Item, type ItemId } from "../../../domain/item.ts";
import type { ReportContext } from "../../../domain/report.ts";
import type { SiteRow } from "../../../domain/return.ts";
import { sumOf } from "../sums.ts";
import { figure } from "../text.ts";
import { escapeHtml, type Html, html } from "./escape.ts";
import { type Marks, marksOf } from "./figure-mark.ts";
import { type Part, region, type Step, steps } from "./parts.ts";

/** Up to here sites stand side by side and items read down like the form; beyond, sites read down. */
const SIDE_BY_SIDE = 6;
/** Items that stand side by side on a page of A4; a longer section goes on in a table below. */
const ACROSS = 13;
const ALL_SITES = "All sites (for checking)";

export function returnPart({ return: { rows }, items }: ReportContext): Part {
  const title = "The return by site";
  if (rows.length === 0) return { id: "return", title, body: html`<p>No site has a figure in this return.</p>` };
  const sections = [...new Set(items.map(({ section }) => section))].map((one) => items.filter(({ section }) => section === one));
  const down = rows.length <= SIDE_BY_SIDE;
  const tables = sections.flatMap((section) => (down ? [{ items: section, caption: captionOf(section) }] : inParts(section)));
  const table = down ? itemsDown : sitesDown;
  const marks = marksOf(items);
  return {
    id: "return",
    title,
    body: html`<p data-with-script="" hidden="">Choose any figure to see the complaints behind it and the rules that put them there.</p>
${journey(rows, marks)}
${rows.length > 1 ? html`<p>“All sites” is shown for checking only. The return has no such row: NHS England makes the total itself.</p>` : null}
${tables.map((some) => table(some, rows, marks))}`,
  };
}

/** Items of one section that stand in one table. */
interface Table {
  readonly items: readonly Item[];
  readonly caption: string;
}

/** A section in tables of about the same width. */
function inParts(section: readonly Item[]): readonly Table[] {
  const number = Math.ceil(section.length / ACROSS);
  const size = Math.ceil(section.length / number);
  const caption = captionOf(section);
  return Array.from({ length: number }, (_, part) => {
    const items = section.slice(part * size, (part + 1) * size);
    return { items, caption: number === 1 ? caption : `${caption}, ${items[0]?.number} to ${items.at(-1)?.number}` };
  });
}

function captionOf([first]: readonly Item[]): string {
  return first === undefined ? "" : `Section ${first.section}: ${first.sectionName}`;
}

function itemsDown({ items, caption }: Table, rows: readonly SiteRow[], marks: Marks): Html {
  const several = rows.length > 1;
  const head = html`<tr><th scope="col">Item</th>${rows.map(
    ({ siteCode, siteName }) => html`<th scope="col" class="n site">${siteCode}<small>${siteName}</small></th>`,
  )}${several ? html`<th scope="col" class="n site all">${ALL_SITES}</th>` : null}</tr>`;
  const body = items.map(
    (
      item,
    ) => html`<tr${item.kind === "total" ? html` class="total"` : null}><th scope="row"><span class="no">${item.number}</span> ${item.label}</th>${figures(
      rows.map(({ counts }, site) => ({ value: counts[item.id], site, item })),
      marks,
    )}${several ? html`<td class="n all"${marks.figure(null, item.id, sumOf(rows, item.id))}>${figure(sumOf(rows, item.id))}</td>` : null}</tr>
`,
  );
  return framed(caption, head, html`${body}`, "down");
}

function sitesDown({ items, caption }: Table, rows: readonly SiteRow[], marks: Marks): Html {
  const head = html`<tr><th scope="col">Site</th>${items.map(
    ({ number, label, kind }) =>
      html`<th scope="col" class="n item ${kind}"><span class="no">${number}</span> <span class="label">${label}</span></th>`,
  )}</tr>`;
  const body = rows.map(
    ({ siteCode, siteName, counts }, site) => html`<tr><th scope="row">${siteCode}<small>${siteName}</small></th>${figures(
      items.map((item) => ({ value: counts[item.id], site, item })),
      marks,
      true,
    )}</tr>
`,
  );
  const all = html`<tr class="total"><th scope="row">${ALL_SITES}</th>${figures(
    items.map((item) => ({ value: sumOf(rows, item.id), site: null, item })),
    marks,
    true,
  )}</tr>`;
  return framed(caption, head, html`${body}${all}`, "across");
}

function framed(caption: string, head: Html, body: Html, layout: "down" | "across"): Html {
  const table = html`<table class="figures ${layout}"><caption><span>${caption}</span></caption><thead>${head}</thead><tbody>${body}</tbody></table>`;
  return region(caption, table, layout === "across" ? "wide tall" : "");
}

interface Cell {
  readonly value: number | undefined;
  readonly site: number | null;
  readonly item: Item;
}

/** Up to 23,000 cells: joined as text, which is several times as fast as the template. */
function figures(cells: readonly Cell[], marks: Marks, totals = false): Html {
  const cell = ({ value, site, item }: Cell): string => {
    const total = totals && item.kind === "total" ? " total" : "";
    const mark = marks.figure(site, item.id, value)?.markup ?? "";
    return `<td class="n${total}${value === 0 ? " nil" : ""}"${mark}>${value === undefined ? "–" : escapeHtml(figure(value))}</td>`;
  };
  return { markup: cells.map(cell).join("") };
}

/** How the complaints of the period went from brought forward to carried forward. */
function journey(rows: readonly SiteRow[], marks: Marks): Html {
  const of = (item: ItemId): number => sumOf(rows, item);
  const step = (name: string, note: string, item: ItemId, from: number, colour: string): Step => {
    const size = of(item);
    return { name, note, from, size, colour, mark: marks.figure(null, item, size) };
  };
  const [upheld, partially] = [of(ITEM.upheld), of(ITEM.partiallyUpheld)];
  const resolved = upheld + partially + of(ITEM.notUpheld);
  return steps("From brought forward to carried forward, all sites together", "Complaints", [
    step("Brought forward", "open when the period began", ITEM.broughtForward, 0, "deep"),
    step("New", "received in the period", ITEM.new, of(ITEM.broughtForward), "blue"),
    step("Upheld", "resolved in the period", ITEM.upheld, 0, "green"),
    step("Partially upheld", "resolved in the period", ITEM.partiallyUpheld, upheld, "green"),
    step("Not upheld", "resolved in the period", ITEM.notUpheld, upheld + partially, "green"),
    {
      ...step("Carried forward", "open when the period ended", ITEM.carriedForward, resolved, "deep"),
      total: true,
    },
  ]);
}
