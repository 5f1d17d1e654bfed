import type { OtherFigures } from "../../src/domain/reconciliation.ts";
import { readOtherTable } from "../../src/returns/other-table/read.ts";
import { BOOK, counted, tracedReturn } from "./traced.ts";

type Cells = readonly string[];

const OURS = tracedReturn([counted("C-1"), counted("C-2", { site: "RZZ02" })]);

/** A table of another system against our return, which has RZZ01 and RZZ02. */
export function readOther(...rows: readonly Cells[]): OtherFigures | null {
  const lines = rows.map((cells, index) => ({ row: index + 1, cells }));
  return readOtherTable({ file: "theirs.csv", sheet: null, rows: lines }, OURS, BOOK);
}

/** What was read, by site; "all" for all sites together. */
export function otherFigures(...rows: readonly Cells[]): Record<string, Record<string, number>> {
  const sites = readOther(...rows)?.rows.map(({ site, counts }) => [site ?? "all", Object.fromEntries(counts)]);
  return Object.fromEntries(sites ?? []);
}
