import type { Item, ItemId } from "../domain/item.ts";
import { type Problem, Refusal } from "../domain/problem.ts";
import type { Counts } from "../domain/return.ts";
import type { Place, SourceGrid, SourceRow } from "../domain/source-table.ts";
import { normaliseHeading, normaliseWords } from "../domain/words.ts";

/** A grid with one row a site or organisation and a column for every item. */
export interface FiguresTable {
  readonly headingRow: SourceRow;
  readonly body: readonly SourceRow[];
  readonly columnOf: (heading: readonly string[]) => number | null;
  readonly counts: (row: SourceRow) => Counts;
}

/** Rows above the body that are looked through for headings. */
const DEPTH = 40;

/** The row of headings, by the items' ids or numbers; null when the grid has no row that names most of them. */
export function figuresTable(grid: SourceGrid, items: readonly Item[]): FiguresTable | null {
  const forms = new Map<string, ItemId>();
  for (const item of items) {
    forms.set(normaliseHeading(item.id), item.id);
    forms.set(normaliseWords(item.number), item.id);
    forms.set(normaliseWords(`${item.number} ${item.label}`), item.id);
  }
  const itemOf = (cell: string): ItemId | undefined => forms.get(normaliseHeading(cell)) ?? forms.get(normaliseWords(cell));
  const index = grid.rows.slice(0, DEPTH).findIndex(({ cells }) => new Set(cells.map(itemOf)).size > items.length / 2);
  const headingRow = grid.rows[index];
  if (headingRow === undefined) return null;
  const columns = new Map<ItemId, number>();
  headingRow.cells.forEach((cell, column) => {
    const item = itemOf(cell);
    if (item !== undefined && !columns.has(item)) columns.set(item, column);
  });
  refuseMissing(grid, headingRow, items, columns);
  const headings = grid.rows
    .slice(0, index + 3)
    .flatMap(({ cells }) => cells.map((cell, column) => ({ name: normaliseHeading(cell), column })));
  return {
    headingRow,
    body: grid.rows.slice(index + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== "")),
    columnOf: (names) => headings.find(({ name }) => names.some((wanted) => normaliseHeading(wanted) === name))?.column ?? null,
    counts: ({ cells }) =>
      Object.fromEntries(items.map((item) => [item.id, figure((cells[columns.get(item.id) ?? -1] ?? "").trim(), item)])),
  };
}

/** Section 6 may be left blank where no complaint has a clinical aspect; a blank elsewhere is no figure. */
function figure(text: string, item: Item): number {
  if (text === "") return item.section === 6 ? 0 : Number.NaN;
  const digits = text.replaceAll(",", "");
  return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : Number.NaN;
}

function refuseMissing(
  grid: SourceGrid,
  headingRow: SourceRow,
  items: readonly Item[],
  columns: ReadonlyMap<ItemId, number>,
): void {
  const missing = items.filter(({ id }) => !columns.has(id));
  if (missing.length === 0) return;
  const problem: Problem = {
    what: `These items have no column: ${missing.map(({ number, id }) => `${number} ${id}`).join(", ")}.`,
    where: `${grid.file}, row ${headingRow.row}`,
    fix: "Use the file as it was published or written, with all its columns.",
  };
  throw new Refusal(problem);
}

/** @throws {Refusal} when a site has two rows */
export function refuseTwice(earlier: Place | undefined, siteCode: string, place: Place): void {
  if (earlier === undefined) return;
  throw new Refusal({
    what: `${siteCode} has two rows, ${earlier.row} and ${place.row}.`,
    where: place.file,
    fix: "A return has one row a site: put the figures of both into one row, or remove the one that is wrong.",
  });
}
