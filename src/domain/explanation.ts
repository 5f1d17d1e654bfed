import type { Item, ItemId } from "./item.ts";
import type { PolicyName } from "./policy.ts";
import type { Fate, Otherwise } from "./return.ts";
import type { RuleEntry } from "./rule.ts";
import type { Place } from "./source-table.ts";

/** Whose return an explanation is about, and for when. */
export interface About {
  readonly file: string;
  readonly organisation: { readonly code: string; readonly name: string };
  readonly period: { readonly label: string; readonly start: string; readonly end: string };
}

/** One count of a complaint in a figure. In a total of aspects a complaint may have several, each through its own item. */
export interface Count {
  readonly reference: string;
  readonly site: string;
  readonly item: ItemId;
  readonly rules: readonly string[];
  readonly source: readonly Place[];
}

/** A figure at one site. */
export interface SiteFigure {
  readonly code: string;
  readonly name: string;
  readonly figure: number;
  /** The figure less its counts: 0, unless somebody changed the file. */
  readonly untraced: number;
}

/** A figure of the return with every count behind it. */
export interface FigureExplanation {
  readonly kind: "figure";
  readonly about: About;
  readonly item: Item;
  /** Null: all sites together. */
  readonly site: { readonly code: string; readonly name: string } | null;
  readonly figure: number;
  readonly counts: readonly Count[];
  /** Complaints behind it: fewer than counts where one has several aspects. */
  readonly complaints: number;
  readonly sites: readonly SiteFigure[];
  /** What a total of sections 3 to 8 adds up; empty for everything else. */
  readonly parts: readonly { readonly item: Item; readonly figure: number }[];
  readonly rules: readonly RuleUse[];
}

/** A rule at work, with the policy that chooses what it does. */
export interface RuleUse {
  readonly rule: RuleEntry;
  /** Counts that it is behind; of a single complaint 1. */
  readonly counts: number;
  readonly policy: { readonly name: PolicyName; readonly value: string; readonly values: readonly string[] } | null;
}

/** What became of one complaint, and why. */
export interface ComplaintExplanation {
  readonly kind: "complaint";
  readonly about: About;
  readonly reference: string;
  readonly fate: Fate;
  readonly site: { readonly code: string; readonly name: string } | null;
  readonly source: readonly Place[];
  readonly figures: readonly { readonly item: Item; readonly rules: readonly string[] }[];
  readonly rules: readonly RuleUse[];
  /** Rules that found something about a complaint that is kept out. */
  readonly notes: readonly RuleUse[];
  readonly mergedInto: string | null;
  /** Follow-ups that stand under it. */
  readonly followUps: readonly { readonly reference: string; readonly source: readonly Place[] }[];
  readonly otherwise: Otherwise | null;
  /** Other records under the same reference. */
  readonly others: readonly ComplaintExplanation[];
}
