import { guidance } from "../sources.ts";
import type { Exclusion } from "./exclusion.ts";

export const anotherOrganisation: Exclusion = {
  id: "another-organisation",
  kind: "exclusion",
  severity: "info",
  title: "Another organisation's complaint",
  why: "A return is made by one organisation. A complaint recorded under another code belongs to that one's return.",
  effect: "Kept out here; with --org all it counts in its own organisation's return.",
  source: guidance("Submitting organisations"),
  otherwise: "the organisation code of its row is this organisation's, or blank.",
  excludes: ({ organisation }, context) => organisation !== null && organisation !== context.organisation.code,
};
