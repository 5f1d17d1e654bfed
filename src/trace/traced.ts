import type { ReadReturn, TracedReturn } from "../domain/read-return.ts";

/** Only a return.json names the complaints behind its figures. */
export function isTraced(given: ReadReturn): given is TracedReturn {
  return given.complaints !== null && given.made !== null;
}
