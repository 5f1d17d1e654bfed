import type { AspectColumn, Hint, RuleBook } from "../domain/rule-book.ts";
import { normaliseWords } from "../domain/words.ts";
import { itemsOf } from "./lists.ts";

/** The longest hint for a field that stands in some words as whole words; null: none. */
export function hintFor(words: string, field: AspectColumn, book: RuleBook): Hint | null {
  const text = ` ${normaliseWords(words)} `;
  const own = new Set<string>(itemsOf(field, book).map(({ id }) => id));
  const fitting = book.hints.filter(
    ({ words: hint, item }) => text.includes(` ${hint} `) && (item === null ? field === "subjects" : own.has(item)),
  );
  return fitting.sort((a, b) => b.words.length - a.words.length)[0] ?? null;
}
