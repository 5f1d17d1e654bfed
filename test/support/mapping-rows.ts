import { MAPPING_COLUMNS } from "../../src/domain/mapping.ts";
import type { SourceGrid } from "../../src/domain/source-table.ts";

export type MappingColumn = keyof typeof MAPPING_COLUMNS;

/** One line of a mapping sheet; what a test does not say is blank. */
export type SheetLine = Readonly<Partial<Record<MappingColumn, string>>>;

export const SHEET_COLUMNS = Object.keys(MAPPING_COLUMNS) as readonly MappingColumn[];

/** Lines of a mapping sheet as a file has them, its headings on row 1; blank lines are `{}`. */
export function sheetOf(
  lines: readonly SheetLine[],
  {
    file = "mapping.csv",
    sheet = null,
    columns = SHEET_COLUMNS,
  }: Partial<Pick<SourceGrid, "file" | "sheet">> & {
    readonly columns?: readonly (MappingColumn | null)[];
  } = {},
): SourceGrid {
  const cells = [
    columns.map((column) => (column === null ? "Our notes" : MAPPING_COLUMNS[column])),
    ...lines.map((line) => columns.map((column) => (column === null ? "checked" : (line[column] ?? "")))),
  ];
  return { file, sheet, rows: cells.map((one, index) => ({ row: index + 1, cells: one })) };
}
