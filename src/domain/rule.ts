import type { ItemId, Section } from "./item.ts";
import type { PolicyName } from "./policy.ts";

export type Severity = "error" | "warning" | "info";

/**
 * record: rows become complaints · exclusion: does it count · site: where · aspect: as what ·
 * timing: when · relation and plausibility: checks on the finished return · file: how the input was read
 */
export type RuleKind = "file" | "record" | "exclusion" | "site" | "aspect" | "timing" | "relation" | "plausibility";

export interface RuleSource {
  readonly document: string;
  readonly heading: string;
  /** Date of the document's last edit, or a word for it. */
  readonly edited: string;
}

/** What the catalogue says of a rule. Ids are for ever. */
export interface RuleEntry {
  readonly id: string;
  readonly kind: RuleKind;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly effect: string;
  readonly source: RuleSource;
  /** "It would count otherwise if …": what would have to be different about a complaint that it decides about. */
  readonly otherwise?: string;
  /** The items or sections of the return into which it puts complaints that count. */
  readonly figures?: readonly (ItemId | Section)[];
  /** The policy that chooses what it does. */
  readonly policy?: PolicyName;
}

/** What a run says of a rule. */
export interface RuleStatus {
  readonly id: string;
  readonly status: "passed" | "found" | "not-run";
  readonly reason: string | null;
  readonly count: number;
}
