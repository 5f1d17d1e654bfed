import type { Item } from "../../domain/item.ts";
import { Refusal } from "../../domain/problem.ts";
import type { Layout } from "../../domain/proforma.ts";
import type { ReadReturn } from "../../domain/read-return.ts";
import type { Counts, SiteRow } from "../../domain/return.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import type { Place } from "../../domain/source-table.ts";
import { addressOf } from "../../package/address.ts";
import { cellKey } from "../book/cell.ts";
import type { Sheet } from "../book/read-book.ts";
import { recalculate } from "../formula/recalculate.ts";
import { findLayout } from "./find/find.ts";
import { type Places, periodLabelOf, saidOrganisation } from "./find/places.ts";
import type { TemplateMap } from "./map/map-file.ts";
import { mappedLayout } from "./map/use-map.ts";
import { type OpenProforma, openProforma } from "./open.ts";
import { sayFault } from "./say-fault.ts";

/**
 * The return in a filled workbook: the bundled one, or anybody's own proforma.
 * Null when no sheet of it is a return's.
 * @throws {Refusal} when an item has no cell, a row with figures has no site, or a formula has no result
 */
export function readProforma(file: string, bytes: Uint8Array, book: RuleBook, map: TemplateMap | null = null): ReadReturn | null {
  const proforma = openProforma(file, bytes);
  const looked = findLayout(proforma.book, book);
  const { layout, places, faults } = map !== null && looked.faults.length > 0 ? mappedLayout(proforma, map, book) : looked;
  if (layout === null || faults.some(({ kind }) => kind === "no-data-sheet")) return null;
  if (faults.length > 0) throw new Refusal(...faults.map((fault) => ({ ...sayFault(file, fault, book), fix: HEADINGS })));
  const sheet = proforma.book.sheets.find(({ name }) => name === layout.sheet);
  return sheet === undefined ? null : readFigures(proforma, layout, places, sheet, book);
}

function readFigures(
  { file, book: workbook }: OpenProforma,
  layout: Layout,
  places: Places,
  sheet: Sheet,
  book: RuleBook,
): ReadReturn {
  const down = layout.sites === "down";
  const at = (line: number, position: number) => (down ? { row: line, column: position } : { row: position, column: line });
  const where = (line: number): Place => ({ file, sheet: sheet.name, row: down ? line : layout.siteCode });
  const [nameless] = layout.nameless;
  if (nameless !== undefined) {
    const { row, column } = at(nameless, layout.siteCode);
    throw new Refusal({
      what: "There are figures beside this cell but no site code in it, so nobody can tell whose they are.",
      where: `${file} [${sheet.name}], cell ${addressOf(row, column)}`,
      fix: "Write the site code there, or clear the figures.",
    });
  }
  const worked = recalculate(workbook, new Map());
  const withoutResult: string[] = [];
  const value = (line: number, position: number): number | string | null => {
    const { row, column } = at(line, position);
    const cell = sheet.cells.get(cellKey(row, column));
    if (cell === undefined || typeof cell.value === "boolean") return cell === undefined ? null : "";
    if (cell.formula === null || cell.value !== null) return cell.value;
    const result = worked.resultAt(sheet.name, cellKey(row, column));
    if (result === undefined) withoutResult.push(addressOf(row, column));
    return typeof result === "boolean" ? "" : (result ?? null);
  };
  const rows: SiteRow[] = [];
  const found = new Map<string, Place>();
  for (const { line, code, name } of layout.listed) {
    const counts = Object.fromEntries(
      book.items.map((item) => [item.id, figure(value(line, layout.items.get(item.id)?.position ?? 0), item)]),
    ) as Counts;
    if (isUntouched(counts, book.items)) continue;
    const twice = found.get(code);
    if (twice !== undefined)
      throw new Refusal({
        what: `${code} has two ${down ? "rows" : "columns"}${down ? `, ${twice.row} and ${line}` : ""}.`,
        where: `${file} [${sheet.name}]`,
        fix: "A return has one row a site: put the figures of both into one row, or remove the one that is wrong.",
      });
    rows.push({ siteCode: code, siteName: name, counts });
    found.set(code, where(line));
  }
  if (withoutResult.length > 0)
    throw new Refusal({
      what: `Formulas have no stored result, for example in ${withoutResult.slice(0, 5).join(", ")}.`,
      where: `${file} [${sheet.name}]`,
      fix: "Open the workbook in Excel, save it, and run again: Excel stores the results.",
    });
  const code = organisationCode(layout, places, sheet, at);
  return {
    kind: "workbook",
    file,
    organisation: { code, name: saidOrganisation(places).name || code },
    period: periodLabelOf(places),
    rows,
    overall: null,
    overallPlace: null,
    complaints: null,
    balance: null,
    made: null,
    places: found,
  };
}

const HEADINGS = "Use the workbook with all its headings. If it was filled with a map, give that with --template-map.";

/** A site that the form lists and nobody filled is in no return. */
function isUntouched(counts: Counts, items: readonly Item[]): boolean {
  return items.every(({ id, kind, section }) => kind === "total" || section === 6 || Number.isNaN(counts[id]));
}

/** Section 6 may be left blank where no complaint has a clinical aspect; a blank elsewhere is no figure. */
function figure(value: number | string | null, { section }: Item): number {
  if (typeof value === "number") return value;
  const text = (value ?? "").trim().replaceAll(",", "");
  if (text === "") return section === 6 ? 0 : Number.NaN;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

function organisationCode(
  { organisationCode: position, listed }: Layout,
  places: Places,
  sheet: Sheet,
  at: (line: number, position: number) => { readonly row: number; readonly column: number },
): string {
  const said = saidOrganisation(places).code;
  const [first] = listed;
  if (said !== "" || position === null || first === undefined) return said;
  const { row, column } = at(first.line, position);
  return String(sheet.cells.get(cellKey(row, column))?.value ?? "")
    .trim()
    .toUpperCase();
}
