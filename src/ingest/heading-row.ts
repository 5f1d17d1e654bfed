import { FIELD_NAMES, FIELDS, type Field } from "../domain/field.ts";
import { Refusal } from "../domain/problem.ts";
import type { SourceGrid, SourceTable } from "../domain/source-table.ts";
import { normaliseHeading } from "../domain/words.ts";
import type { SourceProfile } from "./sources/profile.ts";

/** Title rows above the headings that are looked through. */
const DEPTH = 60;

/** Says how many fields a row of cells names; 0 unless it names a reference and a date received. */
export function headingScorer(profile: SourceProfile, columns: ReadonlyMap<Field, string>): (cells: readonly string[]) => number {
  const headings = FIELD_NAMES.map((field) => {
    const own = columns.get(field);
    return { field, keys: new Set((own === undefined ? profile.headings[field] : [own]).map(normaliseHeading)) };
  });
  return (cells) => {
    const there = cells.map(normaliseHeading);
    const named = headings.filter(({ keys }) => there.some((key) => keys.has(key))).map(({ field }) => field);
    return named.includes("reference") && named.includes("received") ? named.length : 0;
  };
}

/** The table under the first row of headings, or null when the grid has none. Blank rows are no rows. */
export function tableOf(grid: SourceGrid, score: (cells: readonly string[]) => number): SourceTable | null {
  const index = grid.rows.slice(0, DEPTH).findIndex(({ cells }) => score(cells) > 0);
  const heading = grid.rows[index];
  if (heading === undefined) return null;
  const headings = heading.cells.map((cell) => cell.trim());
  const rows = grid.rows.slice(index + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const width = headings.length;
  return { file: grid.file, sheet: grid.sheet, headings, width, headingRow: heading.row, rows: trimmed(rows, width) };
}

/** Drops blank cells to the right of the headings when every row has the same number of them: a separator at the line's end. */
function trimmed(rows: SourceTable["rows"], width: number): SourceTable["rows"] {
  const surplus = (rows[0]?.cells.length ?? 0) - width;
  const even =
    surplus > 0 &&
    rows.every(({ cells }) => cells.length === width + surplus && cells.slice(width).every((cell) => cell.trim() === ""));
  return even ? rows.map(({ row, cells }) => ({ row, cells: cells.slice(0, width) })) : rows;
}

/** What to tell an officer whose file has no headings that can be understood. */
export function noHeadings(grids: readonly SourceGrid[], columns: ReadonlyMap<Field, string>): Refusal {
  const file = grids[0]?.file ?? "";
  const first = grids.flatMap(({ rows }) => rows).find(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (first === undefined)
    return new Refusal({ what: "The file holds nothing.", where: file, fix: "Export the complaints again." });
  const wanted = [columns.get("reference") ?? FIELDS.reference, columns.get("received") ?? FIELDS.received].map(
    (heading) => `"${heading}"`,
  );
  const own = columns.has("reference") || columns.has("received");
  return new Refusal({
    what: `No row of headings was found with ${wanted.join(" and ")}.`,
    where: first.row === 0 ? file : `${file}, row ${first.row} and below`,
    fix: own
      ? "Put right in ko41a.yaml which of your headings they are (columns:), as they stand in the file."
      : "Name these two columns so, or say in ko41a.yaml which of your headings they are (columns:).",
  });
}
