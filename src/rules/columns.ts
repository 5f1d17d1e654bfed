import type { Field } from "../domain/field.ts";
import type { FindingDetail } from "../domain/finding.ts";

/** The field in which an officer puts right what a finding on a complaint says; null: none in particular. */
export function fieldOf(detail: FindingDetail): Field | null {
  switch (detail.kind) {
    case "closed-without-outcome":
    case "undecided-outcome":
      return "outcome";
    case "outcome-without-date":
      return "closed";
    case "primary-site":
    case "unknown-site-code":
      return "siteCode";
    case "implausible-age":
      return detail.years === null ? "dateOfBirth" : "age";
    case "withdrawn":
      return "withdrawn";
    case "consent-not-received":
      return "investigated";
    case "unapproved-record":
      return "approval";
    case "icb-scope":
      return "icbScope";
    case "received-in-future":
      return "received";
    case "reopened":
      return "original";
    case "reopened-in-period":
      return "reopened";
    case "closed-before-received":
    case "clinical-group-unknown":
    case "fits-nowhere":
    case "aspect-missing":
      return detail.field;
    default:
      return null;
  }
}
