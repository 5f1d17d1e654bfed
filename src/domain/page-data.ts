import type { Fate } from "./return.ts";

/** An item by its id and name, with the counts that make it up when it is a total of sections 3 to 8. */
export interface PageItem {
  readonly id: string;
  readonly label: string;
  /** Places in `items`; the item's own place when it is no such total. */
  readonly leaves: readonly number[];
}

export interface PageRule {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly source: string;
}

/** A complaint; numbers are places in the lists of `PageData`. */
export type PageComplaint = readonly [
  reference: string,
  fate: Fate,
  /** -1: none. */
  site: number,
  items: readonly number[],
  ruleSet: number,
  /** File and row in turn. */
  rows: readonly number[],
  mergedInto?: string,
];

/** A finding that the page does not show at first: the site it is about, then its cells as the table has them. */
export type PageFinding = readonly [site: string, ...cells: string[]];

/** What the script of report.html reads: the complaints behind the figures, so told that 20,000 of them stay small. */
export interface PageData {
  readonly items: readonly PageItem[];
  readonly sites: readonly { readonly code: string; readonly name: string }[];
  readonly rules: readonly PageRule[];
  /** Rules that were named together, as places in `rules`; of a complaint that is kept out the first is the reason. */
  readonly ruleSets: readonly (readonly number[])[];
  readonly files: readonly string[];
  readonly complaints: readonly PageComplaint[];
  /** By the id of the card. */
  readonly more: Readonly<Record<string, readonly PageFinding[]>>;
}
