import type { ItemId } from "./item.ts";
import type { Policies } from "./policy.ts";
import type { Place } from "./source-table.ts";

export type Counts = Readonly<Record<ItemId, number>>;

/** One line of the return. */
export interface SiteRow {
  readonly siteCode: string;
  readonly siteName: string;
  readonly counts: Counts;
}

export type Fate = "counted" | "excluded" | "merged" | "refused";

/** Input rows by fate: `rows = counted + excluded + merged + refused`. */
export interface Balance {
  readonly rows: number;
  readonly counted: number;
  readonly excluded: number;
  readonly merged: number;
  readonly refused: number;
}

/** Input rows that came to one fate by one rule; they add up to the balance. */
export interface RowsByRule {
  readonly fate: Fate;
  /** Null for rows that are counted. */
  readonly rule: string | null;
  readonly rows: number;
}

/** Where a complaint that was kept out would count if the rule that keeps it out did not apply. */
export interface Otherwise {
  readonly site: string;
  readonly items: readonly ItemId[];
  /** Rules that would keep it out then. */
  readonly alsoKeptOutBy: readonly string[];
}

/** A complaint in the return: where it counts and why, or why not. For an excluded one `rules` is the reason alone. */
export interface TracedComplaint {
  readonly reference: string;
  readonly fate: Fate;
  readonly site: string | null;
  readonly items: readonly ItemId[];
  readonly rules: readonly string[];
  readonly source: readonly Place[];
  /** The complaint that stands for this one; only when merged under another reference. */
  readonly mergedInto?: string;
  /** Rules that found something about a complaint that is kept out; `rules` has the reason alone. */
  readonly notes?: readonly string[];
  /** Only of a complaint that is of the period and was kept out of the figures by a rule. */
  readonly otherwise?: Otherwise;
}

/** One input row in the ledger. */
export interface LedgerLine {
  readonly file: string;
  readonly row: number;
  readonly reference: string;
  readonly fate: Fate;
  readonly rule: string;
  readonly site: string;
  readonly items: readonly ItemId[];
}

interface InputFile {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
}

export interface Provenance {
  readonly engine: string;
  readonly edition: string;
  readonly generatedAt?: string;
  readonly inputs: readonly InputFile[];
  readonly config: { readonly file: string; readonly sha256: string } | null;
  readonly mapping: { readonly file: string; readonly sha256: string } | null;
  /** Only with `--activity`. */
  readonly activity?: { readonly file: string; readonly sha256: string };
  readonly registers: readonly { readonly file: string; readonly sha256: string }[];
  readonly prior: { readonly file: string; readonly sha256: string } | null;
  /** `file` and `map` only with `--template`. */
  readonly template: {
    readonly sha256: string;
    readonly kind: "bundled" | "own";
    readonly file?: string;
    readonly map?: { readonly file: string; readonly sha256: string };
  };
}

/** The return of one organisation for one period, with the trace from each figure to its complaints. */
export interface Return {
  readonly organisation: { readonly code: string; readonly name: string };
  readonly period: { readonly label: string; readonly start: string; readonly end: string };
  readonly rows: readonly SiteRow[];
  readonly policies: Policies;
  readonly balance: Balance;
  readonly complaints: readonly TracedComplaint[];
  readonly provenance: Provenance;
}
