import * as z from "zod/mini";
import type { Entry } from "../source.ts";

const Located = z.object({ location: z.object({ _id: z.string(), name: z.string() }) });

/** Names of locations by their ids, where a snapshot has both: other files have the id alone. */
export function locationsIn(items: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(
    items.flatMap(({ value }) => {
      const { data } = Located.safeParse(value);
      return data === undefined ? [] : [[data.location._id, data.location.name] as const];
    }),
  );
}
