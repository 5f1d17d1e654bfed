import type { Field } from "../domain/field.ts";
import { type Finding, finding } from "../domain/finding.ts";
import type { Period } from "../domain/period.ts";
import { Refusal } from "../domain/problem.ts";
import type { SourceGrid, SourceTable } from "../domain/source-table.ts";
import { type HeadingScore, type OnProgress, readDelimited } from "./csv.ts";
import { type HeadedGrid, headedGrid, headingScorer, looksLikeHeadings, noHeadings } from "./heading-row.ts";
import { gridOf, type JsonEntries, readEntries, recordsOf } from "./json.ts";
import { kindOf } from "./kind.ts";
import { recognise } from "./recognise.ts";
import type { Source } from "./sources/source.ts";
import { refuseStrangers } from "./strangers.ts";
import { hiddenSheetFinding, readWorkbook } from "./workbook.ts";

export interface ExportFile {
  /** Base name; a path never reaches an output. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface ReadExport {
  readonly tables: readonly SourceTable[];
  readonly findings: readonly Finding[];
  /** Names of locations by their ids, as far as the export has both. */
  readonly locations?: ReadonlyMap<string, string>;
}

/** How an export is to be read. */
export interface Reading {
  /** The systems it may come from. */
  readonly sources: readonly Source[];
  /** Headings that the trust named itself. */
  readonly columns: ReadonlyMap<Field, string>;
  readonly period: Period;
  /** Take any row that could be headings where none is understood, to survey what the export holds. */
  readonly anyHeadings?: boolean;
}

/**
 * An export as tables of text, whatever kind of file it is and whichever system it comes from.
 * @throws {Refusal} when it cannot be read, has no headings that are understood, or fits two systems equally
 */
export async function readExport(
  { file, bytes }: ExportFile,
  reading: Reading,
  onProgress: OnProgress = () => {},
): Promise<ReadExport> {
  const score = reading.anyHeadings === true ? looksLikeHeadings : scorerFor(reading);
  switch (kindOf(file, bytes)) {
    case "workbook":
      return fromWorkbook(file, bytes, score, reading);
    case "json":
    case "ndjson":
      return fromJson(file, await readEntries(file, bytes), score, reading);
    case "delimited": {
      const { grid, assumed } = await readDelimited(file, bytes, score, onProgress);
      if (reading.anyHeadings === true) refuseStrangers(grid);
      const headed = headedGrid(grid, score);
      if (headed === null) throw noComplaints([grid], reading);
      const { table, findings } = withProfile(headed, reading);
      const source = { file, row: table.headingRow };
      const notes = assumed === null ? [] : [finding("info", { kind: "encoding-assumed", encoding: assumed }, { source })];
      return { tables: [table], findings: [...notes, ...findings] };
    }
  }
}

function scorerFor({ sources, columns }: Reading): HeadingScore {
  return headingScorer(
    sources.map(({ profile }) => profile),
    columns,
  );
}

/** A document in a system's own shape, or objects with headings as keys. */
function fromJson(file: string, json: JsonEntries, score: HeadingScore, reading: Reading): ReadExport {
  for (const { profile, readDocument } of reading.sources) {
    const document = readDocument?.(json.entries, { file, period: reading.period }) ?? null;
    if (document === null) continue;
    const headed = headedGrid(gridOf(file, document.records), () => 1);
    if (headed === null) continue;
    const table = { ...headed, profile };
    const source = { file, row: table.headingRow };
    const notes = document.notes.map((detail) => finding("warning", detail, { source }));
    const { locations = new Map<string, string>() } = document;
    return { tables: [table], findings: [recognised(table, []), ...notes], locations };
  }
  const grid = gridOf(file, recordsOf(file, json));
  const headed = headedGrid(grid, score);
  if (headed === null) throw noComplaints([grid], reading);
  const { table, findings } = withProfile(headed, reading);
  return { tables: [table], findings };
}

/** Every visible sheet with headings that are understood; a hidden one is left out, and said so. */
async function fromWorkbook(file: string, bytes: Uint8Array, score: HeadingScore, reading: Reading): Promise<ReadExport> {
  const grids = await readWorkbook(file, bytes);
  if (reading.anyHeadings === true) for (const grid of grids) refuseStrangers(grid);
  const found = grids.flatMap((grid) => {
    const headed = headedGrid(grid, score);
    return headed === null ? [] : [{ grid, headed }];
  });
  const visible = found.filter(({ grid }) => !grid.hidden);
  const [onlyHidden] = found;
  if (visible.length === 0 && onlyHidden !== undefined)
    throw new Refusal({
      what: `The only sheet with complaints, "${onlyHidden.grid.name}", is hidden.`,
      where: file,
      fix: "If it is the right one, unhide it in Excel, save the file and run again.",
    });
  if (visible.length === 0) throw noComplaints(grids, reading);
  const read = visible.map(({ grid, headed }) =>
    withProfile(visible.length === 1 ? headed : { ...headed, sheet: grid.name }, reading),
  );
  const hidden = found.filter(({ grid }) => grid.hidden).map(({ grid }) => hiddenSheetFinding(grid));
  return { tables: read.map(({ table }) => table), findings: [...read.flatMap(({ findings }) => findings), ...hidden] };
}

function withProfile(headed: HeadedGrid, { sources, columns }: Reading) {
  const { file, sheet, headings, headingRow } = headed;
  const where = `${file}${sheet === null ? "" : ` [${sheet}]`}, row ${headingRow}`;
  const { profile, own } = recognise(
    headings,
    sources.map((source) => source.profile),
    columns,
    where,
  );
  const table: SourceTable = { ...headed, profile };
  return { table, findings: own.length === 0 ? [] : [recognised(table, own)] };
}

function recognised({ file, sheet, headingRow, profile }: SourceTable, headings: readonly string[]): Finding {
  const place = sheet === null ? { file, row: headingRow } : { file, sheet, row: headingRow };
  return finding("info", { kind: "source-recognised", system: profile.title, headings }, { source: place });
}

function noComplaints(grids: readonly SourceGrid[], { sources, columns }: Reading): Refusal {
  for (const grid of grids) refuseStrangers(grid);
  return noHeadings(grids, sources, columns);
}
