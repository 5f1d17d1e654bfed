import { guidance } from "../sources.ts";
import type { Exclusion } from "./exclusion.ts";

export const providerReturns: Exclusion = {
  id: "provider-returns",
  kind: "exclusion",
  severity: "info",
  title: "The independent provider makes the return",
  why: "A complaint is returned once, by the commissioner or by the provider. A private provider with a complaints system of its own returns it; without one the commissioner does.",
  effect: "Kept out when the commissioned provider has its own complaints system.",
  source: guidance("Non-NHS organisations"),
  otherwise: "Commissioned provider is blank, or has no complaints system of its own.",
  excludes: ({ commissionedProvider }) => commissionedProvider === "own-system",
};
