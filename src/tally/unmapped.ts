import { FIELDS, type Field } from "../domain/field.ts";
import type { Finding } from "../domain/finding.ts";
import type { ItemId } from "../domain/item.ts";
import type { UnmappedWords } from "../domain/report.ts";

/** Local categories that fit nowhere, each with the number of complaints, most frequent first. */
export function unmappedOf(findings: readonly Finding[]): readonly UnmappedWords[] {
  const found = new Map<string, { field: Field; words: string; countedAs: ItemId; complaints: number }>();
  for (const { detail, item } of findings) {
    if (detail.kind !== "fits-nowhere" || item === null) continue;
    const key = `${detail.field}\u0000${detail.words}`;
    const one = found.get(key) ?? { field: detail.field, words: detail.words, countedAs: item, complaints: 0 };
    one.complaints += 1;
    found.set(key, one);
  }
  return [...found.values()]
    .map(({ field, ...one }) => ({
      column: FIELDS[field],
      words: one.words,
      complaints: one.complaints,
      countedAs: one.countedAs,
    }))
    .sort((a, b) => b.complaints - a.complaints || compare(a.column, b.column) || compare(a.words, b.words));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
