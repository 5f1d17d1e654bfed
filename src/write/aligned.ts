/** A figure, to be aligned at its right. */
export interface Figure {
  readonly figure: string;
}

type Cell = string | Figure;

/** Rows of cells as aligned columns, two spaces apart and two from the edge. */
export function aligned(rows: readonly (readonly Cell[])[]): readonly string[] {
  const text = (cell: Cell): string => (typeof cell === "string" ? cell : cell.figure);
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, text(cell).length);
    });
  const pad = (cell: Cell, width: number): string =>
    typeof cell === "string" ? cell.padEnd(width) : cell.figure.padStart(width);
  return rows.map((row) => `  ${row.map((cell, at) => pad(cell, widths[at] ?? 0)).join("  ")}`.trimEnd());
}
