import { ITEM, type Item, type ItemId } from "../../../domain/item.ts";
import type { PriorFigures, ReportContext } from "../../../domain/report.ts";
import type { SiteRow } from "../../../domain/return.ts";
import { sumOf } from "../sums.ts";
import { figure } from "../text.ts";
import { type Html, html } from "./escape.ts";
import { type Marks, marksOf } from "./figure-mark.ts";
import { type Part, region } from "./parts.ts";

/** The figures beside those of the last period: all items for all sites together, and the main ones by site. */
export function movementPart({ return: { rows, provenance }, items }: ReportContext, prior: PriorFigures): Part {
  const marks = marksOf(items);
  const named = prior.period === null ? "" : `, ${prior.period}`;
  return {
    id: "movement",
    title: "Against the last period",
    body: html`<p>From ${provenance.prior?.file ?? "the last period’s return"}${named}. ${
      prior.sameLength
        ? "What moved by more than half, and by ten or more, is under “What to confirm” until it is accepted."
        : "It is not known to be a period of the same length, so only what was carried forward can be compared."
    }</p>
${prior.sameLength ? allItems(rows, prior, items, marks) : null}${prior.level === "site" ? bySite(rows, prior, marks) : carried(rows, prior, marks)}`,
  };
}

function allItems(rows: readonly SiteRow[], prior: PriorFigures, items: readonly Item[], marks: Marks): Html {
  const lines = items.map((item) => ({ item, before: sumOf(prior.rows, item.id), now: sumOf(rows, item.id) }));
  const some = lines.filter(({ before, now }) => before > 0 || now > 0);
  const most = Math.max(1, ...some.map(({ before, now }) => Math.abs(now - before)));
  const title = "All sites together";
  return region(
    `Against the last period: ${title}`,
    html`<table class="moved"><caption>${title}</caption>
<thead><tr><th scope="col">Item</th><th scope="col" class="n">Last period</th><th scope="col" class="n">Now</th><th scope="col" class="n">Change</th><td></td></tr></thead>
<tbody>${some.map(
      ({ item, before, now }) =>
        html`<tr${item.kind === "total" ? html` class="total"` : null}><th scope="row"><span class="no">${item.number}</span> ${item.label}</th><td class="n">${figure(before)}</td><td class="n"${marks.figure(null, item.id, now)}>${figure(now)}</td><td class="n">${change(before, now)}</td><td class="picture small">${movement(now - before, most)}</td></tr>
`,
    )}</tbody></table>`,
    "tall",
  );
}

function bySite(rows: readonly SiteRow[], prior: PriorFigures, marks: Marks): Html {
  const now = new Map(rows.map((row, place) => [row.siteCode, { row, place }]));
  const before = new Map(prior.rows.map((row) => [row.siteCode, row]));
  const codes = [...new Set([...now.keys(), ...before.keys()])].sort();
  const line = (code: string): Html => {
    const [was, is] = [before.get(code), now.get(code)];
    const of = (row: SiteRow | undefined, item: ItemId): number => row?.counts[item] ?? 0;
    const cell = (item: ItemId): Html => {
      const value = of(is?.row, item);
      return html`<td class="n"${is === undefined ? null : marks.figure(is.place, item, value)}>${figure(value)}</td>`;
    };
    const news = was === undefined ? "new" : is === undefined ? "no longer there" : null;
    return html`<tr><th scope="row">${code}<small>${is?.row.siteName ?? was?.siteName ?? ""}${news === null ? null : html` (${news})`}</small></th><td class="n">${figure(of(was, ITEM.carriedForward))}</td>${cell(ITEM.broughtForward)}<td class="n">${change(of(was, ITEM.carriedForward), of(is?.row, ITEM.broughtForward))}</td><td class="n">${figure(of(was, ITEM.new))}</td>${cell(ITEM.new)}<td class="n">${change(of(was, ITEM.new), of(is?.row, ITEM.new))}</td></tr>
`;
  };
  const title = "By site";
  return region(
    `Against the last period: ${title}`,
    html`<table class="moved"><caption>${title}</caption>
<thead><tr><th scope="col">Site</th><th scope="col" class="n">Carried forward then</th><th scope="col" class="n">Brought forward now</th><th scope="col" class="n">Change</th><th scope="col" class="n">New then</th><th scope="col" class="n">New now</th><th scope="col" class="n">Change</th></tr></thead>
<tbody>${codes.map(line)}</tbody></table>`,
    codes.length > 12 ? "tall" : "",
  );
}

function carried(rows: readonly SiteRow[], prior: PriorFigures, marks: Marks): Html {
  const [was, is] = [sumOf(prior.rows, ITEM.carriedForward), sumOf(rows, ITEM.broughtForward)];
  return html`<p>Carried forward then: ${figure(was)}. Brought forward now: <span${marks.figure(null, ITEM.broughtForward, is)}>${figure(is)}</span>. The last return is for the organisation as a whole, so sites cannot be compared.</p>
`;
}

/** "+5", "−3" or "0". */
function change(before: number, now: number): string {
  const moved = now - before;
  return moved > 0 ? `+${figure(moved)}` : moved < 0 ? `−${figure(-moved)}` : "0";
}

/** A change as a bar from the middle: less to the left, more to the right. */
function movement(moved: number, most: number): Html {
  const width = Math.round((Math.abs(moved) / most) * 50_000) / 100;
  return html`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="rail" width="1000" height="10"/><rect class="${moved < 0 ? "teal" : "blue"}" x="${moved < 0 ? 500 - width : 500}" width="${width}" height="10"/></svg>`;
}
