import type { LocalDate } from "../../../domain/local-date.ts";
import type { Change, Standing } from "./changes.ts";

/** A stretch of time in which a complaint was at an end. Days that nobody recorded are null. */
export interface Rest {
  readonly as: "closed" | "cancelled";
  readonly closed: LocalDate | null;
  readonly cancelled: LocalDate | null;
}

/** One that ended because the complaint was opened again. */
export interface PastRest extends Rest {
  readonly reopened: LocalDate | null;
}

/** A complaint's way up to a day. `now` null: it is open. */
export interface History {
  readonly past: readonly PastRest[];
  readonly now: Rest | null;
}

interface Step extends Omit<Change, "day"> {
  readonly day: LocalDate | null;
}

export interface Recorded {
  readonly changes: readonly Change[];
  /** The status in the complaint itself, as at the export. */
  readonly current: Standing | null;
  /** The closing dates in the complaint itself, best first. */
  readonly closings: readonly LocalDate[];
}

/** What had happened by the end of a day. */
export function historyAsAt(recorded: Recorded, end: LocalDate): History {
  const before = recorded.changes.filter(({ day }) => day <= end);
  const past: PastRest[] = [];
  let now: Rest | null = null;
  for (const { day, from, to } of [...before, ...unrecorded(before, recorded, end)]) {
    if (now === null && (from === "closed" || from === "cancelled")) now = beginning(from);
    // To resolve what was cancelled is to take it up again.
    if (now !== null && (to === "open" || (now.as === "cancelled" && to === "closed"))) {
      past.push({ ...now, reopened: day });
      now = null;
    }
    if (to !== "open") now = at(now ?? beginning(to), to, day);
  }
  return { past, now };
}

function beginning(as: Rest["as"]): Rest {
  return { as, closed: null, cancelled: null };
}

/** The first day of each kind counts: closing what is resolved is no second resolution. */
function at(rest: Rest, as: Rest["as"], day: LocalDate | null): Rest {
  return { ...rest, as, [as]: rest[as] ?? day };
}

/**
 * Statuses that were changed past the timeline: what comes next does not begin where the last change ended.
 * Without any change by then, the first one after it tells how the complaint stood.
 */
function unrecorded(before: readonly Change[], { changes, current, closings }: Recorded, end: LocalDate): readonly Step[] {
  const last = before.at(-1);
  const next = changes[before.length];
  const then = next === undefined ? current : (next.from ?? "open");
  const from = last?.to ?? "open";
  if (then === null || then === from) return [];
  if (then === "closed") {
    const day = closings.find((closing) => closing >= (last?.day ?? "") && closing <= end);
    if (day !== undefined) return [{ day, from, to: then }];
    if (last !== undefined && closings.some((closing) => closing > end)) return [];
  }
  return last !== undefined && next !== undefined ? [] : [{ day: null, from, to: then }];
}
