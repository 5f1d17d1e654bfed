import type { Item } from "../domain/item.ts";
import { isOdsCode } from "../domain/ods-code.ts";
import { Refusal } from "../domain/problem.ts";
import type { ReadReturn } from "../domain/read-return.ts";
import type { Counts, SiteRow } from "../domain/return.ts";
import type { Place, SourceGrid } from "../domain/source-table.ts";
import { normaliseWords } from "../domain/words.ts";
import { figuresTable, refuseTwice } from "./figures-table.ts";

/** A sheet of a filled workbook, with its name. */
export interface NamedGrid extends SourceGrid {
  readonly name: string;
}

/** A filled workbook with one row a site: the sheet whose headings number the items. Null when no sheet does. */
export function readFilledWorkbook(sheets: readonly NamedGrid[], items: readonly Item[]): ReadReturn | null {
  for (const sheet of sheets) {
    const table = figuresTable(sheet, items);
    const site = table?.columnOf(["Site code"]) ?? null;
    if (table === null || site === null) continue;
    const siteName = table.columnOf(["Site name"]);
    const rows: SiteRow[] = [];
    const places = new Map<string, Place>();
    for (const row of table.body) {
      const siteCode = (row.cells[site] ?? "").trim();
      const place: Place = { file: sheet.file, sheet: sheet.name, row: row.row };
      const counts = table.counts(row);
      if (!isOdsCode(siteCode)) {
        refuseNameless(counts, place);
        continue;
      }
      refuseTwice(places.get(siteCode), siteCode, place);
      rows.push({ siteCode, siteName: (row.cells[siteName ?? -1] ?? "").trim(), counts });
      places.set(siteCode, place);
    }
    const code = valueBeside(sheets, "organisation code") ?? "";
    return {
      kind: "workbook",
      file: sheet.file,
      organisation: { code, name: valueBeside(sheets, "organisation name") ?? code },
      period: valueBeside(sheets, "period") ?? valueBeside(sheets, "reporting period"),
      rows,
      overall: null,
      overallPlace: null,
      complaints: null,
      balance: null,
      places,
    };
  }
  return null;
}

/** @throws {Refusal} when a row holds figures but no site code */
function refuseNameless(counts: Counts, { file, sheet, row }: Place): void {
  if (!Object.values(counts).some((figure) => figure > 0)) return;
  throw new Refusal({
    what: "This row has figures but no site code, so nobody can tell whose they are.",
    where: `${file} [${sheet ?? ""}], row ${row}`,
    fix: "Write the site code in front of the figures, or clear them.",
  });
}

/** The first value to the right of a cell with these words. */
function valueBeside(sheets: readonly NamedGrid[], words: string): string | null {
  for (const { rows } of sheets)
    for (const { cells } of rows) {
      const at = cells.findIndex((cell) => normaliseWords(cell) === words);
      const value = at < 0 ? undefined : cells.slice(at + 1).find((cell) => cell.trim() !== "" && normaliseWords(cell) !== words);
      if (value !== undefined) return value.trim();
    }
  return null;
}
