import type { Complaint } from "../../domain/complaint.ts";
import { guidance } from "../sources.ts";
import type { Exclusion } from "./exclusion.ts";

export const notAComplaint: Exclusion = {
  id: "not-a-complaint",
  kind: "exclusion",
  severity: "info",
  title: "Not a complaint",
  why: "Comments, suggestions, compliments, PALS concerns and enquiries are recorded in the same systems but are no complaints; nor are test records, those opened in error and those that were rejected when the record was approved.",
  effect: "Kept out by its record type, or because the record was rejected.",
  source: guidance("'Informal' complaints"),
  otherwise: "its record type is Complaint, and the record is not rejected.",
  excludes: (complaint) => !isComplaint(complaint),
};

export function isComplaint({ recordType, approval }: Complaint): boolean {
  return COMPLAINTS.has(recordType) && approval !== "rejected";
}

const COMPLAINTS: ReadonlySet<string> = new Set(["complaint", "follow-up", "unknown"]);
