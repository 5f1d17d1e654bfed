import { MAPPING_COLUMNS, type MappingSheet } from "../../domain/mapping.ts";
import { safeCell } from "../csv-cell.ts";
import { COLUMNS, cellsOf } from "./cells.ts";

/** The mapping sheet as CSV with the mark by which Excel knows UTF-8, and CRLF. */
export function mappingCsv({ lines }: MappingSheet): string {
  const rows = [MAPPING_COLUMNS, ...lines.map(cellsOf)].map((cells) =>
    COLUMNS.map((column) => safeCell(cells[column])).join(","),
  );
  return `\ufeff${rows.map((row) => `${row}\r\n`).join("")}`;
}
