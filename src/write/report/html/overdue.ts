import type { Overdue } from "../../../domain/overdue.ts";
import { clean, count, day, figure } from "../text.ts";
import { html } from "./escape.ts";
import { type Part, region } from "./parts.ts";

/** Complaints against the days their responses were due. */
export function overduePart({ asAt, sites, complaints }: Overdue): Part {
  const bySite = html`<table><caption class="hidden">Overdue by site</caption>
<thead><tr><th scope="col">Site</th><th scope="col" class="n">Open</th><th scope="col" class="n">of these overdue</th><th scope="col" class="n">Resolved</th><th scope="col" class="n">of these late</th></tr></thead>
<tbody>${sites.map(
    ({ site, open, overdue, resolved, resolvedLate }) =>
      html`<tr><th scope="row">${clean(site)}</th><td class="n">${figure(open)}</td><td class="n">${figure(overdue)}</td><td class="n">${figure(
        resolved,
      )}</td><td class="n">${figure(resolvedLate)}</td></tr>
`,
  )}</tbody></table>`;
  const list = html`<table><caption class="hidden">Overdue complaints</caption>
<thead><tr><th scope="col">Complaint</th><th scope="col">Site</th><th scope="col">Due</th><th scope="col" class="n">Days overdue</th></tr></thead>
<tbody>${complaints.map(
    ({ reference, site, due, days }) =>
      html`<tr><th scope="row" data-complaint="">${clean(reference)}</th><td>${clean(site)}</td><td>${due === null ? "not recorded" : day(due)}</td><td class="n">${
        days === null ? "–" : figure(days)
      }</td></tr>
`,
  )}</tbody></table>`;
  return {
    id: "overdue",
    title: "Overdue responses",
    number: complaints.length,
    body: html`<p>As at ${day(asAt)}, by the days on which responses were due. For your own work; the return does not ask for it.</p>
${region("Overdue by site", bySite)}
${
  complaints.length === 0
    ? null
    : html`<details open><summary>${count(complaints.length, "overdue complaint")}</summary>
${region("Overdue complaints", list, "tall")}</details>`
}`,
  };
}
