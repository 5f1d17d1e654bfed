import type { LocalDate } from "../../../domain/local-date.ts";
import { normaliseWords } from "../../../domain/words.ts";
import { dayOf, type JsonRecord, momentOf, textOf } from "./values.ts";

export type Standing = "open" | "closed" | "cancelled";

/** One change of status, as the complaint's timeline has it. */
export interface Change {
  readonly day: LocalDate;
  readonly from: Standing | null;
  readonly to: Standing;
}

const SETTLED: Readonly<Record<string, Standing>> = {
  resolved: "closed",
  closed: "closed",
  cancelled: "cancelled",
  canceled: "cancelled",
};

/** Every status that is not an end is open, also one that nobody knows. Null: blank. */
export function standingOf(status: unknown): Standing | null {
  const words = normaliseWords(textOf(status));
  return words === "" ? null : (SETTLED[words] ?? "open");
}

/** The changes of status among a complaint's updates, in order. An update without a readable date tells nothing. */
export function changesOf(updates: readonly JsonRecord[]): readonly Change[] {
  return updates
    .flatMap((update) => {
      const day = dayOf(update.created_at);
      const to = standingOf(update.new_status);
      if (day === null || to === null) return [];
      return [{ at: momentOf(update.created_at), day, from: standingOf(update.old_status), to }];
    })
    .sort((a, b) => a.at - b.at || (a.day < b.day ? -1 : Number(a.day > b.day)))
    .map(({ day, from, to }) => ({ day, from, to }));
}
