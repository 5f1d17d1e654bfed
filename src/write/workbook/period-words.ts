import type { Return } from "../../domain/return.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `2025-04-01` as "1 April 2025". */
export function longDate(date: string): string {
  const [year = "", month, day] = date.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ""} ${year}`;
}

export function periodWords({ label, start, end }: Return["period"]): string {
  return `${label}: ${longDate(start)} to ${longDate(end)}`;
}
