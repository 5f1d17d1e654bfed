import type { Item, ItemId } from "../../../domain/item.ts";
import type { Problem } from "../../../domain/problem.ts";
import type { FoundItem, Layout, ListedSite } from "../../../domain/proforma.ts";
import type { Return, SiteRow } from "../../../domain/return.ts";
import type { RuleBook } from "../../../domain/rule-book.ts";
import { addressOf } from "../../../package/address.ts";
import { type Cell, cellKey } from "../../book/cell.ts";
import type { Sheet } from "../../book/read-book.ts";
import type { CellEdit } from "../../sheet/cell-xml.ts";
import { siteValues } from "../../site-values.ts";
import { textOf } from "../find/view.ts";
import { siteLinesFor } from "./choose-lines.ts";

/** A total that the proforma works out itself, and what it must come to. */
export interface ExpectedTotal {
  readonly row: number;
  readonly column: number;
  readonly item: ItemId;
  readonly site: string;
  /** Null where the policy leaves the section blank. */
  readonly value: number | null;
}

/** What is to be written into the sheet of the figures. */
export interface FillPlan {
  readonly edits: readonly CellEdit[];
  readonly totals: readonly ExpectedTotal[];
  /** Sites that the proforma lists and the return has no figures for. */
  readonly withoutFigures: readonly ListedSite[];
  /** Cells that held another figure, by site. */
  readonly replaced: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly Problem[];
}

export function planFill(file: string, layout: Layout, sheet: Sheet, result: Return, book: RuleBook): FillPlan {
  const chosen = siteLinesFor(file, layout, result.rows);
  const problems: Problem[] = [...chosen.problems];
  const writer = new Writer(file, layout, sheet, problems);
  for (const { site, line, isListed } of chosen.lines) {
    writer.refuseOtherOrganisation(line, site.siteCode, result.organisation.code);
    if (!isListed) writer.identify(line, site, result.organisation);
    const values = siteValues(site, result, book);
    for (const item of book.items) {
      const found = layout.items.get(item.id);
      if (found !== undefined) writer.figure(line, found, item, site.siteCode, values.get(item.id) ?? null);
    }
  }
  for (const { line, code } of chosen.withoutFigures) writer.refuseFigures(line, code);
  return {
    edits: writer.edits,
    totals: writer.totals,
    withoutFigures: chosen.withoutFigures,
    replaced: writer.replaced,
    problems,
  };
}

class Writer {
  readonly edits: CellEdit[] = [];
  readonly totals: ExpectedTotal[] = [];
  readonly replaced = new Map<string, string[]>();
  readonly #file: string;
  readonly #layout: Layout;
  readonly #sheet: Sheet;
  readonly #problems: Problem[];
  readonly #covered: ReadonlySet<number>;

  constructor(file: string, layout: Layout, sheet: Sheet, problems: Problem[]) {
    this.#file = file;
    this.#layout = layout;
    this.#sheet = sheet;
    this.#problems = problems;
    this.#covered = coveredCells(sheet);
  }

  /** The codes and names of a site that the proforma does not list yet. */
  identify(line: number, site: SiteRow, organisation: Return["organisation"]): void {
    const { siteCode, siteName, organisationCode, organisationName } = this.#layout;
    const texts: readonly (readonly [number | null, string])[] = [
      [siteCode, site.siteCode],
      [siteName, site.siteName],
      [organisationCode, organisation.code],
      [organisationName, organisation.name],
    ];
    for (const [position, text] of texts) {
      if (position === null) continue;
      const { row, column, cell } = this.#at(line, position);
      if (cell?.formula || textOf(cell?.value ?? null).trim() !== "") continue;
      this.edits.push({ row, column, value: text });
    }
  }

  /** The code of an organisation may stand in every line. */
  refuseOtherOrganisation(line: number, site: string, organisation: string): void {
    if (this.#layout.organisationCode === null) return;
    const { row, column, cell } = this.#at(line, this.#layout.organisationCode);
    const said = textOf(cell?.value ?? null)
      .trim()
      .toUpperCase();
    if (said === "" || said === organisation) return;
    this.#problems.push({
      what: `The proforma says ${said} beside ${site}; the return is that of ${organisation}.`,
      where: `${this.#file} [${this.#sheet.name}], cell ${addressOf(row, column)}`,
      fix: `Download the proforma of ${organisation} from SDCS, or give --org ${said}.`,
    });
  }

  figure(line: number, { position }: FoundItem, item: Item, site: string, value: number | null): void {
    const { row, column, cell } = this.#at(line, position);
    const where = `${this.#file} [${this.#sheet.name}], cell ${addressOf(row, column)}`;
    const name = `${item.number} ${item.label} of ${site}`;
    if (this.#covered.has(cellKey(row, column)))
      this.#problems.push({
        what: `${name} has no cell of its own: it lies inside a merged cell.`,
        where,
        fix: "Use the proforma as it was downloaded, or tell its layout with --template-map.",
      });
    else if (cell?.formula && item.kind === "count")
      this.#problems.push({
        what: `The cell for ${name} holds a formula, which would be lost.`,
        where,
        fix: "Use the proforma as it was downloaded. If it came so, tell where the figure goes with --template-map.",
      });
    else if (cell?.formula) this.totals.push({ row, column, item: item.id, site, value });
    else if (typeof cell?.value === "string" && cell.value.trim() !== "" && !/^\d+$/.test(cell.value.trim()))
      this.#problems.push({
        what: `The cell for ${name} holds words, which would be lost.`,
        where,
        fix: "Use the proforma as it was downloaded, or clear the cell.",
      });
    else {
      const held = cell?.value ?? null;
      if (held !== null && held !== "" && Number(held) !== 0 && Number(held) !== value)
        this.replaced.set(site, [...(this.replaced.get(site) ?? []), addressOf(row, column)]);
      this.edits.push({ row, column, value });
    }
  }

  /** Figures that stand beside a site of which the return has none would be submitted as if they were ours. */
  refuseFigures(line: number, site: string): void {
    for (const { position } of this.#layout.items.values()) {
      const { row, column, cell } = this.#at(line, position);
      if (cell === undefined || cell.formula || typeof cell.value !== "number" || cell.value === 0) continue;
      this.#problems.push({
        what: `The proforma holds figures for ${site}, of which the return has none.`,
        where: `${this.#file} [${this.#sheet.name}], cell ${addressOf(row, column)}`,
        fix: "Use the proforma as it was downloaded, without figures.",
      });
      return;
    }
  }

  #at(line: number, position: number): { readonly row: number; readonly column: number; readonly cell: Cell | undefined } {
    const [row, column] = this.#layout.sites === "down" ? [line, position] : [position, line];
    return { row, column, cell: this.#sheet.cells.get(cellKey(row, column)) };
  }
}

/** Cells of merged areas that do not show: all but the first. */
function coveredCells(sheet: Sheet): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const { top, left, bottom, right } of sheet.merges) {
    if ((bottom - top + 1) * (right - left + 1) > 20_000) continue;
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) if (row !== top || column !== left) covered.add(cellKey(row, column));
  }
  return covered;
}
