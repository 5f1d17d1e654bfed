import { Refusal } from "../../../domain/problem.ts";
import type { FillWorkbook } from "../../../domain/proforma.ts";
import type { RuleBook } from "../../../domain/rule-book.ts";
import { findLayout } from "../find/find.ts";
import type { TemplateMap } from "../map/map-file.ts";
import { mappedLayout } from "../map/use-map.ts";
import { openProforma } from "../open.ts";
import { sayFault } from "../say-fault.ts";
import { fillProforma } from "./fill.ts";

/**
 * Fills a trust's own proforma, of a layout that is found or that a map tells.
 * @throws {Refusal} when the workbook is unsafe, or not every item has one cell
 */
export function proformaFiller(file: string, bytes: Uint8Array, book: RuleBook, map: TemplateMap | null): ProformaFiller {
  const proforma = openProforma(file, bytes);
  const { layout, places, faults } = map === null ? findLayout(proforma.book, book) : mappedLayout(proforma, map, book);
  if (layout === null || faults.length > 0)
    throw new Refusal(...faults.map((fault) => sayFault(file, fault, book, map !== null)));
  return {
    extension: proforma.book.hasMacros ? "xlsm" : "xlsx",
    fill: (result) => fillProforma(proforma, layout, places, result, book),
  };
}

export interface ProformaFiller {
  readonly extension: "xlsx" | "xlsm";
  readonly fill: FillWorkbook;
}
