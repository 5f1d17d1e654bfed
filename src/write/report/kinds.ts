import type { RuleKind } from "../../domain/rule.ts";

/** What each kind of rule asks, in the order in which a complaint meets them. */
export const KINDS: Readonly<Record<RuleKind, string>> = {
  file: "How the file was read",
  record: "How rows become complaints",
  exclusion: "Does it count?",
  site: "Where does it count?",
  aspect: "As what does it count?",
  timing: "When does it count?",
  relation: "Figures that must agree",
  plausibility: "Figures worth a second look",
};
