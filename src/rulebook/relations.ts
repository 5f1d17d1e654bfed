import type * as z from "zod/mini";
import type { Item, ItemId, Section } from "../domain/item.ts";
import type { Relation, RelationCheck } from "../domain/rule-book.ts";
import type { RelationsFile } from "./schema.ts";

type CheckLine = z.infer<typeof RelationsFile>[number]["checks"][number];

/** Sums over a section are written out as the items they add. */
export function relationsOf(
  lines: z.infer<typeof RelationsFile>,
  itemsOfSection: (section: Section) => readonly Item[],
): readonly Relation[] {
  const check = (line: CheckLine): RelationCheck => {
    if (line.verb === "sum-of-section") {
      const counts = itemsOfSection(line.section as Section).filter((item) => item.kind === "count");
      return { verb: "adds-up", total: line.total as ItemId, plus: counts.map((item) => item.id), minus: [] };
    }
    if (line.verb === "sum-of-items") {
      const minus = (line.minus ?? []) as ItemId[];
      return { verb: "adds-up", total: line.total as ItemId, plus: line.plus as ItemId[], minus };
    }
    return line as RelationCheck;
  };
  return lines.map((line) => ({ ...line, checks: line.checks.map(check) }));
}
