import type { Complaint, RefusedRow } from "../domain/complaint.ts";
import type { LocalDate } from "../domain/local-date.ts";
import type { Place } from "../domain/source-table.ts";

/** A complaint as one row tells it. The date received may stand on another row of the same complaint. */
export type ReadRow = Omit<Complaint, "received"> & { readonly received: LocalDate | null };

/** A row that says all a complaint needs. */
export function isComplaint(row: ReadRow): row is Complaint {
  return row.received !== null;
}

/** A line under the headings that is no record: a totals line, or the headings again. */
export interface NoRecord {
  readonly place: Place;
  readonly what: "totals" | "headings";
}

export type RowReading =
  | { readonly kind: "row"; readonly row: ReadRow }
  | { readonly kind: "refused"; readonly refused: RefusedRow }
  | { readonly kind: "no-record"; readonly noRecord: NoRecord };
