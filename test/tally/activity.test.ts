import { describe, expect, test } from "vitest";
import type { Visit } from "../../src/domain/activity.ts";
import { activityOf, type PlacedComplaint } from "../../src/tally/activity.ts";
import { day } from "../support/complaint.ts";
import { periodOf } from "../support/rule-book.ts";

const visit = (changes: Partial<Visit> = {}): Visit => ({
  location: "Elm House",
  date: day("2025-05-14"),
  state: "booked",
  ...changes,
});
const at = (siteName: string | null, site = "RZZ"): PlacedComplaint => ({ siteName, site });
const nowhere = (): null => null;

const activity = (
  visits: readonly Visit[],
  complaints: readonly PlacedComplaint[] = [],
  siteOf: (location: string) => string | null = nowhere,
) => activityOf("visits.json", visits, complaints, periodOf("2025-26"), siteOf);

describe("visits of a location", () => {
  test("are booked, completed and cancelled ones, and all of them were booked", () => {
    const visits = [visit(), visit({ state: "completed" }), visit({ state: "completed" }), visit({ state: "cancelled" })];
    expect(activity(visits)).toEqual({
      file: "visits.json",
      locations: [{ location: "Elm House", booked: 4, completed: 2, cancelled: 1, complaints: 0, complaintsPer100Completed: 0 }],
      outsidePeriod: 0,
    });
  });

  test("count by the day they were booked for, both ends of the period included", () => {
    const days = ["2025-03-31", "2025-04-01", "2026-03-31", "2026-04-01"].map((date) => visit({ date: day(date) }));
    const { locations, outsidePeriod } = activity([...days, visit({ date: null })]);
    expect(locations).toMatchObject([{ booked: 2 }]);
    expect(outsidePeriod).toBe(3);
  });

  test("stand by name, whatever their order; those of no location too", () => {
    const visits = ["Oak", "", "Elm", "Oak"].map((location) => visit({ location }));
    for (const order of [visits, visits.toReversed()])
      expect(activity(order).locations.map(({ location, booked }) => [location, booked])).toEqual([
        ["", 1],
        ["Elm", 1],
        ["Oak", 2],
      ]);
  });
});

describe("complaints of a location", () => {
  const visits = [visit({ state: "completed" })];
  const complaintsAt = (complaints: readonly PlacedComplaint[], siteOf = nowhere as (location: string) => string | null) =>
    activity(visits, complaints, siteOf).locations[0]?.complaints;

  test("have its name, however it is written", () => {
    expect(complaintsAt([at("elm-house"), at("Elm House"), at("Oak House")])).toBe(2);
  });

  test("without a site belong to the visits of no location", () => {
    expect(activity([visit({ location: "" }), visit()], [at(null), at("Oak House")]).locations).toMatchObject([
      { location: "", complaints: 1 },
      { location: "Elm House", complaints: 0 },
    ]);
  });

  test("or stand in its site row and name no site", () => {
    expect(complaintsAt([at(null, "RZZ01"), at(null, "RZZ02"), at(null)], () => "RZZ01")).toBe(1);
  });

  test("are none where it stands in no row of its own", () => {
    expect(complaintsAt([at(null)])).toBe(0);
  });
});

describe("complaints for each 100 completed visits", () => {
  test.each([
    [0, 3, null],
    [3, 0, 0],
    [3, 1, 33.3],
    [3, 2, 66.7],
    [200, 1, 0.5],
    [1, 3, 300],
  ])("%i completed, %i complaints: %j", (completed, complaints, share) => {
    const visits = [visit(), ...Array.from({ length: completed }, () => visit({ state: "completed" }))];
    const about = Array.from({ length: complaints }, () => at("Elm House"));
    expect(activity(visits, about).locations[0]?.complaintsPer100Completed).toBe(share);
  });
});
