import { dateInWords } from "../../domain/local-date.ts";
import type { Return } from "../../domain/return.ts";

export function longDate(date: string): string {
  return dateInWords(date) ?? date;
}

export function periodWords({ label, start, end }: Return["period"]): string {
  return `${label}: ${longDate(start)} to ${longDate(end)}`;
}
