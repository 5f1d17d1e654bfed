import type { Column } from "../../../domain/board.ts";

/** Section 2 as a board reads it. */
export const COLUMN_NAMES: Readonly<Record<Column, string>> = {
  broughtForward: "Brought forward",
  new: "New",
  resolved: "Resolved",
  upheld: "Upheld",
  partiallyUpheld: "Partially upheld",
  notUpheld: "Not upheld",
  carriedForward: "Carried forward",
};
