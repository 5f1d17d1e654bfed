import type { Layout, LayoutFault } from "../../../domain/proforma.ts";
import type { RuleBook } from "../../../domain/rule-book.ts";
import type { Cell } from "../../book/cell.ts";
import type { Book, Sheet } from "../../book/read-book.ts";
import { type Assignment, assign } from "./assign.ts";
import { type Header, headerOf } from "./header.ts";
import { headerReader } from "./header-words.ts";
import { type Places, placesOf } from "./places.ts";
import { type SiteLines, siteCodeIn, siteLines } from "./site-lines.ts";
import { type View, viewOf } from "./view.ts";

/** What was found in a workbook, with everything that stands in the way of filling it. */
export interface Found {
  readonly layout: Layout | null;
  readonly places: Places;
  readonly faults: readonly LayoutFault[];
}

/** A sheet that may hold the figures, read one way. */
interface Option {
  readonly view: View;
  readonly header: Header;
  readonly assignment: Assignment;
  readonly siteCode: number | null;
  readonly lines: SiteLines;
  readonly faults: readonly LayoutFault[];
}

/** Names of sheets that explain, list or check. */
const BESIDE = /instruct|guid|notes?\b|read ?me|help|look ?up|lists?\b|validation|definition|example|check|summary/i;

/** Finds where every figure goes, without a map. */
export function findLayout(book: Book, rules: RuleBook): Found {
  const read = headerReader(rules);
  const options = book.sheets.flatMap((sheet) =>
    (["down", "across"] as const).flatMap((sites): readonly Option[] => {
      const view = viewOf(sheet, sites);
      const header = headerOf(view, read);
      if (header === null) return [];
      return [optionOf(view, header, assign(view, header, rules, read), book, rules)];
    }),
  );
  // A fault never makes another sheet the better one: figures on a sheet that explains are worse than none.
  const half = options.filter(({ assignment }) => assignment.items.size * 2 >= rules.items.length);
  const [best, next] = (half.length > 0 ? half : options).toSorted(byFitness);
  if (best === undefined) {
    const sheets = book.sheets.map(({ name }) => name);
    return { layout: null, places: placesOf(book, [], () => false), faults: [{ kind: "no-data-sheet", sheets }] };
  }
  const rival = next !== undefined && byFitness(best, next) === 0 ? next : null;
  const faults: readonly LayoutFault[] =
    rival === null ? best.faults : [{ kind: "two-data-sheets", sheets: [best.view.sheet.name, rival.view.sheet.name] }];
  return { ...found(book, best, options), faults };
}

function optionOf(view: View, header: Header, assignment: Assignment, book: Book, rules: RuleBook): Option {
  const last = Math.max(...header.lines);
  const named = assignment.identities.get("Site_Code") ?? null;
  const siteCode = named ?? codesBeside(view, last, assignment);
  const faults: readonly LayoutFault[] =
    siteCode === null ? [...assignment.faults, { kind: "no-site-codes", sheet: view.sheet.name }] : assignment.faults;
  const positions = (kind: "count" | "total"): readonly number[] =>
    rules.items.flatMap((item) => (item.kind === kind ? (assignment.items.get(item.id)?.position ?? []) : []));
  const siteName = assignment.identities.get("Site_Name") ?? null;
  const lines =
    siteCode === null
      ? { listed: [], free: [], endlessFrom: null, isPrepared: false, nameless: [] }
      : siteLines(view, last, { siteCode, siteName, counts: positions("count"), totals: positions("total") }, book.isUnlocked);
  return { view, header, assignment, siteCode, lines, faults };
}

/** Site codes that stand before the items without a heading: where most of them are. */
function codesBeside(view: View, header: number, { items, identities }: Assignment): number | null {
  const first = Math.min(...[...items.values()].map(({ position }) => position));
  let best: { readonly position: number; readonly codes: number } | null = null;
  for (let position = 1; position < first; position++) {
    if (position === identities.get("Site_Name")) continue;
    let codes = 0;
    for (let line = header + 1; line <= view.lastLine; line++) if (siteCodeIn(view.text(line, position)) !== null) codes += 1;
    if (codes > (best?.codes ?? 0)) best = { position, codes };
  }
  return best?.position ?? null;
}

