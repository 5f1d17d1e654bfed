import { ITEM, type Item, type Section } from "../domain/item.ts";
import type { Policies } from "../domain/policy.ts";
import { type Problem, Refusal } from "../domain/problem.ts";
import { itemsOfCheck } from "../domain/relation.ts";
import type { AgeBand, AspectColumn, Hint, MeaningColumn, Meanings, RuleBook, Vocabulary } from "../domain/rule-book.ts";
import { normaliseWords } from "../domain/words.ts";
import { Door } from "./door.ts";
import { relationsOf } from "./relations.ts";
import {
  AgeBandLine,
  EditionFile,
  HolidayLine,
  ItemLine,
  meaningLine,
  PolicyFile,
  RelationsFile,
  SectionLine,
  SynonymLine,
  ThresholdsFile,
} from "./schema.ts";
import { CLINICAL_TREATMENT, vocabularyOf } from "./vocabulary.ts";

/** The files of one edition, by their path inside its folder, with `/`. */
export type EditionFiles = ReadonlyMap<string, string>;

/** The words of a column, and the meanings that rules know. */
const MEANINGS: Readonly<Record<MeaningColumn, { lookup: string; meanings: readonly string[] }>> = {
  outcome: { lookup: "outcomes", meanings: ["upheld", "partially-upheld", "not-upheld", "withdrawn", "inconclusive", "open"] },
  recordType: {
    lookup: "record-types",
    meanings: ["complaint", "pals", "concern", "comment", "compliment", "enquiry", "test", "opened-in-error", "follow-up"],
  },
  receivedBy: { lookup: "received-by", meanings: ["written", "verbal"] },
  answer: { lookup: "answers", meanings: ["yes", "no", "unknown"] },
  consent: { lookup: "consents", meanings: ["not-required", "received", "not-received", "pending"] },
  commissionedProvider: { lookup: "commissioned-providers", meanings: ["own-system", "no-system"] },
  icbScope: { lookup: "icb-scopes", meanings: ["commissioning", "out-of-hours"] },
  approval: { lookup: "approvals", meanings: ["approved", "unapproved", "rejected"] },
};

const VOCABULARIES: Readonly<Record<AspectColumn, { sections: readonly Section[]; lookups: readonly string[] }>> = {
  complainant: { sections: [4], lookups: ["complainants"] },
  services: { sections: [5], lookups: ["services"] },
  subjects: { sections: [7, 6], lookups: ["subjects"] },
  clinicalGroups: { sections: [6], lookups: ["clinical-groups", "specialties"] },
  specialty: { sections: [6], lookups: ["clinical-groups", "specialties", "specialties-unnamed"] },
  professions: { sections: [8], lookups: ["professions"] },
};

/**
 * Reads and checks the rule book of one edition.
 * @throws {Refusal} with every fault: file, entry and field.
 */
export function loadRuleBook(files: EditionFiles): RuleBook {
  const problems: Problem[] = [];
  const door = new Door(files, problems);
  const edition = door.json("edition.json", EditionFile);
  const thresholds = door.json("thresholds.json", ThresholdsFile);
  const policyChoices = door.json("policies.json", PolicyFile);
  const items = door.csv("items.csv", ItemLine).map(
    (line): Item => ({
      id: line.id as Item["id"],
      number: line.number,
      section: line.section,
      sectionName: line.section_name,
      kind: line.kind,
      label: line.label,
      labelStatus: line.label_status,
    }),
  );
  const itemsOfSection = (section: Section): readonly Item[] => items.filter((item) => item.section === section);
  const relations = relationsOf(door.json("relations.json", RelationsFile) ?? [], itemsOfSection);
  const ageBands = door.csv("lookups/age-bands.csv", AgeBandLine) as AgeBand[];

  const known = new Set<string>(items.map((item) => item.id));
  const mustExist = (id: string, place: string): void => {
    if (!known.has(id)) problems.push({ what: `${place}, field "item": "${id}" is no item of items.csv` });
  };
  for (const id of Object.values(ITEM)) mustExist(id, "items.csv: entry that the rules name");
  for (const band of ageBands) mustExist(band.item, `lookups/age-bands.csv: entry "${band.from}"`);
  for (const relation of relations)
    for (const id of relation.checks.flatMap(itemsOfCheck)) mustExist(id, `relations.json: entry "${relation.id}"`);

  const vocabulary = (column: AspectColumn): Vocabulary => {
    const { sections, lookups } = VOCABULARIES[column];
    const synonyms = lookups.flatMap((name) => {
      const file = `lookups/${name}.csv`;
      const lines = door.csv(file, SynonymLine);
      for (const line of lines) if (line.item !== CLINICAL_TREATMENT) mustExist(line.item, `${file}: entry "${line.words}"`);
      return lines;
    });
    return vocabularyOf(sections.flatMap(itemsOfSection), synonyms);
  };
  const meaningLines = fromKeys(MEANINGS, (column) =>
    door.csv(`lookups/${MEANINGS[column].lookup}.csv`, meaningLine(MEANINGS[column].meanings)),
  );
  const meanings = (column: MeaningColumn): Meanings =>
    new Map(meaningLines[column].map((line) => [normaliseWords(line.words), line.meaning]));
  const usualWords = (column: MeaningColumn): readonly string[] =>
    MEANINGS[column].meanings.flatMap((meaning) => meaningLines[column].find((line) => line.meaning === meaning)?.words ?? []);
  const hintLines = door.csv("lookups/hints.csv", SynonymLine);
  for (const { words, item } of hintLines)
    if (item !== CLINICAL_TREATMENT) mustExist(item, `lookups/hints.csv: entry "${words}"`);
  const labelLines = door.csv("lookups/labels.csv", SynonymLine);
  for (const { words, item } of labelLines) mustExist(item, `lookups/labels.csv: entry "${words}"`);
  const book = {
    otherLabels: labelLines.map(({ words, item }) => ({ words, item: item as Item["id"] })),
    sectionWords: door.csv("lookups/sections.csv", SectionLine),
    hints: hintLines.map(
      ({ words, item }): Hint => ({
        words: normaliseWords(words),
        item: item === CLINICAL_TREATMENT ? null : (item as Item["id"]),
      }),
    ),
    vocabularies: fromKeys(VOCABULARIES, vocabulary),
    meanings: fromKeys(MEANINGS, meanings),
    meaningWords: fromKeys(MEANINGS, usualWords),
    bankHolidays: new Set(door.csv("lookups/bank-holidays.csv", HolidayLine).map((line) => line.date)),
  };
  if (problems.length > 0 || edition === null || thresholds === null || policyChoices === null) throw new Refusal(...problems);
  return {
    ...book,
    edition: edition.edition,
    periods: edition.periods,
    window: edition.window,
    items,
    itemsOfSection,
    ageBands,
    relations,
    thresholds,
    policyChoices,
    defaultPolicies: Object.fromEntries(policyChoices.map((choice) => [choice.name, choice.default])) as unknown as Policies,
  };
}

function fromKeys<K extends string, T>(keys: Readonly<Record<K, unknown>>, make: (key: K) => T): Record<K, T> {
  return Object.fromEntries((Object.keys(keys) as K[]).map((key) => [key, make(key)])) as Record<K, T>;
}
