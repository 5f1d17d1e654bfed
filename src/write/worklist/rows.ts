import { columnName } from "../../package/address.ts";
import { COLUMNS, FIRST_LINE } from "./columns.ts";
import { heightOf } from "./heights.ts";
import type { WorklistLine } from "./lines.ts";
import type { Strings } from "./strings.ts";

/** How the blank has a column. */
export interface ColumnLook {
  readonly style: string;
  readonly width: number;
}

/** Rows that are made together: all of a long list as one text would cost more memory than all else of a run. */
const BLOCK = 1000;

/** The XML of the lines as rows of a sheet, in UTF-8. Blank cells are left out: they look as their columns do. */
export function rowBlocks(lines: readonly WorklistLine[], looks: readonly ColumnLook[], strings: Strings): readonly Uint8Array[] {
  const encoder = new TextEncoder();
  const starts = COLUMNS.map((column, at) => [column, `<c s="${looks[at]?.style ?? "0"}" r="${columnName(at + 1)}`] as const);
  const widths = looks.map(({ width }) => width);
  const rowXml = (line: WorklistLine, row: number): string => {
    const cells = starts.map(([column, start]) => {
      const end = cellEnd(line[column] ?? null, strings);
      return end === "" ? "" : start + row + end;
    });
    return `<row r="${row}" ht="${heightOf(line, widths)}">${cells.join("")}</row>`;
  };
  return Array.from({ length: Math.ceil(lines.length / BLOCK) }, (_, block) => {
    const first = block * BLOCK;
    const rows = lines.slice(first, first + BLOCK).map((line, at) => rowXml(line, first + at + FIRST_LINE));
    return encoder.encode(rows.join(""));
  });
}

function cellEnd(value: string | number | null, strings: Strings): string {
  if (value === null) return "";
  return typeof value === "number" ? `"><v>${value}</v></c>` : strings.cellEnd(value);
}
