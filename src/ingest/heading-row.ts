import { FIELDS, type Field } from "../domain/field.ts";
import { Refusal } from "../domain/problem.ts";
import { readDate } from "../domain/read-date.ts";
import { headingKeys, type SourceProfile } from "../domain/source-profile.ts";
import type { SourceGrid, SourceTable } from "../domain/source-table.ts";
import { normaliseHeading } from "../domain/words.ts";
import { fieldsNamed } from "./recognise.ts";
import type { Source } from "./sources/source.ts";

/** Title rows above the headings that are looked through. */
const DEPTH = 60;

/** Says how many fields a row of cells names in the system whose headings fit it best. */
export function headingScorer(
  profiles: readonly SourceProfile[],
  columns: ReadonlyMap<Field, string>,
): (cells: readonly string[]) => number {
  return (cells) => Math.max(0, ...profiles.map((profile) => fieldsNamed(cells, profile, columns)));
}

/** Whether a row of cells may be headings of any kind: several different short texts, and hardly a gap between them. */
export function looksLikeHeadings(cells: readonly string[]): number {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const distinct = new Set(filled.map(normaliseHeading)).size;
  const texts = filled.every((cell) => cell.length <= 150 && /\p{L}/u.test(cell) && readDate(cell).kind !== "date");
  return texts && filled.length >= 3 && distinct === filled.length && filled.length >= cells.length * 0.6 ? filled.length : 0;
}

/** A grid below its heading row; whose system it is comes next. */
export type HeadedGrid = Omit<SourceTable, "profile">;

/** What stands under the first row of headings, or null when the grid has none. Blank rows are no rows. */
export function headedGrid(grid: SourceGrid, score: (cells: readonly string[]) => number): HeadedGrid | null {
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
export function noHeadings(
  grids: readonly SourceGrid[],
  sources: readonly Source[],
  columns: ReadonlyMap<Field, string>,
): Refusal {
  const file = grids[0]?.file ?? "";
  const first = grids.flatMap(({ rows }) => rows).find(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (first === undefined)
    return new Refusal({ what: "The file holds nothing.", where: file, fix: "Export the complaints again." });
  const needed = ["reference", "received"] as const;
  const where = first.row === 0 ? file : `${file}, row ${first.row} and below`;
  const rows = grids.flatMap((grid) => grid.rows.slice(0, DEPTH));
  const [absent, other] = needed.filter((field) => !rows.some(({ cells }) => namesField(cells, field, sources, columns)));
  // With both of them absent there is nothing that looks like an export.
  if (absent !== undefined && other === undefined && columns.size > 0)
    return new Refusal({
      what: columns.has(absent)
        ? `There is no heading "${columns.get(absent)}", which was named as ${FIELDS[absent]}.`
        : `Nothing says which heading is ${FIELDS[absent]}.`,
      where,
      fix: "Choose it on the line of your heading in the mapping sheet, or name it under “columns” in ko41a.yaml, as it stands in the file.",
    });
  const wanted = needed.map((field) => `"${wantedHeading(field, sources, columns)}"`);
  return new Refusal({
    what: `No row of headings was found with ${wanted.join(" and ")}.`,
    where,
    fix:
      columns.has("reference") || columns.has("received")
        ? "Put right in ko41a.yaml or in the mapping sheet which of your headings they are, as they stand in the file."
        : "Run ko41a map with this file and --out mapping.xlsx: it lists your headings, and you choose what each of them is.",
  });
}

function namesField(
  cells: readonly string[],
  field: Field,
  sources: readonly Source[],
  columns: ReadonlyMap<Field, string>,
): boolean {
  const own = columns.get(field);
  return sources.some(({ profile }) => {
    const known = new Set([...(own === undefined ? [] : [own]), ...(profile.headings[field] ?? [])].map(normaliseHeading));
    return cells.some((cell) => headingKeys(cell, profile).some((key) => known.has(key)));
  });
}

/** The trust's own heading; that of the one system that was named; or the generic one. */
function wantedHeading(field: Field, sources: readonly Source[], columns: ReadonlyMap<Field, string>): string {
  const [only, other] = sources;
  const named = other === undefined ? only?.profile.headings[field]?.[0] : undefined;
  return columns.get(field) ?? named ?? FIELDS[field];
}
