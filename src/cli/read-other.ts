import type { ItemId } from "../domain/item.ts";
import { Refusal } from "../domain/problem.ts";
import type { ReadReturn, TracedReturn } from "../domain/read-return.ts";
import { ALL_READ, type OtherFigures, type OtherRow } from "../domain/reconciliation.ts";
import type { SiteRow } from "../domain/return.ts";
import type { RuleBook } from "../domain/rule-book.ts";
import type { SourceGrid } from "../domain/source-table.ts";
import { readDelimited } from "../ingest/csv.ts";
import { kindOf } from "../ingest/kind.ts";
import { readOtherTable } from "../returns/other-table.ts";
import type { ReadFile } from "./files.ts";
import { readReturns } from "./read-returns.ts";

/**
 * Somebody else's figures for a return: a whole return of any kind, or a table with some of them.
 * @throws {Refusal} when the file holds neither, or the figures of others only
 */
export async function readOther(input: ReadFile, own: TracedReturn, book: RuleBook, map: ReadFile | null): Promise<OtherFigures> {
  let whole: readonly ReadReturn[];
  try {
    whole = await readReturns(input, book, map);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const table = await readTable(input, own, book);
    if (table !== null) return table;
    throw new Refusal(...error.problems.map((problem) => ({ ...problem, fix: KINDS })));
  }
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

const KINDS =
  "Give a filled workbook, a published CSV, a return.json, or a table with some of the items: as headings, or down a column with their figures beside them.";

function asOther({ file, kind, rows, overall, places, overallPlace }: ReadReturn): OtherFigures {
  const row = ({ siteCode, counts }: SiteRow): OtherRow => ({
    site: siteCode,
    counts: known(counts),
    place: places.get(siteCode) ?? null,
  });
  const whole = overall === null ? [] : [{ site: null, counts: known(overall.counts), place: overallPlace }];
  return { file, kind, rows: [...rows.map(row), ...whole], unread: ALL_READ };
}

/** A blank is no figure to compare with. */
function known(counts: SiteRow["counts"]): ReadonlyMap<ItemId, number> {
  return new Map((Object.entries(counts) as [ItemId, number][]).filter(([, figure]) => !Number.isNaN(figure)));
}

async function readTable({ file, bytes }: ReadFile, own: TracedReturn, book: RuleBook): Promise<OtherFigures | null> {
  for (const grid of await gridsOf(file, bytes)) {
    const table = readOtherTable(grid, own.rows, book);
    if (table !== null) return table;
  }
  return null;
}

async function gridsOf(file: string, bytes: Uint8Array): Promise<readonly SourceGrid[]> {
  const kind = kindOf(file, bytes);
  if (kind === "workbook") {
    const { readWorkbook } = await import("../ingest/workbook.ts");
    return (await readWorkbook(file, bytes)).filter(({ hidden }) => !hidden);
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
