import type { ITEM } from "./item.ts";

/** A figure that may be made public. What is masked looks the same whatever the reason. */
export type PublicFigure = number | "masked";

export type Column = keyof Pick<
  typeof ITEM,
  "broughtForward" | "new" | "resolved" | "upheld" | "partiallyUpheld" | "notUpheld" | "carriedForward"
>;

/** Section 2 of the return, all sites together. */
export type Overview = Readonly<Record<Column, PublicFigure>>;

/** Figures that add up to their total. */
export interface PublicList {
  readonly title: string;
  /** Ages read from young to old, whatever their figures. */
  readonly order: "as on the form" | "largest first";
  readonly total: PublicFigure;
  readonly members: readonly { readonly name: string; readonly figure: PublicFigure }[];
}

/** New complaints of the sites that may be shown by themselves, and of the others as one. */
export interface BySite {
  readonly sites: readonly { readonly code: string; readonly name: string; readonly new: number }[];
  /** Null when every site is shown. */
  readonly others: { readonly sites: number; readonly new: number } | null;
}

/** What an earlier period had of what is shown of this one. */
export interface Before {
  readonly period: string | null;
  readonly figures: Readonly<Partial<Record<Column, number>>>;
}

/** What a page for a trust's board may say of a return: every count of complaints on it, and no other. */
export interface Board {
  /** Figures up to this one are small; 0: none is. */
  readonly smallUpTo: number;
  readonly overview: Overview;
  /** Of sites that have new complaints. Null where there is one, or none that may be shown by itself. */
  readonly bySite: BySite | null;
  /** Sections 3 to 8, in the order of the form. */
  readonly lists: readonly PublicList[];
  readonly leftOut: PublicList;
  /** Null without figures of a period of the same length, and where none may be shown. */
  readonly before: Before | null;
}
