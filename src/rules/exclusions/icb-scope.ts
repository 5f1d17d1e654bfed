import { guidance } from "../sources.ts";
import type { Exclusion } from "./exclusion.ts";

export const icbScope: Exclusion = {
  id: "icb-scope",
  kind: "exclusion",
  severity: "warning",
  title: "Not within an integrated care board's return",
  why: "An ICB returns complaints about commissioning decisions, and about out-of-hours care that it provides or commissions from a provider that makes no return. Others belong to the provider.",
  effect: "Kept out of an ICB's return (codes Q..) unless ICB scope says commissioning or out of hours.",
  source: guidance("Integrated care boards (ICBs)"),
  otherwise: "ICB scope says commissioning or out of hours.",
  excludes: (complaint, { organisation }) =>
    isIcb(organisation.code) && complaint.icbScope !== "commissioning" && complaint.icbScope !== "out-of-hours",
};

export function isIcb(code: string): boolean {
  return code.length === 3 && code.startsWith("Q");
}
