import { anotherOrganisation } from "./another-organisation.ts";
import { consentNotReceived } from "./consent-not-received.ts";
import type { Exclusion } from "./exclusion.ts";
import { icbScope } from "./icb-scope.ts";
import { noActionTaken } from "./no-action-taken.ts";
import { notAComplaint } from "./not-a-complaint.ts";
import { oralNextWorkingDay } from "./oral-next-working-day.ts";
import { otherOrganisationLeads } from "./other-organisation-leads.ts";
import { outsidePeriod } from "./outside-period.ts";
import { providerReturns } from "./provider-returns.ts";
import { transferredOut } from "./transferred-out.ts";
import { withdrawn } from "./withdrawn.ts";

/** In the order in which they are tested; the first that applies is the reason. */
export const EXCLUSIONS: readonly Exclusion[] = [
  outsidePeriod,
  anotherOrganisation,
  notAComplaint,
  noActionTaken,
  oralNextWorkingDay,
  otherOrganisationLeads,
  transferredOut,
  consentNotReceived,
  withdrawn,
  icbScope,
  providerReturns,
];
