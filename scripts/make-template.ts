import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { RuleBook } from "../src/domain/rule-book.ts";
import { packageBytes, withPart } from "../src/package/parts.ts";
import { partOfSheet, workbookParts } from "../src/package/workbook-parts.ts";
import { FIGURES } from "../src/workbook/bundled/layout.ts";
import { inspectProforma } from "../src/workbook/proforma/inspect.ts";
import { templateMapYaml } from "../src/workbook/proforma/map/map-file.ts";
import { readEdition } from "./support/edition.ts";
import { coverSheet } from "./template/cover-sheet.ts";
import { figuresSheet } from "./template/figures-sheet.ts";
import { finishFigures } from "./template/finish.ts";
import { figuresPages } from "./template/pages.ts";
import { provenanceSheet } from "./template/provenance-sheet.ts";
import { blankWorkbook, partsOf } from "./template/workbook.ts";

/** Makes templates/ko41a.xlsx from the newest rule book, and its map. Same rule book, same bytes. */
export async function makeTemplate(): Promise<void> {
  const newest = readdirSync(path.join(process.cwd(), "rulebook")).sort().at(-1) ?? "";
  const book = readEdition(newest);
  const bytes = await template(book);
  const folder = path.join(process.cwd(), "templates");
  writeFileSync(path.join(folder, "ko41a.xlsx"), bytes);
  writeFileSync(
    path.join(folder, "ko41a.map.yaml"),
    templateMapYaml(inspectProforma("ko41a.xlsx", bytes, book, null).layout, book),
  );
}

async function template(book: RuleBook): Promise<Uint8Array> {
  const workbook = blankWorkbook("KO41a return (not an official SDCS proforma)");
  coverSheet(workbook, book);
  figuresSheet(workbook, book);
  provenanceSheet(workbook);
  const sheet = workbook.getWorksheet(FIGURES.sheet);
  const breaks = sheet ? figuresPages(sheet, book) : [];
  const parts = await partsOf(workbook);
  const figures = partOfSheet(workbookParts(parts), FIGURES.sheet);
  return packageBytes(withPart(parts, figures, (xml) => finishFigures(xml, book, breaks)));
}
