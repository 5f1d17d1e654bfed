import { Refusal } from "../domain/problem.ts";
import type { ReadReturn } from "../domain/read-return.ts";
import type { RuleBook } from "../domain/rule-book.ts";
import { readDelimited } from "../ingest/csv.ts";
import { kindOf } from "../ingest/kind.ts";
import { decodeText } from "../ingest/text.ts";
import { readPublishedCsv } from "../returns/published-csv.ts";
import { readReturnJson } from "../returns/return-json.ts";
import { periodLabel } from "../rulebook/periods.ts";
import type { TemplateMap } from "../workbook/proforma/map/map-file.ts";
import type { ReadFile } from "./files.ts";

/**
 * The returns in a file: our return.json, a filled workbook, or published data with one return an organisation.
 * @throws {Refusal} when it is none of these
 */
export async function readReturns(input: ReadFile, book: RuleBook, map: ReadFile | null = null): Promise<readonly ReadReturn[]> {
  const found = await returnsIn(input, book, map);
  if (found.length > 0) return found;
  throw new Refusal({
    what: "No KO41a figures were found in the file.",
    where: input.file,
    fix: "Give a return.json, a filled workbook (ours or your own proforma), or NHS England's published CSV at organisation or site level.",
  });
}

/**
 * The same, none where the file holds no return.
 * @throws {Refusal} when it holds one that cannot be read
 */
export async function returnsIn(input: ReadFile, book: RuleBook, map: ReadFile | null): Promise<readonly ReadReturn[]> {
  const found = await readByKind(input, book, map);
  return found.map((one) => ({
    ...one,
    organisation: { ...one.organisation, name: nameWithoutCode(one.organisation) },
    period: one.period === null ? null : (periodLabel(one.period)?.label ?? one.period),
  }));
}

/** A form may say "RZZ  General NHS trust" in one cell. */
function nameWithoutCode({ code, name }: ReadReturn["organisation"]): string {
  const rest = name.startsWith(`${code} `) ? name.slice(code.length).trim() : name;
  return code === "" || rest === "" ? name : rest;
}

async function readByKind({ file, bytes }: ReadFile, book: RuleBook, map: ReadFile | null): Promise<readonly ReadReturn[]> {
  const { items } = book;
  const kind = kindOf(file, bytes);
  if (kind === "workbook") {
    const { readProforma } = await import("../workbook/proforma/read-back.ts");
    const found = readProforma(file, bytes, book, await readMap(map, book));
    if (found !== null) return [found];
  } else if (kind === "delimited") {
    const { grid } = await readDelimited(
      file,
      bytes,
      (cells) => (cells.length > items.length / 2 ? 1 : 0),
      () => {},
    );
    const found = readPublishedCsv(grid, items);
    if (found !== null) return found;
  } else {
    return [readReturnJson(file, parseJson(file, bytes), items)];
  }
  return [];
}

/** A map of a proforma, when one is given. */
export async function readMap(map: ReadFile | null, book: RuleBook): Promise<TemplateMap | null> {
  if (map === null) return null;
  const { readTemplateMap } = await import("../workbook/proforma/map/map-file.ts");
  return readTemplateMap(map.file, await decodeText(map.file, map.bytes), book);
}

function parseJson(file: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Refusal({ what: "The file is not JSON.", where: file, fix: "Make the return again with ko41a generate." });
  }
}
