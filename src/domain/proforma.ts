import type { Finding } from "./finding.ts";
import type { ItemId } from "./item.ts";
import type { Problem } from "./problem.ts";
import type { Return } from "./return.ts";

export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** How the place of an item was found. */
export type FoundBy = "id" | "number" | "label" | "map";

/** Where the figures of one item stand: a column when sites run down, a row when they run across. */
export interface FoundItem {
  readonly position: number;
  /** The words of the header that name it. */
  readonly words: string;
  readonly by: FoundBy;
  /** 0 to 1: how much its words and the item's label have in common; 1 for numbers. */
  readonly likeness: number;
}

/** A site that the proforma lists, and the row or column of its figures. */
export interface ListedSite {
  readonly line: number;
  readonly code: string;
  readonly name: string;
}

/**
 * Where everything stands in a proforma. A line is a row when sites run down, a column when they run across; a
 * position is the other of the two.
 */
export interface Layout {
  readonly sheet: string;
  readonly sites: "down" | "across";
  /** Lines of the header, in order. */
  readonly header: readonly number[];
  readonly items: ReadonlyMap<ItemId, FoundItem>;
  readonly siteCode: number;
  readonly siteName: number | null;
  readonly organisationCode: number | null;
  readonly organisationName: number | null;
  readonly listed: readonly ListedSite[];
  /** Lines prepared for sites that are not listed. */
  readonly free: readonly number[];
  /** The first of any number of lines, where the proforma prepares none; null where it does. */
  readonly endlessFrom: number | null;
  /** Lines with figures that were typed, but no site. */
  readonly nameless: readonly number[];
  readonly organisation: { readonly code: CellPlace | null; readonly name: CellPlace | null };
  readonly period: CellPlace | null;
}

/** What stands in the way of filling a proforma, for `ko41a template inspect`. */
export type LayoutFault =
  | { readonly kind: "no-data-sheet"; readonly sheets: readonly string[] }
  | { readonly kind: "two-data-sheets"; readonly sheets: readonly [string, string] }
  | { readonly kind: "item-missing"; readonly item: ItemId }
  | { readonly kind: "nothing-there"; readonly item: ItemId; readonly place: string }
  | { readonly kind: "item-twice"; readonly item: ItemId; readonly cells: readonly [string, string] }
  | { readonly kind: "two-items"; readonly cell: string; readonly words: string; readonly items: readonly [ItemId, ItemId] }
  | { readonly kind: "no-site-codes"; readonly sheet: string };

/** How a proforma would be filled, and what stands in the way. */
export interface Inspection {
  readonly file: string;
  readonly layout: Layout;
  readonly faults: readonly LayoutFault[];
  /** The faults in words. */
  readonly problems: readonly Problem[];
  /** What the proforma says of itself. */
  readonly says: { readonly organisation: string | null; readonly period: string | null; readonly version: string | null };
}

/** What filling a proforma changed, shown by comparing the package before and after. */
export interface FillProof {
  readonly sheet: string;
  /** Cells that hold a figure, a site or the organisation and were written. */
  readonly filled: number;
  /** Results of formulas that follow from them. */
  readonly recalculated: number;
  readonly otherChanges: 0;
  /** Parts of the package that are the same byte for byte. */
  readonly partsUnchanged: number;
  readonly partsChanged: readonly string[];
  /** Excel works out every formula when it opens the workbook. */
  readonly recalculatesOnLoad: boolean;
}

/** A workbook with a return in it. */
export interface FilledWorkbook {
  readonly bytes: Uint8Array;
  /** Null for the bundled workbook, which is ours to write. */
  readonly proof: FillProof | null;
  /** What somebody should know of the proforma. */
  readonly findings: readonly Finding[];
}

/** @throws {Refusal} when the figures cannot all be written */
export type FillWorkbook = (result: Return) => FilledWorkbook;
