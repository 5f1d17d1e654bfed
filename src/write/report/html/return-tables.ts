import { ITEM, type Item, type ItemId } from "../../../domain/item.ts";
import type { ReportContext } from "../../../domain/report.ts";
import type { SiteRow } from "../../../domain/return.ts";
import { sumOf } from "../sums.ts";
import { figure } from "../text.ts";
import { escapeHtml, type Html, html } from "./escape.ts";
import { type Part, region, type Step, steps } from "./parts.ts";

/** Up to here sites stand side by side and items read down like the form; beyond, sites read down. */
const SIDE_BY_SIDE = 6;
const ALL_SITES = "All sites (for checking)";

export function returnPart({ return: { rows }, items }: ReportContext): Part {
  const title = "The return by site";
  if (rows.length === 0) return { id: "return", title, body: html`<p>No site has a figure in this return.</p>` };
  const sections = [...new Set(items.map(({ section }) => section))].map((one) => items.filter(({ section }) => section === one));
  const table = rows.length <= SIDE_BY_SIDE ? itemsDown : sitesDown;
  return {
    id: "return",
    title,
    body: html`${journey(rows)}
${rows.length > 1 ? html`<p>“All sites” is shown for checking only. The return has no such row: NHS England makes the total itself.</p>` : null}
${sections.map((section) => table(section, rows))}`,
  };
}

function captionOf([first]: readonly Item[]): string {
  return first === undefined ? "" : `Section ${first.section}: ${first.sectionName}`;
}

function itemsDown(items: readonly Item[], rows: readonly SiteRow[]): Html {
  const several = rows.length > 1;
  const head = html`<tr><th scope="col">Item</th>${rows.map(
    ({ siteCode, siteName }) => html`<th scope="col" class="n site">${siteCode}<small>${siteName}</small></th>`,
  )}${several ? html`<th scope="col" class="n site all">${ALL_SITES}</th>` : null}</tr>`;
  const body = items.map(
    (
      item,
    ) => html`<tr${item.kind === "total" ? html` class="total"` : null}><th scope="row"><span class="no">${item.number}</span> ${item.label}</th>${figures(
      rows.map((row) => row.counts[item.id]),
    )}${several ? html`<td class="n all">${figure(sumOf(rows, item.id))}</td>` : null}</tr>
`,
  );
  return framed(items, head, html`${body}`, "down");
}

function sitesDown(items: readonly Item[], rows: readonly SiteRow[]): Html {
  const head = html`<tr><th scope="col">Site</th>${items.map(
    ({ number, label, kind }) =>
      html`<th scope="col" class="n item ${kind}"><span class="no">${number}</span> <span class="label">${label}</span></th>`,
  )}</tr>`;
  const body = rows.map(
    ({ siteCode, siteName, counts }) => html`<tr><th scope="row">${siteCode}<small>${siteName}</small></th>${figures(
      items.map(({ id }) => counts[id]),
      items,
    )}</tr>
`,
  );
  const all = html`<tr class="total"><th scope="row">${ALL_SITES}</th>${figures(
    items.map(({ id }) => sumOf(rows, id)),
    items,
  )}</tr>`;
  return framed(items, head, html`${body}${all}`, "across");
}

function framed(items: readonly Item[], head: Html, body: Html, layout: "down" | "across"): Html {
  const caption = captionOf(items);
  const table = html`<table class="figures ${layout}"><caption><span>${caption}</span></caption><thead>${head}</thead><tbody>${body}</tbody></table>`;
  return region(caption, table, layout === "across" ? "wide tall" : "");
}

/** Up to 23,000 cells: joined as text, which is several times as fast as the template. */
function figures(values: readonly (number | undefined)[], items: readonly Item[] = []): Html {
  const cell = (value: number | undefined, at: number): string => {
    const total = items[at]?.kind === "total" ? " total" : "";
    return `<td class="n${total}${value === 0 ? " nil" : ""}">${value === undefined ? "–" : escapeHtml(figure(value))}</td>`;
  };
  return { markup: values.map(cell).join("") };
}

/** How the complaints of the period went from brought forward to carried forward. */
function journey(rows: readonly SiteRow[]): Html {
  const of = (item: ItemId): number => sumOf(rows, item);
  const [brought, fresh, carried] = [of(ITEM.broughtForward), of(ITEM.new), of(ITEM.carriedForward)];
  const step = (name: string, note: string, from: number, size: number, colour: string): Step => ({
    name,
    note,
    from,
    size,
    colour,
  });
  const [upheld, partially, not] = [of(ITEM.upheld), of(ITEM.partiallyUpheld), of(ITEM.notUpheld)];
  return steps("From brought forward to carried forward, all sites together", "Complaints", [
    step("Brought forward", "open when the period began", 0, brought, "deep"),
    step("New", "received in the period", brought, fresh, "blue"),
    step("Upheld", "resolved in the period", 0, upheld, "green"),
    step("Partially upheld", "resolved in the period", upheld, partially, "green"),
    step("Not upheld", "resolved in the period", upheld + partially, not, "green"),
    {
      ...step("Carried forward", "open when the period ended", upheld + partially + not, carried, "deep"),
      total: true,
    },
  ]);
}
