import type { Balance, SiteRow, TracedComplaint } from "./return.ts";
import type { Place } from "./source-table.ts";

/** A return as a file gives it back: ours, a filled workbook, or one organisation of a published file. */
export interface ReadReturn {
  readonly kind: "return.json" | "workbook" | "published";
  readonly file: string;
  readonly organisation: { readonly code: string; readonly name: string };
  /** As written in the file, when it says. */
  readonly period: string | null;
  /** Site rows; empty when the file has the organisation level only. */
  readonly rows: readonly SiteRow[];
  /** The organisation's own row of a file at organisation level. */
  readonly overall: SiteRow | null;
  readonly overallPlace: Place | null;
  readonly complaints: readonly TracedComplaint[] | null;
  readonly balance: Balance | null;
  /** Where a row stands, by its site code. */
  readonly places: ReadonlyMap<string, Place>;
}
