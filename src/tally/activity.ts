import type { Activity, ActivityLine, Visit } from "../domain/activity.ts";
import type { Period } from "../domain/period.ts";
import { normaliseWords } from "../domain/words.ts";

/** A new complaint by where it happened: the name that was recorded, and the site row it stands in. */
export interface PlacedComplaint {
  readonly siteName: string | null;
  readonly site: string;
}

/**
 * Visits and new complaints of the period by location. A complaint belongs to the location of its site's name;
 * where no location has that name, to the only one that stands in its site row; without a site's name, to visits of no location. `siteOf`: null for a location without a row of its own.
 */
export function activityOf(
  file: string,
  visits: readonly Visit[],
  complaints: readonly PlacedComplaint[],
  { start, end }: Period,
  siteOf: (location: string) => string | null,
): Activity {
  const within = visits.filter(({ date }) => date !== null && date >= start && date <= end);
  const locations = new Map<string, Visit[]>();
  for (const visit of within) locations.set(visit.location, [...(locations.get(visit.location) ?? []), visit]);
  const locationOf = locator([...locations.keys()], siteOf);
  const lines = [...locations].map(([location, own]): ActivityLine => {
    const completed = own.filter(({ state }) => state === "completed").length;
    const about = complaints.filter((complaint) => locationOf(complaint) === location).length;
    return {
      location,
      booked: own.length,
      completed,
      cancelled: own.filter(({ state }) => state === "cancelled").length,
      complaints: about,
      complaintsPer100Completed: completed === 0 ? null : Math.round((about / completed) * 1000) / 10,
    };
  });
  return {
    file,
    locations: lines.sort((a, b) => (a.location < b.location ? -1 : 1)),
    outsidePeriod: visits.length - within.length,
  };
}

function locator(locations: readonly string[], siteOf: (location: string) => string | null) {
  const byName = new Map(locations.filter((location) => location !== "").map((location) => [normaliseWords(location), location]));
  return ({ siteName, site }: PlacedComplaint): string | null => {
    const named = siteName === null ? undefined : byName.get(normaliseWords(siteName));
    if (named !== undefined) return named;
    const [only, other] = locations.filter((location) => location !== "" && siteOf(location) === site);
    if (only !== undefined && other === undefined) return only;
    return siteName === null && locations.includes("") ? "" : null;
  };
}
