import type { LocalDate } from "../../../domain/local-date.ts";
import type { Period } from "../../../domain/period.ts";
import { type Change, standingOf } from "./changes.ts";
import { historyAsAt, type PastRest, type Rest } from "./history.ts";
import { dayOf, type JsonRecord, textOf } from "./values.ts";

const CLOSINGS = ["resolved_at", "closed_at"];
const SAYS_HOW = ["resolution_outcome", "resolution_category"];

/** The fields that say how and when a complaint ended, as they are in the record. */
export function asRecorded(fields: JsonRecord): JsonRecord {
  const closing = CLOSINGS.find((key) => textOf(fields[key]) !== "");
  return {
    status: textOf(fields.status),
    resolved_at: closing === undefined ? "" : textOf(fields[closing]),
    reopened_at: textOf(fields.reopened_at),
    withdrawn_at: textOf(fields.withdrawn_at),
    ...outcomeOf(fields),
  };
}

/** The same fields as they would have been on the period's last day. */
export function asAt(fields: JsonRecord, changes: readonly Change[], { start, end }: Period): JsonRecord {
  const closings = CLOSINGS.flatMap((key) => dayOf(fields[key]) ?? []);
  const { past, now } = historyAsAt({ changes, current: standingOf(fields.status), closings }, end);
  const closedAtStart = past.find((rest) => {
    const { closed, reopened } = ended(rest, closings);
    return closed !== null && closed < start && reopened !== null && reopened >= start;
  });
  // Whatever came later, it was not open at the start. The rules see that from this pair of dates only.
  if (closedAtStart !== undefined) return { ...pairOf(closedAtStart, closings), ...withdrawalOf(now) };
  const last = past.at(-1);
  if (now === null) return last === undefined ? {} : pairOf(last, closings);
  if (now.as === "cancelled")
    return {
      ...withdrawalOf(now),
      resolved_at: now.cancelled === null ? closingOf(now, last, closings, end) : (now.closed ?? ""),
    };
  const closed = closingOf(now, last, closings, end);
  const reopened = last?.reopened ?? null;
  // Opened again and closed on one day, the rules would take the re-opening for the later of the two.
  return { resolved_at: closed, reopened_at: reopened !== null && reopened < closed ? reopened : "", ...outcomeOf(fields) };
}

function outcomeOf(fields: JsonRecord): JsonRecord {
  return Object.fromEntries(SAYS_HOW.map((key) => [key, textOf(fields[key])]));
}

function withdrawalOf(now: Rest | null): JsonRecord {
  return now?.as === "cancelled" ? { status: "cancelled", withdrawn_at: now.cancelled ?? "" } : {};
}

function pairOf(rest: PastRest, closings: readonly LocalDate[]): JsonRecord {
  const { closed, reopened } = ended(rest, closings);
  return { resolved_at: reopened === null ? "" : (closed ?? ""), reopened_at: reopened ?? "" };
}

/** An earlier closing: its date in the record was overwritten since, so the timeline goes first. */
function ended(rest: PastRest, closings: readonly LocalDate[]) {
  const { closed, cancelled, reopened } = rest;
  const recorded = closings.find((closing) => reopened !== null && closing <= reopened);
  return { closed: closed ?? cancelled ?? recorded ?? null, reopened };
}

/**
 * The closing that holds: the recorded date where it belongs to it, else the day of the change of status. A recorded date
 * that is later than that day was not there yet when an earlier return was made, which counted that day.
 */
function closingOf({ closed }: Rest, last: PastRest | undefined, closings: readonly LocalDate[], end: LocalDate): string {
  const after = last?.reopened ?? null;
  const belongs = (closing: LocalDate): boolean =>
    closing <= end && (closed === null || closing <= closed) && (after === null || closing > after || closing === closed);
  return closings.find(belongs) ?? closed ?? "";
}
