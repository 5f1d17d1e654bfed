import type { Item, ItemId, Section } from "./item.ts";
import type { Period } from "./period.ts";
import type { Policies, PolicyName } from "./policy.ts";
import type { RuleSource, Severity } from "./rule.ts";

export type VocabularyEntry =
  | { readonly kind: "item"; readonly item: ItemId; readonly rule: string | null }
  /** The subject whose item is its clinical group. */
  | { readonly kind: "clinical-treatment" }
  /** Words a system writes where there is nothing. */
  | { readonly kind: "nothing" };

/** Words to items, by `normaliseWords`. */
export type Vocabulary = ReadonlyMap<string, VocabularyEntry>;

/** Words to one of a closed set of meanings. */
export type Meanings = ReadonlyMap<string, string>;

export type AspectColumn = "complainant" | "services" | "subjects" | "clinicalGroups" | "specialty" | "professions";

export type MeaningColumn =
  | "outcome"
  | "recordType"
  | "receivedBy"
  | "answer"
  | "consent"
  | "commissionedProvider"
  | "icbScope"
  | "approval";

/** A relation's check: one of a few verbs with the items it reads. */
export type RelationCheck =
  | { readonly verb: "adds-up"; readonly total: ItemId; readonly plus: readonly ItemId[]; readonly minus: readonly ItemId[] }
  | { readonly verb: "equals" | "at-least"; readonly item: ItemId; readonly other: ItemId }
  | { readonly verb: "never-negative"; readonly item: ItemId }
  | { readonly verb: "whole-numbers" | "sites-sum" | "no-trust-total" };

export interface Relation {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly source: RuleSource;
  readonly checks: readonly RelationCheck[];
}

/** Words that make an item likely. They only ever suggest it to a person. */
export interface Hint {
  readonly words: string;
  /** Null for the subject "clinical treatment". */
  readonly item: ItemId | null;
}

/** Other words that a proforma may use for an item. */
export interface OtherLabel {
  readonly words: string;
  readonly item: ItemId;
}

/** Other words that a proforma may use for a section. */
export interface SectionWords {
  readonly words: string;
  readonly section: Section;
}

export interface AgeBand {
  readonly from: number;
  /** Null: and over. */
  readonly to: number | null;
  readonly item: ItemId;
}

export interface PolicyChoice {
  readonly name: PolicyName;
  readonly values: readonly string[];
  readonly default: string;
  readonly why: string;
  readonly source: RuleSource;
}

export interface Thresholds {
  readonly shareOfOther: number;
  readonly shareOfUnknownAge: number;
  readonly shareOfMissingAspects: number;
  /** Shares are not judged below this many new complaints. */
  readonly minimumForShares: number;
  readonly movement: { readonly share: number; readonly absolute: number };
  readonly oldestAge: number;
  readonly earliestDate: string;
  readonly noDate: readonly string[];
  readonly futureDaysAfterPeriod: number;
}

/** One collection year: everything of the law that is data. */
export interface RuleBook {
  readonly edition: string;
  readonly periods: readonly Period[];
  readonly window: { readonly opens: string; readonly closes: string } | null;
  readonly items: readonly Item[];
  readonly itemsOfSection: (section: Section) => readonly Item[];
  readonly vocabularies: Readonly<Record<AspectColumn, Vocabulary>>;
  readonly meanings: Readonly<Record<MeaningColumn, Meanings>>;
  /** For each meaning of a column its usual words, as an officer would choose them. */
  readonly meaningWords: Readonly<Record<MeaningColumn, readonly string[]>>;
  readonly hints: readonly Hint[];
  readonly otherLabels: readonly OtherLabel[];
  readonly sectionWords: readonly SectionWords[];
  readonly ageBands: readonly AgeBand[];
  readonly bankHolidays: ReadonlySet<string>;
  readonly relations: readonly Relation[];
  readonly thresholds: Thresholds;
  readonly policyChoices: readonly PolicyChoice[];
  readonly defaultPolicies: Policies;
}
