import type { MappingLine } from "../../domain/mapping.ts";
import type { Colours } from "../report/console/colours.ts";
import { clean, count, cut } from "../report/text.ts";
import { columnOf } from "./cells.ts";

interface Row {
  readonly where: string;
  readonly what: string;
  readonly rows: string;
  readonly suggestion: string;
}

/** A narrower terminal breaks the lines itself; cells that are cut further say nothing. */
const NARROWEST = 80;
const SHORTEST_CELL = 16;
const NEAREST = "nearest: ";
const GAPS = 8;

/** What is to choose, each line beside the entry of the list that is nearest to it. */
export function tableOfOpen(lines: readonly MappingLine[], colour: Colours, width: number): readonly string[] {
  const table = lines.map(rowOf);
  const wide = (pick: (row: Row) => string): number => Math.max(0, ...table.map((row) => pick(row).length));
  const where = wide((row) => row.where);
  const rows = wide((row) => row.rows);
  const room = Math.max(NARROWEST, width) - where - rows - GAPS - NEAREST.length;
  const what = Math.min(
    wide((row) => row.what),
    Math.max(SHORTEST_CELL, Math.floor(room / 2)),
  );
  return table.map((row) => {
    const cells = [row.where.padEnd(where), cut(row.what, what).padEnd(what), colour.dim(row.rows.padStart(rows))];
    const nearest = row.suggestion === "" ? "" : `${NEAREST}${cut(row.suggestion, room - what)}`;
    return `  ${[...cells, nearest].join("  ")}`.trimEnd();
  });
}

function rowOf(line: MappingLine): Row {
  const { kind, heading, value, rows, suggestion } = line;
  return {
    where: kind === "heading" ? "heading" : cut(columnOf(line) || clean(heading), 22),
    what: clean(kind === "heading" ? heading : value),
    rows: rows === 1 ? "1 row " : count(rows, "row"),
    suggestion: clean(suggestion),
  };
}
