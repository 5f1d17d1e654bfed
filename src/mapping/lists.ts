import { FIELDS, type Field } from "../domain/field.ts";
import type { Item, Section } from "../domain/item.ts";
import { NOT_NEEDED, SAYS_NOTHING } from "../domain/mapping.ts";
import type { Register } from "../domain/register.ts";
import type { AspectColumn, MeaningColumn, RuleBook } from "../domain/rule-book.ts";

const SECTIONS: Readonly<Record<AspectColumn, readonly Section[]>> = {
  complainant: [4],
  services: [5],
  subjects: [7, 6],
  clinicalGroups: [6],
  specialty: [6],
  professions: [8],
};

const MEANINGS: Readonly<Partial<Record<Field, MeaningColumn>>> = {
  outcome: "outcome",
  recordType: "recordType",
  receivedBy: "receivedBy",
  investigated: "answer",
  responded: "answer",
  overdue: "answer",
  consent: "consent",
  commissionedProvider: "commissionedProvider",
  icbScope: "icbScope",
  approval: "approval",
};

/** The list that the lines of headings choose from. */
export const COLUMNS_LIST = "Columns";

export type ValueKind = "aspect" | "meaning" | "site";

/** What the values under a field are; null: no values from a list, as dates and references. */
export function valueKindOf(field: Field): ValueKind | null {
  if (field in SECTIONS) return "aspect";
  if (field === "siteName" || field === "siteCode") return "site";
  return MEANINGS[field] === undefined ? null : "meaning";
}

export function isAspect(field: Field): field is AspectColumn {
  return field in SECTIONS;
}

/** The column of meanings behind a field; null: it has none. */
export function meaningColumnOf(field: Field): MeaningColumn | null {
  return MEANINGS[field] ?? null;
}

/** Items of a field, as `7.54 Communications`. */
export function itemsOf(field: AspectColumn, book: RuleBook): readonly Item[] {
  return SECTIONS[field].flatMap((section) => book.itemsOfSection(section)).filter(({ kind }) => kind === "count");
}

export function entryOf({ number, label }: Item): string {
  return `${number} ${label}`;
}

export const CLINICAL_TREATMENT = "Clinical treatment";

/** Every list, by its name: the columns, then those of the fields that a sheet has lines for. */
export function listsFor(
  fields: ReadonlySet<Field>,
  book: RuleBook,
  register: Register,
  organisation: string | null,
): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, readonly string[]>([[COLUMNS_LIST, [...Object.values(FIELDS), NOT_NEEDED]]]);
  for (const field of fields) lists.set(FIELDS[field], listOf(field, book, register, organisation));
  return lists;
}

function listOf(field: Field, book: RuleBook, register: Register, organisation: string | null): readonly string[] {
  if (isAspect(field)) {
    const items = itemsOf(field, book).map(entryOf);
    return [...items, ...(field === "subjects" ? [CLINICAL_TREATMENT] : []), SAYS_NOTHING];
  }
  const column = meaningColumnOf(field);
  if (column !== null) return [...book.meaningWords[column], SAYS_NOTHING];
  return sitesOf(register, organisation);
}

/** Open sites of the organisation, as `RZZ01 General hospital`; the organisation itself for a site without a code. */
function sitesOf({ byCode }: Register, organisation: string | null): readonly string[] {
  const own = [...byCode.values()].filter(
    ({ code, parent, closed }) => code.length === 5 && closed === null && (parent === null || parent === organisation),
  );
  const sites = own.map(({ code, name }) => `${code} ${name}`).sort();
  return [...sites, ...(organisation === null ? [] : [`${organisation} ${WITHOUT_CODE}`])];
}

export const WITHOUT_CODE = "(a site without an ODS code)";