/**
 * The sheet that people fill is shown, lists sites or has lines ready for them, and is not called Instructions. A bare
 * list of items downwards may be one that explains; items across are hardly ever.
 */
function byFitness(a: Option, b: Option): number {
  const room = ({ view, lines }: Option): number => {
    if (lines.isPrepared) return 3;
    return lines.endlessFrom === null && lines.free.length === 0 ? 0 : view.sites === "down" ? 2 : 1;
  };
  const fitness = (option: Option): readonly number[] => [
    Number(!option.view.sheet.isHidden),
    room(option),
    Number(!BESIDE.test(option.view.sheet.name)),
  ];
  const left = fitness(a);
  const index = left.findIndex((value, at) => value !== fitness(b)[at]);
  return index < 0 ? 0 : (fitness(b)[index] ?? 0) - (left[index] ?? 0);
}

function found(book: Book, option: Option, options: readonly Option[]): Omit<Found, "faults"> {
  const { view, header, assignment, siteCode, lines } = option;
  const { sheet, sites } = view;
  const others = new Set(options.filter((one) => one.view.sheet !== sheet).map((one) => one.view.sheet));
  const sheets = [sheet, ...book.sheets.filter((one) => one !== sheet && !others.has(one))];
  const places = placesOf(book, sheets, outsideOf(option));
  const perLine = (identity: "Organisation_Code" | "Organisation_Name"): number | null => {
    const position = assignment.identities.get(identity);
    return position !== undefined && isPerLine(option, position) ? position : null;
  };
  const layout: Layout = {
    sheet: sheet.name,
    sites,
    header: header.lines,
    items: assignment.items,
    siteCode: siteCode ?? 0,
    siteName: assignment.identities.get("Site_Name") ?? null,
    organisationCode: perLine("Organisation_Code"),
    organisationName: perLine("Organisation_Name"),
    ...lines,
    organisation: { code: places.code?.place ?? null, name: places.name?.place ?? null },
    period: places.period?.place ?? places.mentions.find((one) => one.place !== null)?.place ?? null,
  };
  return { layout, places };
}

/** The code of the organisation stands once on a form, or again in each line: then beside the codes of the sites. */
function isPerLine({ view, lines: { listed, free }, assignment, siteCode }: Option, position: number): boolean {
  const table = new Set([...assignment.identities.values(), siteCode]);
  const step = position < (siteCode ?? 0) ? 1 : -1;
  let next: number | null = position;
  while (next !== siteCode && table.has(next)) next += step;
  const lines = [...listed.map(({ line }) => line), ...free];
  const cellsAt = (at: number): number => lines.filter((line) => view.cell(line, at) !== undefined).length * 2;
  // Where the codes of the sites have cells and these have none, they are no row of the table.
  if (next === siteCode && assignment.numbered.has("Organisation_Code")) return true;
  const isBeside = next === siteCode && !(siteCode !== null && cellsAt(siteCode) > lines.length && cellsAt(position) === 0);
  if (isBeside && (view.sites === "down" || isOfTheTable(assignment))) return true;
  if (lines.length === 0) return false;
  return cellsAt(position) > lines.length;
}

/** Code and name together, beside the codes of the sites, are rows of the table. */
function isOfTheTable({ identities }: Assignment): boolean {
  return identities.has("Organisation_Code") && identities.has("Organisation_Name");
}

/** Cells of the header and of the figures say nothing about the form. */
function outsideOf(option: Option): (sheet: Sheet, cell: Cell) => boolean {
  const { view, header, assignment, siteCode } = option;
  const inTable = new Set([...assignment.identities.values()].filter((one) => one === siteCode || isPerLine(option, one)));
  const from = Math.min(...header.sectionLines);
  const positions = [...assignment.items.values()].map(({ position }) => position);
  const first = Math.min(...positions, siteCode ?? Infinity);
  const last = Math.max(...positions);
  const top = Math.min(...header.lines);
  return (sheet, cell) => {
    if (sheet !== view.sheet) return true;
    const [line, position] = view.sites === "down" ? [cell.row, cell.column] : [cell.column, cell.row];
    if (inTable.has(position) && line >= from) return false;
    if (view.sites === "down") return line < top;
    return position < first || position > last;
  };
}
