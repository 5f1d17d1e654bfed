import { ITEM } from "../../domain/item.ts";
import { guidance } from "../sources.ts";
import type { Exclusion } from "./exclusion.ts";

export const withdrawn: Exclusion = {
  id: "withdrawn",
  kind: "exclusion",
  severity: "warning",
  title: "Withdrawn",
  why: "Guidance lets a trust remove a complaint that was withdrawn during the period, or log it as not upheld. Withdrawn after the period's end, it is still open as at that day.",
  effect: "Kept out; with policy withdrawn=not-upheld it counts and is resolved as Not upheld on the day it was withdrawn.",
  source: guidance("Withdrawn complaints"),
  otherwise: "it was not withdrawn by the end of the period, or the other choice was made for policy withdrawn.",
  figures: [ITEM.resolved, ITEM.notUpheld],
  policy: "withdrawn",
  excludes: (_, { policies, period }, { withdrawal }) =>
    policies.withdrawn === "exclude" && withdrawal !== null && withdrawal.date <= period.end,
};
