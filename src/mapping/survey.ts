import { ESSENTIAL, FIELDS, type Field, NEEDED } from "../domain/field.ts";
import type { Item } from "../domain/item.ts";
import type { LocalValue, ReadAs } from "../domain/local-value.ts";
import { type MappingLine, type MappingSheet, type MappingStatus, NOT_NEEDED, SAYS_NOTHING } from "../domain/mapping.ts";
import type { Register } from "../domain/register.ts";
import type { AspectColumn, RuleBook } from "../domain/rule-book.ts";
import { normaliseWords } from "../domain/words.ts";
import { hintFor } from "./hints.ts";
import {
  CLINICAL_TREATMENT,
  COLUMNS_LIST,
  entryOf,
  isAspect,
  itemsOf,
  listsFor,
  meaningColumnOf,
  WITHOUT_CODE,
} from "./lists.ts";
import { type Answer, lineKey, type Mapping, valueKey } from "./mapping.ts";
import { nearest, nearestOf } from "./nearest.ts";

/** A heading of the export, and what it is read as or might be. */
export interface SurveyedHeading {
  readonly heading: string;
  readonly field: Field | null;
  readonly suggestion: Field | "known to be of no use" | null;
  readonly rows: number;
}

export interface Surveyed {
  readonly files: readonly string[];
  readonly headings: readonly SurveyedHeading[];
  readonly values: readonly LocalValue[];
}

interface About {
  readonly book: RuleBook;
  readonly register: Register;
  readonly organisation: string | null;
  /** The sheet of an earlier period, or an earlier state of this one. */
  readonly earlier: Mapping | null;
}

/** What an export holds, as a sheet to be filled: headings first, then values by column, most frequent first. */
export function mappingSheet({ files, headings, values }: Surveyed, about: About): MappingSheet {
  const there = new Set(values.map(({ field, words }) => valueKey(field, words)));
  const absent = (about.earlier?.answers ?? []).filter(({ field, value }) => !there.has(valueKey(field, value)));
  const fields = new Set([...values, ...absent].map(({ field }) => field));
  const lists = listsFor(fields, about.book, about.register, about.organisation);
  const order = [...fields];
  const sorted = [...values].sort(
    (a, b) => order.indexOf(a.field) - order.indexOf(b.field) || b.rows - a.rows || (a.words < b.words ? -1 : 1),
  );
  const read = new Set(headings.map(({ field }) => field));
  const missing = NEEDED.filter((fields) => !fields.some((field) => read.has(field))).map(([field]) => field);
  const groupless = !(read.has("specialty") || read.has("clinicalGroups"));
  const anyMayBe = missing.some((field) => ESSENTIAL.has(field));
  return {
    files,
    lists,
    missing,
    lines: [
      ...headings.map((one) => headingLine(one, anyMayBe, about)),
      ...sorted.map((one) => valueLine(one, lists, groupless, about)),
      ...absent.map(absentLine),
    ],
  };
}

/** While something essential is not found, it may stand under any heading that is not read. */
function headingLine(
  { heading, field, suggestion: found, rows }: SurveyedHeading,
  anyMayBe: boolean,
  { earlier }: About,
): MappingLine {
  const suggestion = found === "known to be of no use" ? null : found;
  const choice = earlier?.lines.get(lineKey(heading, "")) ?? "";
  return {
    kind: "heading",
    heading,
    field,
    value: "",
    rows,
    readAs: "",
    suggestion: field === null && suggestion !== null ? FIELDS[suggestion] : "",
    choice,
    status:
      field !== null || choice !== "" || suggestion !== null
        ? statusOf(field !== null, choice, earlier, lineKey(heading, ""))
        : anyMayBe && found === null
          ? "to choose"
          : "not read",
    list: COLUMNS_LIST,
  };
}

