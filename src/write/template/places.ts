import type { CellPlace, Inspection, Layout } from "../../domain/proforma.ts";
import { addressOf, columnName } from "../../package/address.ts";

/** A line of sites as a person sees it: the number of a row or the letter of a column. */
export function lineName({ sites }: Layout, line: number): string {
  return sites === "down" ? String(line) : columnName(line);
}

/** A position of items: the letter of a column or the number of a row. */
export function positionName({ sites }: Layout, position: number): string {
  return sites === "down" ? columnName(position) : String(position);
}

/** The cell of an item for the first site of the sheet. */
export function firstCell(layout: Layout, position: number): string {
  const lines = [...layout.listed.map(({ line }) => line), ...layout.free, layout.endlessFrom ?? Infinity];
  const line = Math.min(...lines);
  if (line === Infinity) return "";
  return layout.sites === "down" ? addressOf(line, position) : addressOf(position, line);
}

export function placeName(place: CellPlace | null): string | null {
  return place === null ? null : `${place.sheet}!${addressOf(place.row, place.column)}`;
}

export function fits({ faults }: Inspection): boolean {
  return faults.length === 0;
}
