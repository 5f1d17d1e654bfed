import type { Field } from "../domain/field.ts";
import { FIELDS } from "../domain/field.ts";
import { type Problem, Refusal } from "../domain/problem.ts";
import type { AspectColumn, MeaningColumn, RuleBook, VocabularyEntry } from "../domain/rule-book.ts";
import type { SourceProfile } from "../domain/source-profile.ts";
import { likeness, normaliseWords } from "../domain/words.ts";

const ASPECT_FIELDS: readonly AspectColumn[] = [
  "complainant",
  "services",
  "subjects",
  "clinicalGroups",
  "specialty",
  "professions",
];
const MEANING_OF_FIELD: Partial<Record<Field, MeaningColumn>> = {
  outcome: "outcome",
  recordType: "recordType",
  receivedBy: "receivedBy",
  investigated: "answer",
  responded: "answer",
  consent: "consent",
  commissionedProvider: "commissionedProvider",
  icbScope: "icbScope",
  approval: "approval",
  overdue: "answer",
};

const COLUMNS_WITH_VALUES = `Columns with values are ${[...ASPECT_FIELDS, ...(Object.keys(MEANING_OF_FIELD) as Field[])].map((field) => FIELDS[field]).join(", ")}.`;

export type Vocabularies = RuleBook["vocabularies"];
/** Words to meanings, by the field they stand in. */
export type FieldMeanings = Readonly<Partial<Record<Field, ReadonlyMap<string, string>>>>;

/** The rule book's words together with a system's. */
export interface LocalWords {
  readonly vocabularies: Vocabularies;
  readonly meanings: FieldMeanings;
}

/** Local words to the words of the generic export, by field; "" says nothing. */
export type Values = ReadonlyMap<Field, ReadonlyMap<string, string>>;

/** A system's own words. */
export function profileValues({ values }: SourceProfile): Values {
  const words = Object.entries(values) as [Field, Readonly<Record<string, string>>][];
  return new Map(words.map(([field, own]) => [field, new Map(Object.entries(own))]));
}

/**
 * The rule book's words, a system's and the trust's own; of two that speak of the same words the later wins.
 * @throws {Refusal} naming every local word that is given a meaning which does not exist
 */
export function withLocalWords(book: RuleBook, ...local: readonly Values[]): LocalWords {
  const problems: Problem[] = [];
  const merge = <T>(field: Field, known: ReadonlyMap<string, T>, nothing: T): ReadonlyMap<string, T> => {
    const own = local.flatMap((values) => [...(values.get(field) ?? [])]);
    if (own.length === 0) return known;
    const merged = new Map(known);
    for (const [words, target] of own) {
      const meaning = target.trim() === "" ? nothing : known.get(normaliseWords(target));
      if (meaning === undefined)
        problems.push({
          what: `values: "${FIELDS[field]}": "${words}" is given the meaning "${target}", which does not exist.`,
          fix: `${didYouMean(target, [...known.keys()])}Use an item's id, number or label (ko41a items lists them), or a word of the generic export.`,
        });
      else merged.set(normaliseWords(words), meaning);
    }
    return merged;
  };
  const nothing: VocabularyEntry = { kind: "nothing" };
  const vocabularies = ASPECT_FIELDS.map((field) => [field, merge(field, book.vocabularies[field], nothing)]);
  const meanings: Partial<Record<Field, ReadonlyMap<string, string>>> = {};
  for (const [field, column] of Object.entries(MEANING_OF_FIELD) as [Field, MeaningColumn][])
    meanings[field] = merge(field, book.meanings[column], "");
  for (const field of new Set(local.flatMap((values) => [...values.keys()])))
    if (!hasValues(field))
      problems.push({
        what: `values: "${FIELDS[field]}" has no fixed values, so none can be mapped.`,
        fix: COLUMNS_WITH_VALUES,
      });
  if (problems.length > 0) throw new Refusal(...problems);
  return { vocabularies: Object.fromEntries(vocabularies) as Vocabularies, meanings };
}

function didYouMean(target: string, known: readonly string[]): string {
  const [near] = known
    .map((words) => ({ words, near: likeness(words, target) }))
    .filter(({ near }) => near > 0.5)
    .sort((a, b) => b.near - a.near);
  return near === undefined ? "" : `Did you mean "${near.words}"? `;
}

/** Whether a field's cells hold words from a list, which local words can be mapped to. */
function hasValues(field: Field): boolean {
  return (ASPECT_FIELDS as readonly Field[]).includes(field) || MEANING_OF_FIELD[field] !== undefined;
}
