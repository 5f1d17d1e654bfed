import { guidelines } from "../sources.ts";
import type { Exclusion } from "./exclusion.ts";

export const outsidePeriod: Exclusion = {
  id: "outside-period",
  kind: "exclusion",
  severity: "info",
  title: "Outside the period",
  why: "A return describes what was open, arrived or was resolved between the first and the last day of its period.",
  effect: "Kept out: received after the period's end, or closed or withdrawn before its start.",
  source: guidelines("Brought forward and carried forward"),
  otherwise:
    "it was received within the period, or before it and was still open on its first day. One that arrived later counts in the return of the period in which it arrived.",
  excludes: (_, { period }, { received, openAtStart }) => received > period.end || (received < period.start && !openAtStart),
};