/** Clinical treatment counts in its clinical group: where no column says which, the officer has to. */
function valueLine(value: LocalValue, lists: MappingSheet["lists"], groupless: boolean, about: About): MappingLine {
  const { field, heading, words, rows } = value;
  const key = lineKey(heading, words);
  const choice = about.earlier?.lines.get(key) ?? about.earlier?.lines.get(valueKey(field, words)) ?? "";
  const readAs = labelOf(value.readAs, value, about);
  const list = lists.get(FIELDS[field]) ?? [];
  return {
    kind: "value",
    heading,
    field,
    value: words,
    rows,
    readAs: choice === "" ? readAs : "",
    suggestion: readAs === "" && choice === "" ? (suggest(words, field, list, about) ?? "") : "",
    choice,
    status: statusOf(readAs !== "" && !(groupless && value.readAs.kind === "clinical-treatment"), choice, about.earlier, key),
    list: FIELDS[field],
  };
}

/** A choice of an earlier sheet whose value this export has not: the next one may have it again. */
function absentLine({ heading, field, value, choice }: Answer): MappingLine {
  const nothing = { rows: 0, readAs: "", suggestion: "" } as const;
  return { kind: "value", heading, field, value, choice, ...nothing, status: "chosen", list: FIELDS[field] };
}

/** Only what nobody has seen before, or nobody has answered for, asks for attention. */
function statusOf(understood: boolean, choice: string, earlier: Mapping | null, key: string): MappingStatus {
  if (choice !== "") return normaliseWords(choice) === normaliseWords(NOT_NEEDED) ? "left out" : "chosen";
  if (understood) return "understood";
  if (earlier === null) return "to choose";
  return earlier.lines.has(key) ? "left out" : "new, to choose";
}

/** What a value is read as, in the words of its list; "" when it is not understood. */
function labelOf(readAs: ReadAs, { field, words }: LocalValue, { book, register, organisation }: About): string {
  switch (readAs.kind) {
    case "unknown":
      return "";
    case "nothing":
      return SAYS_NOTHING;
    case "clinical-treatment":
      return CLINICAL_TREATMENT;
    case "item":
      return entryOf(book.items.find(({ id }) => id === readAs.item) as Item);
    case "meaning": {
      const column = meaningColumnOf(field);
      const usual = column === null ? [] : book.meaningWords[column];
      return usual.find((word) => column !== null && book.meanings[column].get(normaliseWords(word)) === readAs.meaning) ?? "";
    }
    case "site": {
      if (words === organisation) return `${organisation} ${WITHOUT_CODE}`;
      const site = register.byCode.get(words) ?? register.byName.get(normaliseWords(words));
      if (site !== undefined) return `${site.code} ${site.name}`;
      return field === "siteCode" && !register.complete ? words : "";
    }
  }
}

/** The nearest entry of the list, by its own words or by any that it is known under. */
function suggest(words: string, field: Field, list: readonly string[], { book }: About): string | null {
  if (!isAspect(field))
    return nearest(
      words,
      list.map((entry) => entry),
    );
  const synonyms = new Map<string, string[]>();
  for (const [form, entry] of book.vocabularies[field]) {
    const key = entry.kind === "item" ? entry.item : entry.kind;
    synonyms.set(key, [...(synonyms.get(key) ?? []), form]);
  }
  const entries = itemsOf(field, book).map((item) => ({
    entry: entryOf(item),
    forms: [item.label, ...(synonyms.get(item.id) ?? [])],
  }));
  const clinical = { entry: CLINICAL_TREATMENT, forms: synonyms.get("clinical-treatment") ?? [] };
  return nearestOf(words, field === "subjects" ? [...entries, clinical] : entries) ?? hinted(words, field, book);
}

/** An entry that words within these make likely. */
function hinted(words: string, field: AspectColumn, book: RuleBook): string | null {
  const hint = hintFor(words, field, book);
  if (hint === null) return null;
  const item = itemsOf(field, book).find(({ id }) => id === hint.item);
  return item === undefined ? CLINICAL_TREATMENT : entryOf(item);
}
