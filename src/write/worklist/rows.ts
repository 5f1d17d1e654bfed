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

/** The XML of the lines as rows of a sheet. Blank cells are left out: they look as their columns do. */
export function rowsXml(lines: readonly WorklistLine[], looks: readonly ColumnLook[], strings: Strings): string {
  const widths = looks.map(({ width }) => width);
  const starts = COLUMNS.map((column, at) => [column, `<c s="${looks[at]?.style ?? "0"}" r="${columnName(at + 1)}`] as const);
  const rows = lines.map((line, at) => {
    const row = String(at + FIRST_LINE);
    const cells = starts.map(([column, start]) => {
      const end = cellEnd(line[column] ?? null, strings);
      return end === "" ? "" : start + row + end;
    });
    return `<row r="${row}" ht="${heightOf(line, widths)}">${cells.join("")}</row>`;
  });
  return rows.join("");
}

function cellEnd(value: string | number | null, strings: Strings): string {
  if (value === null) return "";
  return typeof value === "number" ? `"><v>${value}</v></c>` : strings.cellEnd(value);
}
