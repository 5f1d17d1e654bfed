import type { Activity } from "../../../domain/activity.ts";
import { count, figure } from "../text.ts";
import { html } from "./escape.ts";
import { type Part, region } from "./parts.ts";

/** How many visits stand behind the complaints of each location. */
export function activityPart({ locations, outsidePeriod, file }: Activity): Part {
  const title = "Complaints against activity";
  const table = html`<table><caption class="hidden">${title}</caption>
<thead><tr><th scope="col">Location</th><th scope="col" class="n">Visits booked</th><th scope="col" class="n">Completed</th><th scope="col" class="n">Cancelled</th><th scope="col" class="n">New complaints</th><th scope="col" class="n">per 100 completed visits</th></tr></thead>
<tbody>${locations.map(
    ({ location, booked, completed, cancelled, complaints, complaintsPer100Completed }) =>
      html`<tr><th scope="row">${location || "no location recorded"}</th><td class="n">${figure(booked)}</td><td class="n">${figure(
        completed,
      )}</td><td class="n">${figure(cancelled)}</td><td class="n">${figure(complaints)}</td><td class="n">${
        complaintsPer100Completed === null ? "–" : complaintsPer100Completed.toFixed(1)
      }</td></tr>
`,
  )}</tbody></table>`;
  const outside =
    outsidePeriod === 0
      ? null
      : html`<p>${count(outsidePeriod, "visit")} booked for a day outside the period ${outsidePeriod === 1 ? "is" : "are"} not in the table.</p>`;
  return {
    id: "activity",
    title,
    number: locations.length,
    body: html`<p>Context only, from ${file}: visits booked for a day in the period, by people who look for care. They are no complaints and in no figure of the return.</p>
${locations.length === 0 ? html`<p>No visit was booked for a day in the period.</p>` : region(`Table: ${title}`, table)}
${outside}`,
  };
}
