import type { Return } from "../../domain/return.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import { openPackage, packageBytes, withPart } from "../../package/parts.ts";
import { partOfSheet, workbookParts } from "../../package/workbook-parts.ts";
import { withoutCalcChain } from "../book/calc-chain.ts";
import { recalculatedOnLoad } from "../book/recalculate-on-load.ts";
import { patchSheet } from "../sheet/patch-sheet.ts";
import { coverCells } from "./cover.ts";
import { figureCells } from "./figures.ts";
import { COVER, FIGURES, LAST_READY_PROVENANCE_ROW, LAST_READY_SITE_ROW, PROVENANCE } from "./layout.ts";
import { provenanceCells } from "./provenance.ts";

/** Fills the bundled workbook with a return. The same return gives the same bytes. */
export function fillBundledWorkbook(template: Uint8Array, result: Return, book: RuleBook): Uint8Array {
  const blank = openPackage(template);
  const places = workbookParts(blank);
  const cover = withPart(blank, partOfSheet(places, COVER.sheet), (xml) => patchSheet(xml, coverCells(result)));
  const figures = withPart(cover, partOfSheet(places, FIGURES.sheet), (xml) =>
    patchSheet(xml, figureCells(result, book), { newRowsLike: LAST_READY_SITE_ROW }),
  );
  const provenance = withPart(figures, partOfSheet(places, PROVENANCE.sheet), (xml) =>
    patchSheet(xml, provenanceCells(result), { newRowsLike: LAST_READY_PROVENANCE_ROW }),
  );
  const filled = withPart(provenance, places.workbook, recalculatedOnLoad);
  return packageBytes(withoutCalcChain(filled, places.workbook));
}
