import type { LocalDate } from "./local-date.ts";

/** One visit by somebody who looks for care. Who it was is not read. */
export interface Visit {
  /** The location's name, or its id where nobody gave the name; "" where none is recorded. */
  readonly location: string;
  /** The day it was booked for. */
  readonly date: LocalDate | null;
  readonly state: "booked" | "completed" | "cancelled";
}

/** Context for the complaints of one location. Visits are counted by the day they were booked for, within the period. */
export interface ActivityLine {
  readonly location: string;
  /** All of them, completed and cancelled ones too. */
  readonly booked: number;
  readonly completed: number;
  readonly cancelled: number;
  /** New complaints of the period. */
  readonly complaints: number;
  /** One decimal; null without a completed visit. */
  readonly complaintsPer100Completed: number | null;
}

export interface Activity {
  readonly file: string;
  readonly locations: readonly ActivityLine[];
  /** Visits that were booked for a day outside the period, or for none. */
  readonly outsidePeriod: number;
}
