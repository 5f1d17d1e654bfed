import type { ItemId } from "./item.ts";
import type { Place } from "./source-table.ts";

/** Figures that somebody else counted: as many or as few as they have. */
export interface OtherFigures {
  readonly file: string;
  readonly kind: "return.json" | "workbook" | "published" | "table";
  readonly rows: readonly OtherRow[];
  readonly unread: Unread;
}

/** Figures of a table that are not compared, because their item or their site is not understood. */
export interface Unread {
  /** Row numbers. */
  readonly rows: readonly number[];
  /** Columns as Excel names them, with their headings. */
  readonly columns: readonly { readonly name: string; readonly heading: string }[];
}

export const ALL_READ: Unread = { rows: [], columns: [] };

export interface OtherRow {
  /** Null: all sites together. */
  readonly site: string | null;
  readonly counts: ReadonlyMap<ItemId, number>;
  readonly place: Place | null;
}

/** Another way of counting, with what it would do to our figures. */
export interface Assumption {
  readonly kind: /** Complaints that the rule keeps out are counted. */
    | "counts-what-is-kept-out"
    /** Complaints that the rule puts in are not counted. */
    | "leaves-out-what-counts"
    /** Every row is a complaint; only sections 2 to 4 can be told. */
    | "counts-rows"
    /** Closed complaints are resolved whatever their outcome. */
    | "resolves-without-outcome";
  readonly rule: string;
}

/** Complaints that an assumption adds to a figure, or takes out of it. */
export interface Effect {
  readonly assumption: Assumption;
  /** Further rules that keep these complaints out. */
  readonly also: readonly string[];
  readonly change: number;
  readonly references: readonly string[];
}

/** A figure on which the two do not agree. */
export interface Difference {
  /** Null: all sites together. */
  readonly site: string | null;
  readonly item: ItemId;
  readonly ours: number;
  readonly theirs: number;
  /** By the assumptions that explain most of the whole; they may explain a part. */
  readonly explained: readonly Effect[];
  /** What is left to explain. */
  readonly rest: number;
  /** Single assumptions that would explain just the rest here. */
  readonly perhaps: readonly Effect[];
  /** Over all sites the two agree: the complaints stand at other sites. */
  readonly elsewhere: boolean;
}

/** Assumptions under which figures that differ agree, and none that agrees differs. */
export interface Explanation {
  readonly assumptions: readonly Assumption[];
  readonly explains: number;
}

export interface Reconciliation {
  readonly ours: {
    readonly file: string;
    readonly organisation: { readonly code: string; readonly name: string };
    readonly period: string;
    /** Figures of ours that are not those of its complaints, as `site item`: somebody has changed the file. */
    readonly changed: readonly string[];
  };
  readonly theirs: { readonly file: string; readonly kind: OtherFigures["kind"]; readonly unread: Unread };
  /** Figures that both have. */
  readonly compared: number;
  readonly differences: readonly Difference[];
  /** Empty: nothing explains them; several: they explain equally much, so none was chosen. */
  readonly explanations: readonly Explanation[];
}
