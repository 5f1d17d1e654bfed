import type { Item } from "../domain/item.ts";
import type { Vocabulary, VocabularyEntry } from "../domain/rule-book.ts";
import { normaliseWords } from "../domain/words.ts";

interface Synonym {
  readonly words: string;
  readonly item: string;
  readonly rule?: string | undefined;
}

/** The word that stands for the subject whose item is its clinical group. */
export const CLINICAL_TREATMENT = "clinical treatment";

/**
 * Every way to write an item: id, number (also as Excel leaves it, 5.3 for 5.30), label, number and label, synonym.
 * Of two items with one label the earlier list wins; a rule book puts the column's own section first.
 */
export function vocabularyOf(items: readonly Item[], synonyms: readonly Synonym[]): Vocabulary {
  const words = new Map<string, VocabularyEntry>();
  const add = (text: string, entry: VocabularyEntry): void => {
    const key = normaliseWords(text);
    if (key !== "" && !words.has(key)) words.set(key, entry);
  };
  for (const item of items) {
    if (item.kind === "total") continue;
    const entry: VocabularyEntry = { kind: "item", item: item.id, rule: null };
    for (const form of [item.id, item.number, item.label, `${item.number} ${item.label}`]) add(form, entry);
    if (item.number.endsWith("0")) add(item.number.slice(0, -1), entry);
  }
  for (const { words: form, item, rule } of synonyms)
    add(
      form,
      item === CLINICAL_TREATMENT
        ? { kind: "clinical-treatment" }
        : { kind: "item", item: item as Item["id"], rule: rule || null },
    );
  return words;
}
