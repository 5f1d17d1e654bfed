import type { Balance, SiteRow, TracedComplaint } from "./return.ts";
import type { Place } from "./source-table.ts";

/** How a return was made, as its return.json says. */
export interface Made {
  readonly start: string;
  readonly end: string;
  readonly policies: Readonly<Record<string, string>>;
  /** Null when the file does not say. */
  readonly run: Run | null;
}

/** What a run was made with. */
export interface Run {
  readonly engine: string;
  readonly edition: string;
  readonly inputs: readonly FileSeal[];
  readonly config: FileSeal | null;
  readonly mapping: FileSeal | null;
  readonly registers: readonly FileSeal[];
}

/** A file by its name and the SHA-256 of its bytes. */
export interface FileSeal {
  readonly file: string;
  readonly sha256: string;
}

/** A return as a file gives it back: ours, a filled workbook, or one organisation of a published file. */
export interface ReadReturn {
  readonly kind: "return.json" | "workbook" | "published";
  readonly file: string;
  readonly organisation: { readonly code: string; readonly name: string };
  /** Its label, `2025-26` or `2025-26Q1`; else as written in the file; null when it does not say. */
  readonly period: string | null;
  /** Site rows; empty when the file has the organisation level only. */
  readonly rows: readonly SiteRow[];
  /** The organisation's own row of a file at organisation level. */
  readonly overall: SiteRow | null;
  readonly overallPlace: Place | null;
  readonly complaints: readonly TracedComplaint[] | null;
  readonly balance: Balance | null;
  /** Null for anything but a return.json. */
  readonly made: Made | null;
  /** Where a row stands, by its site code. */
  readonly places: ReadonlyMap<string, Place>;
}

/** A return that names the complaints behind its figures. */
export interface TracedReturn extends ReadReturn {
  readonly complaints: readonly TracedComplaint[];
  readonly made: Made;
}
