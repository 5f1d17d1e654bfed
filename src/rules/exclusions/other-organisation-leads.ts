import { guidance } from "../sources.ts";
import { type Exclusion, isThisOrganisation } from "./exclusion.ts";

export const otherOrganisationLeads: Exclusion = {
  id: "other-organisation-leads",
  kind: "exclusion",
  severity: "info",
  title: "Another organisation leads and investigates",
  why: "A complaint that applies mainly to one organisation, which investigates it, is recorded by that one alone. Where several investigate, each records it.",
  effect: "Kept out when a lead organisation is recorded and this one is not among them.",
  source: guidance("Complaints that span multiple organisations"),
  otherwise: "Lead organisation is blank or names this organisation, because it investigates too.",
  excludes: ({ lead }, context) => {
    const leads = lead.split(/[;,\r\n]/).filter((name) => name.trim() !== "");
    return leads.length > 0 && !isThisOrganisation(lead, context) && !leads.some((name) => isThisOrganisation(name, context));
  },
};
