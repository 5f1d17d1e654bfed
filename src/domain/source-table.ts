import type { SourceProfile } from "./source-profile.ts";

/** One line of a file as a person sees it: the row number of a sheet, the line a record starts on, the place in a JSON array. */
export interface SourceRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A file or sheet as rows of text. Excel dates arrive as `YYYY-MM-DD`, blank cells as "". */
export interface SourceGrid {
  readonly file: string;
  /** Null unless the file has more than one sheet that holds complaints. */
  readonly sheet: string | null;
  readonly rows: readonly SourceRow[];
}

/** A grid whose heading row is known, and whose system. */
export interface SourceTable extends SourceGrid {
  readonly profile: SourceProfile;
  readonly headings: readonly string[];
  /** Cells that a whole row has; a row with more or fewer is ragged. */
  readonly width: number;
  readonly headingRow: number;
}

/** Where something stands, in the words of the person who has the file open. */
export interface Place {
  readonly file: string;
  readonly sheet?: string;
  readonly row: number;
  readonly column?: string;
}
