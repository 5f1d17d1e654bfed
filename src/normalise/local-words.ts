import type { Field } from "../domain/field.ts";
import { FIELDS } from "../domain/field.ts";
import { type Problem, Refusal } from "../domain/problem.ts";
import type { AspectColumn, MeaningColumn, RuleBook } from "../domain/rule-book.ts";
import { normaliseWords } from "../domain/words.ts";

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
};

const COLUMNS_WITH_VALUES = `Columns with values are ${[...ASPECT_FIELDS, ...(Object.keys(MEANING_OF_FIELD) as Field[])].map((field) => FIELDS[field]).join(", ")}.`;

export type Vocabularies = RuleBook["vocabularies"];
/** Words to meanings, by the field they stand in. */
export type FieldMeanings = Readonly<Partial<Record<Field, ReadonlyMap<string, string>>>>;

/**
 * The rule book's words together with the trust's own.
 * @throws {Refusal} naming every local word that is given a meaning which does not exist
 */
export function withLocalWords(
  book: RuleBook,
  local: ReadonlyMap<Field, ReadonlyMap<string, string>>,
): { readonly vocabularies: Vocabularies; readonly meanings: FieldMeanings } {
  const problems: Problem[] = [];
  const merge = <T>(field: Field, known: ReadonlyMap<string, T>): ReadonlyMap<string, T> => {
    const own = local.get(field);
    if (own === undefined) return known;
    const merged = new Map(known);
    for (const [words, target] of own) {
      const meaning = known.get(normaliseWords(target));
      if (meaning === undefined)
        problems.push({
          what: `ko41a.yaml: values: "${FIELDS[field]}": "${words}" is given the meaning "${target}", which does not exist.`,
          fix: "Use an item's id, number or label (ko41a items lists them), or a word of the generic export.",
        });
      else merged.set(normaliseWords(words), meaning);
    }
    return merged;
  };
  const vocabularies = Object.fromEntries(ASPECT_FIELDS.map((field) => [field, merge(field, book.vocabularies[field])]));
  const meanings: Partial<Record<Field, ReadonlyMap<string, string>>> = {};
  for (const [field, column] of Object.entries(MEANING_OF_FIELD) as [Field, MeaningColumn][])
    meanings[field] = merge(field, book.meanings[column]);
  for (const field of local.keys())
    if (!(ASPECT_FIELDS as readonly string[]).includes(field) && MEANING_OF_FIELD[field] === undefined)
      problems.push({
        what: `ko41a.yaml: values: "${FIELDS[field]}" has no fixed values, so none can be mapped.`,
        fix: COLUMNS_WITH_VALUES,
      });
  if (problems.length > 0) throw new Refusal(...problems);
  return { vocabularies: vocabularies as Vocabularies, meanings };
}
