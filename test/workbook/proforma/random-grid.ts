import { columnLetters, type PlainCell } from "./random-package.ts";

/** The cells of a sheet in the making. */
export class Grid {
  readonly cells = new Map<number, Map<number, PlainCell>>();

  put(row: number, column: number, cell: PlainCell): void {
    const cells = this.cells.get(row) ?? new Map<number, PlainCell>();
    this.cells.set(row, cells.set(column, cell));
  }
}

/** Lines and positions of a form as rows and columns. A line is what a site has to itself. */
export interface Turn {
  readonly sites: "down" | "across";
  readonly row: (line: number, position: number) => number;
  readonly column: (line: number, position: number) => number;
  readonly address: (line: number, position: number, fixed?: boolean) => string;
  readonly range: (from: readonly [line: number, position: number], to: readonly [line: number, position: number]) => string;
}

export function turnOf(sites: Turn["sites"]): Turn {
  const down = sites === "down";
  const row: Turn["row"] = (line, position) => (down ? line : position);
  const column: Turn["column"] = (line, position) => (down ? position : line);
  // What is fixed is the position, which a formula that is copied from line to line keeps.
  const address: Turn["address"] = (line, position, fixed = false) =>
    `${fixed && down ? "$" : ""}${columnLetters(column(line, position))}${fixed && !down ? "$" : ""}${row(line, position)}`;
  return { sites, row, column, address, range: (from, to) => `${address(...from)}:${address(...to)}` };
}

/** The same choice each time, without a choice of its own for each cell. */
export function oneIn(many: number, ...seeds: readonly number[]): boolean {
  let hash = 7;
  for (const seed of seeds) hash = (Math.imul(hash, 31) + seed * 2_654_435 + (hash >>> 11)) >>> 0;
  return hash % many === 0;
}
