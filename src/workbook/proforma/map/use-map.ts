import type { ItemId } from "../../../domain/item.ts";
import { Refusal } from "../../../domain/problem.ts";
import type { CellPlace, FoundItem, LayoutFault } from "../../../domain/proforma.ts";
import type { RuleBook } from "../../../domain/rule-book.ts";
import { cellKey } from "../../book/cell.ts";
import type { Found } from "../find/find.ts";
import { periodIn } from "../find/period.ts";
import { type LabelledCell, type Places, placesOf } from "../find/places.ts";
import { linesBetween, siteLines } from "../find/site-lines.ts";
import { textOf, type View, viewOf } from "../find/view.ts";
import type { OpenProforma } from "../open.ts";
import type { TemplateMap } from "./map-file.ts";

/**
 * A layout as a map tells it: nothing is looked for but the lines of the sites.
 * @throws {Refusal} when the workbook lacks the sheet
 */
export function mappedLayout({ file, book }: OpenProforma, map: TemplateMap, rules: RuleBook): Found {
  const sheet = book.sheets.find(({ name }) => name === map.sheet);
  if (sheet === undefined)
    throw new Refusal({
      what: `The map is of sheet "${map.sheet}", which the workbook does not have.`,
      where: file,
      fix: `Its sheets: ${book.sheets.map(({ name }) => name).join(", ")}. Correct the map.`,
    });
  const view = viewOf(sheet, map.sites);
  const faults: LayoutFault[] = [];
  const taken = new Map<number, ItemId>();
  const items = new Map<ItemId, FoundItem>();
  for (const { id } of rules.items) {
    const position = map.items.get(id);
    if (position === undefined) {
      faults.push({ kind: "item-missing", item: id });
      continue;
    }
    const rival = taken.get(position);
    if (rival !== undefined)
      faults.push({ kind: "two-items", cell: view.address(map.first, position), words: "as the map says", items: [rival, id] });
    taken.set(position, id);
    const words = headingOf(view, map, position);
    if (words === "" && !hasCells(view, map, position))
      faults.push({ kind: "nothing-there", item: id, place: view.address(map.first, position) });
    items.set(id, { position, words, by: "map", likeness: 1 });
  }
  const positions = (kind: "count" | "total"): readonly number[] =>
    rules.items.flatMap((item) => (item.kind === kind ? (map.items.get(item.id) ?? []) : []));
  const { siteCode, siteName, organisationCode, organisationName, organisation, period, first, last } = map;
  const at = { siteCode, siteName, counts: positions("count"), totals: positions("total") };
  const lines = last === null ? siteLines(view, first - 1, at, book.isUnlocked) : linesBetween(view, first, last, at);
  const labelled = (place: CellPlace | null): LabelledCell | null => {
    if (place === null) return null;
    const cell = book.sheets.find(({ name }) => name === place.sheet)?.cells.get(cellKey(place.row, place.column)) ?? null;
    return { place, words: textOf(cell?.value ?? null).trim(), cell };
  };
  const periodCell = labelled(period);
  const others = book.sheets.filter((one) => one !== sheet);
  const isAbove = (row: number, column: number): boolean => (map.sites === "down" ? row : column) < first;
  const found = placesOf(book, [sheet, ...others], (one, { row, column }) => one !== sheet || isAbove(row, column));
  const places: Places = {
    ...found,
    code: labelled(organisation.code),
    name: labelled(organisation.name),
    period:
      periodCell !== null
        ? { place: periodCell.place, words: periodCell.words, said: periodIn(periodCell.words) }
        : found.period !== null && found.period.said !== null
          ? found.period
          : null,
  };
  const layout = {
    sheet: map.sheet,
    sites: map.sites,
    header: [],
    items,
    siteCode,
    siteName,
    organisationCode,
    organisationName,
    ...lines,
    organisation,
    period,
  };
  return { layout, places, faults };
}

/** Headings stand this close to the lines of the sites. */
const NEAR = 8;
/** Lines that are looked at for cells, where the map names no last one. */
const SOME = 5;

/** What stands over the figures that a map names. */
function headingOf(view: View, { first }: TemplateMap, position: number): string {
  const lines = Array.from({ length: Math.min(NEAR, first - 1) }, (_, index) => first - Math.min(NEAR, first - 1) + index);
  return [...new Set(lines.map((line) => view.text(line, position).trim()))].filter((text) => text !== "").join(" / ");
}

function hasCells(view: View, { first, last }: TemplateMap, position: number): boolean {
  for (let line = first; line <= (last ?? first + SOME); line++) if (view.cell(line, position) !== undefined) return true;
  return false;
}
