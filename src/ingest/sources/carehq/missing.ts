import * as z from "zod/mini";
import type { Period } from "../../../domain/period.ts";
import type { Entry, ReadDocumentResult } from "../source.ts";

const Page = z.object({ item_count: z.int() });
const Snapshot = z.object({ schema: z.literal("ko41a-carehq/1"), from: z.string(), to: z.string() });

/** What a saved answer or a snapshot itself says that it has not: other pages, complaints of other days. */
export function missingFrom(
  entries: readonly Entry[],
  of: "complaints" | "home visits",
  found: number,
  { start, end }: Period,
): ReadDocumentResult["notes"] {
  const kind = "incomplete-export";
  const [first] = entries;
  const snapshot = Snapshot.safeParse(first?.value);
  if (snapshot.success) {
    const { from, to } = snapshot.data;
    return [
      // A complaint of the day before may still have been open; a visit of that day is none of the period.
      ...(from > start || (of === "complaints" && from === start)
        ? [{ kind, of, missing: "earlier", found: from, wanted: start } as const]
        : []),
      ...(to < end ? [{ kind, of, missing: "later", found: to, wanted: end } as const] : []),
    ];
  }
  const counts = entries
    .map(({ value }) => Page.safeParse(value))
    .flatMap(({ data }) => (data === undefined ? [] : [data.item_count]));
  const wanted = Math.max(0, ...counts);
  return found < wanted ? [{ kind, of, missing: "pages", found: String(found), wanted: String(wanted) }] : [];
}
