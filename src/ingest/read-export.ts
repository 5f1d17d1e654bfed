import type { Field } from "../domain/field.ts";
import { type Finding, finding } from "../domain/finding.ts";
import { Refusal } from "../domain/problem.ts";
import type { SourceGrid, SourceTable } from "../domain/source-table.ts";
import { type HeadingScore, type OnProgress, readDelimited } from "./csv.ts";
import { headingScorer, noHeadings, tableOf } from "./heading-row.ts";
import { readJsonArray, readNdjson } from "./json.ts";
import { kindOf } from "./kind.ts";
import type { SourceProfile } from "./sources/profile.ts";
import { hiddenSheetFinding, readWorkbook } from "./workbook.ts";

export interface ExportFile {
  /** Base name; a path never reaches an output. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface ReadExport {
  readonly tables: readonly SourceTable[];
  readonly findings: readonly Finding[];
}

/**
 * An export as tables of text, whatever kind of file it is.
 * @throws {Refusal} when it cannot be read or has no headings that are understood
 */
export async function readExport(
  { file, bytes }: ExportFile,
  profile: SourceProfile,
  columns: ReadonlyMap<Field, string>,
  onProgress: OnProgress = () => {},
): Promise<ReadExport> {
  const score = headingScorer(profile, columns);
  switch (kindOf(file, bytes)) {
    case "workbook":
      return fromWorkbook(file, bytes, score, columns);
    case "json":
      return oneTable(await readJsonArray(file, bytes), score, columns);
    case "ndjson":
      return oneTable(await readNdjson(file, bytes), score, columns);
    case "delimited": {
      const { grid, assumed } = await readDelimited(file, bytes, score, onProgress);
      const table = tableOf(grid, score);
      if (table === null) throw noHeadings([grid], columns);
      const source = { file, row: table.headingRow };
      const notes = assumed === null ? [] : [finding("info", { kind: "encoding-assumed", encoding: assumed }, { source })];
      return { tables: [table], findings: notes };
    }
  }
}

function oneTable(grid: SourceGrid, score: HeadingScore, columns: ReadonlyMap<Field, string>): ReadExport {
  const table = tableOf(grid, score);
  if (table === null) throw noHeadings([grid], columns);
  return { tables: [table], findings: [] };
}

/** Every visible sheet with headings that are understood; a hidden one is left out, and said so. */
async function fromWorkbook(
  file: string,
  bytes: Uint8Array,
  score: HeadingScore,
  columns: ReadonlyMap<Field, string>,
): Promise<ReadExport> {
  const grids = await readWorkbook(file, bytes);
  const found = grids.flatMap((grid) => {
    const table = tableOf(grid, score);
    return table === null ? [] : [{ grid, table }];
  });
  const visible = found.filter(({ grid }) => !grid.hidden);
  const [onlyHidden] = found;
  if (visible.length === 0 && onlyHidden !== undefined)
    throw new Refusal({
      what: `The only sheet with complaints, "${onlyHidden.grid.name}", is hidden.`,
      where: file,
      fix: "If it is the right one, unhide it in Excel, save the file and run again.",
    });
  if (visible.length === 0) throw noHeadings(grids, columns);
  const tables = visible.map(({ grid, table }) => (visible.length === 1 ? table : { ...table, sheet: grid.name }));
  const hidden = found.filter(({ grid }) => grid.hidden);
  return { tables, findings: hidden.map(({ grid }) => hiddenSheetFinding(grid)) };
}
