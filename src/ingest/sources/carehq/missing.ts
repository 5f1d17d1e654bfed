import * as z from "zod/mini";
import type { Period } from "../../../domain/period.ts";
import type { Entry, ReadDocumentResult } from "../source.ts";

const Page = z.object({ item_count: z.int() });
const Snapshot = z.object({ schema: z.literal("ko41a-carehq/1"), from: z.string(), to: z.string() });

/** What a saved answer or a snapshot itself says that it has not: other pages, complaints of other days. */
export function missingFrom(entries: readonly Entry[], found: number, { start, end }: Period): ReadDocumentResult["notes"] {
  const [first] = entries;
  const snapshot = Snapshot.safeParse(first?.value);
  if (snapshot.success) {
    const { from, to } = snapshot.data;
    return [
      ...(from >= start ? [{ kind: "incomplete-export", missing: "earlier", found: from, wanted: start } as const] : []),
      ...(to < end ? [{ kind: "incomplete-export", missing: "later", found: to, wanted: end } as const] : []),
    ];
  }
  const counts = entries
    .map(({ value }) => Page.safeParse(value))
    .flatMap(({ data }) => (data === undefined ? [] : [data.item_count]));
  const wanted = Math.max(0, ...counts);
  return found < wanted ? [{ kind: "incomplete-export", missing: "pages", found: String(found), wanted: String(wanted) }] : [];
}
