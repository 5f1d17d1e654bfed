import type { LocalDate } from "./local-date.ts";

/** A reporting period, both days included. */
export interface Period {
  readonly label: string;
  readonly kind: "year" | "quarter";
  readonly start: LocalDate;
  readonly end: LocalDate;
}
