import type { Field } from "../domain/field.ts";
import type { Reading } from "../domain/source-profile.ts";
import type { SourceRow, SourceTable } from "../domain/source-table.ts";
import { normaliseWords } from "../domain/words.ts";
import { headingFinder } from "./columns.ts";

/** The text of a field's own column in a row. */
export type OwnText = (row: SourceRow, field: Field) => string;

/** What another column of a row says of a field; null: nothing. */
export type Override = (row: SourceRow) => string | null;

/** The readings of a table's system as questions to a row, by the field they speak of. */
export function overridesOf(table: SourceTable, own: OwnText): ReadonlyMap<Field, readonly Override[]> {
  const placesUnder = headingFinder(table);
  const overrides = new Map<Field, Override[]>();
  for (const reading of table.profile.readings) {
    const places = reading.column.flatMap(placesUnder);
    if (places.length === 0) continue;
    const applies = conditionOf(reading, places, own);
    for (const [field, words] of Object.entries(reading.then) as [Field, string][])
      overrides.set(field, [...(overrides.get(field) ?? []), (row) => (applies(row) ? words : null)]);
  }
  return overrides;
}

function conditionOf(reading: Reading, places: readonly number[], own: OwnText): (row: SourceRow) => boolean {
  const words = new Set((reading.words ?? []).map(normaliseWords));
  const others = reading.anyOtherThan === undefined ? null : new Set(["", ...reading.anyOtherThan].map(normaliseWords));
  const part = reading.contains === undefined ? null : normaliseWords(reading.contains);
  const unless = Object.entries(reading.unless ?? {}).map(([field, said]) => ({
    field: field as Field,
    said: new Set((said as readonly string[]).map(normaliseWords)),
  }));
  return (row) => {
    const matches = places.some((place) => {
      const cell = normaliseWords(row.cells[place] ?? "");
      return words.has(cell) || (others !== null && !others.has(cell)) || (part !== null && ` ${cell} `.includes(` ${part} `));
    });
    return matches && !unless.some(({ field, said }) => said.has(normaliseWords(own(row, field))));
  };
}
