import { guidance } from "../sources.ts";
import type { Exclusion } from "./exclusion.ts";

export const consentNotReceived: Exclusion = {
  id: "consent-not-received",
  kind: "exclusion",
  severity: "warning",
  title: "Third-party consent not received, not investigated",
  why: "Only complaints that are investigated or answered need recording. Without the consent that was needed, there was no investigation.",
  effect: "Kept out when consent was not received and Investigated says No. Not known counts, with a warning.",
  source: guidance("Third party consent"),
  otherwise: "consent was received or not required, or the complaint was investigated all the same.",
  excludes: ({ consent, investigated }) => consent === "not-received" && investigated === "no",
};
