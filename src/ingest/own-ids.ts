import type { SourceTable } from "../domain/source-table.ts";
import { normaliseHeading } from "../domain/words.ts";

/** Where a table has its system's own id, and the reference that people gave. Places from 0. */
interface Places {
  readonly table: SourceTable;
  readonly id: number;
  readonly reference: number;
}

/**
 * A reference that two records share, in whichever of the exports, tells neither from the other, and one that changed
 * between two exports makes no second complaint: the system's own id stands in their place.
 */
export function withOwnIds(tables: readonly SourceTable[]): readonly SourceTable[] {
  const found = tables.flatMap(placesIn);
  if (found.length === 0) return tables;
  const references = new Map<string, Set<string>>();
  const ids = new Map<string, Set<string>>();
  for (const { table, id, reference } of found)
    for (const { cells } of table.rows) {
      const [own, given] = [cellAt(cells, id), cellAt(cells, reference)];
      if (own === "") continue;
      const name = given === "" ? own : given;
      references.set(own, (references.get(own) ?? new Set()).add(name));
      // An id may become a reference itself, and is nobody else's then.
      for (const one of [name, own]) ids.set(one, (ids.get(one) ?? new Set()).add(own));
    }
  const settled = (own: string, given: string): string => {
    if (own === "") return given;
    const [only, other] = references.get(own) ?? [];
    return only !== undefined && other === undefined && ids.get(only)?.size === 1 ? only : own;
  };
  const byTable = new Map(found.map((places) => [places.table, places]));
  return tables.map((table) => {
    const places = byTable.get(table);
    if (places === undefined) return table;
    const { id, reference } = places;
    const rows = table.rows.map(({ row, cells }) => ({
      row,
      cells: cells.with(reference, settled(cellAt(cells, id), cellAt(cells, reference))),
    }));
    return { ...table, rows };
  });
}

function placesIn(table: SourceTable): readonly Places[] {
  const { ownId, headings } = table.profile;
  if (ownId === null) return [];
  const placeOf = (heading: string): number =>
    table.headings.findIndex((one) => normaliseHeading(one) === normaliseHeading(heading));
  const id = placeOf(ownId);
  const reference = placeOf(headings.reference?.[0] ?? "");
  const isEven = table.rows.every(({ cells }) => cells.length > Math.max(id, reference));
  return id >= 0 && reference >= 0 && isEven ? [{ table, id, reference }] : [];
}

function cellAt(cells: readonly string[], place: number): string {
  return (cells[place] ?? "").trim();
}
