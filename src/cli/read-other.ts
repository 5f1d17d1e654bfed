import type { ItemId } from "../domain/item.ts";
import { Refusal } from "../domain/problem.ts";
import type { ReadReturn, TracedReturn } from "../domain/read-return.ts";
import { ALL_READ, type OtherFigures, type OtherRow } from "../domain/reconciliation.ts";
import type { SiteRow } from "../domain/return.ts";
import type { RuleBook } from "../domain/rule-book.ts";
import type { SourceGrid } from "../domain/source-table.ts";
import { readDelimited } from "../ingest/csv.ts";
import { headedGrid, headingScorer } from "../ingest/heading-row.ts";
import { kindOf } from "../ingest/kind.ts";
import { sourcesFor } from "../ingest/sources/index.ts";
import { readOtherTable } from "../returns/other-table/read.ts";
import type { ReadFile } from "./files.ts";
import { returnsIn } from "./read-returns.ts";

/**
 * Somebody else's figures for a return: a whole return of any kind, or a table with some of them.
 * @throws {Refusal} when the file holds neither, or the figures of others only
 */
export async function readOther(input: ReadFile, own: TracedReturn, book: RuleBook, map: ReadFile | null): Promise<OtherFigures> {
  const whole = await wholeReturns(input, book, map);
  if (whole.length === 0) return readTable(input, own, book);
  const { code } = own.organisation;
  const ours = whole.filter(({ organisation }) => organisation.code === code || (whole.length === 1 && organisation.code === ""));
  const found = ours.find(({ period }) => period === own.period) ?? ours.find(({ period }) => period === null);
  if (found === undefined)
    throw new Refusal({
      what: `The file has no figures of ${code} for ${own.period ?? "this period"}.`,
      where: input.file,
      fix: "Give figures of the same organisation and period.",
    });
  return asOther(found);
}

/** A map says that the file is a filled proforma; what does not fit it then is a fault. So is a proforma with a fault. */
async function wholeReturns(input: ReadFile, book: RuleBook, map: ReadFile | null): Promise<readonly ReadReturn[]> {
  const isTable = kindOf(input.file, input.bytes) === "delimited" && map === null;
  try {
    return await returnsIn(input, book, map);
  } catch (error) {
    // A published file that lacks items may be a table with some of them.
    if (isTable && error instanceof Refusal) return [];
    throw error;
  }
}

function asOther({ file, kind, rows, overall, places, overallPlace }: ReadReturn): OtherFigures {
  const row = ({ siteCode, counts }: SiteRow): OtherRow => ({
    site: siteCode,
    counts: known(counts),
    place: places.get(siteCode) ?? null,
  });
  const whole = overall === null ? [] : [{ site: null, counts: known(overall.counts), place: overallPlace }];
  const blank = [...rows, ...(overall === null ? [] : [overall])].filter(({ counts }) =>
    Object.values(counts).some(Number.isNaN),
  );
  const lines = blank.flatMap(({ siteCode }) => places.get(siteCode)?.row ?? overallPlace?.row ?? []);
  return { file, kind, rows: [...rows.map(row), ...whole], unread: { ...ALL_READ, rows: lines } };
}

/** A blank is no figure to compare with. */
function known(counts: SiteRow["counts"]): ReadonlyMap<ItemId, number> {
  return new Map((Object.entries(counts) as [ItemId, number][]).filter(([, figure]) => !Number.isNaN(figure)));
}

const NOTHING = {
  what: "No KO41a figures were found in the file.",
  fix: 'Give a filled workbook, a published CSV, a return.json, or a table with some of the items: as headings, or down a column with their figures beside them. Sites stand by code or name; beside figures of all sites nothing but "Total".',
};

async function readTable({ file, bytes }: ReadFile, own: TracedReturn, book: RuleBook): Promise<OtherFigures> {
  const tables: OtherFigures[] = [];
  for (const grid of await gridsOf(file, bytes)) {
    refuseExport(grid);
    const table = readOtherTable(grid, own, book);
    if (table !== null) tables.push(table);
  }
  const [only, other] = tables;
  if (only === undefined) throw new Refusal({ ...NOTHING, where: file });
  if (other === undefined) return only;
  throw new Refusal({
    what: "Several sheets have figures, and nothing says which are those of the return.",
    where: tables.map((table) => table.file).join(", "),
    fix: "Give a workbook with one of them.",
  });
}

/** Complaints with ages and dates would be read as figures. */
function refuseExport(grid: SourceGrid): void {
  const profiles = sourcesFor("auto").map(({ profile }) => profile);
  if (headedGrid(grid, headingScorer(profiles, new Map())) === null) return;
  throw new Refusal({
    what: "This is an export of complaints, no table of figures.",
    where: grid.file,
    fix: "Make a return of it with ko41a generate, and give its return.json.",
  });
}

async function gridsOf(file: string, bytes: Uint8Array): Promise<readonly SourceGrid[]> {
  const kind = kindOf(file, bytes);
  if (kind === "workbook") {
    const { readWorkbook } = await import("../ingest/workbook.ts");
    const sheets = (await readWorkbook(file, bytes)).filter(({ hidden }) => !hidden);
    return sheets.map((sheet) => (sheets.length === 1 ? sheet : { ...sheet, file: `${file} [${sheet.name}]` }));
  }
  if (kind !== "delimited") return [];
  const { grid } = await readDelimited(
    file,
    bytes,
    (cells) => cells.length - 1,
    () => {},
  );
  return [grid];
}
