import type { Field } from "../domain/field.ts";
import type { LocalValue, ReadAs } from "../domain/local-value.ts";
import type { AspectColumn, VocabularyEntry } from "../domain/rule-book.ts";
import type { SourceRow, SourceTable } from "../domain/source-table.ts";
import { normaliseWords } from "../domain/words.ts";
import { codeHabits, pieceReader, splitValues } from "./aspects.ts";
import { type Cells, cellsOf } from "./cells.ts";
import type { Columns } from "./columns.ts";
import type { FieldMeanings, LocalWords } from "./local-words.ts";
import { readSites, splitOf } from "./sites.ts";

interface ReadValue {
  readonly words: string;
  readonly readAs: ReadAs;
}

type ReadValues = (row: SourceRow) => readonly ReadValue[];

/** Every distinct value under the fields that hold words from a list, in order of appearance. */
export function localValues(table: SourceTable, columns: Columns, words: LocalWords): readonly LocalValue[] {
  const cells = cellsOf(table, columns);
  return [...columns.keys()].flatMap((field) => {
    const read = readerOf(field, table, cells, words);
    return read === null ? [] : counted(field, cells.heading(field), table.rows, read);
  });
}

function readerOf(field: Field, table: SourceTable, cells: Cells, { vocabularies, meanings }: LocalWords): ReadValues | null {
  if (field in vocabularies) {
    const column = field as AspectColumn;
    const pieces = pieceReader(vocabularies[column], codeHabits(table.profile, column));
    return (row) => pieces(cells.own(row, field)).map(({ words, entry }) => ({ words, readAs: meaningOf(entry) }));
  }
  const known = meanings[field];
  if (known !== undefined) return (row) => wholeCell(cells.own(row, field), field, known);
  if (field === "siteName")
    return (row) =>
      readSites("", cells.own(row, field), splitOf(table.profile)).flatMap(({ name }) => (name === null ? [] : [site(name)]));
  if (field === "siteCode")
    return (row) => readSites(cells.own(row, field), "").flatMap(({ code }) => (code === null ? [] : [site(code)]));
  return null;
}

function site(words: string): ReadValue {
  return { words, readAs: { kind: "site" } };
}

function wholeCell(text: string, field: Field, known: NonNullable<FieldMeanings[Field]>): readonly ReadValue[] {
  const words = field === "icbScope" ? (splitValues(text)[0] ?? "") : text;
  if (words === "") return [];
  const meaning = known.get(normaliseWords(words));
  if (meaning === undefined) return [{ words, readAs: { kind: "unknown" } }];
  return [{ words, readAs: meaning === "" ? { kind: "nothing" } : { kind: "meaning", meaning } }];
}

function meaningOf(entry: VocabularyEntry | null): ReadAs {
  if (entry === null) return { kind: "unknown" };
  return entry.kind === "item" ? { kind: "item", item: entry.item } : { kind: entry.kind };
}

/** The same words in another case are the same value; a row that has them twice counts once. */
function counted(field: Field, heading: string, rows: readonly SourceRow[], read: ReadValues): readonly LocalValue[] {
  const values = new Map<string, LocalValue>();
  for (const row of rows) {
    const here = new Map(read(row).map((value) => [normaliseWords(value.words), value]));
    for (const [key, { words, readAs }] of here) {
      const rowsSoFar = values.get(key)?.rows ?? 0;
      values.set(key, { field, heading, words: values.get(key)?.words ?? words, readAs, rows: rowsSoFar + 1 });
    }
  }
  return [...values.values()];
}
