// Makes templates/ko41a.xlsx from the newest rule book. Same rule book, same bytes.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import ExcelJS from "exceljs";
import type { RuleBook } from "../src/domain/rule-book.ts";
import { loadRuleBook } from "../src/rulebook/load.ts";
import { FIGURES } from "../src/write/workbook/bundled-layout.ts";
import { openPackage, packageBytes, withPart } from "../src/write/workbook/package.ts";
import { partOfSheet, workbookParts } from "../src/write/workbook/workbook-parts.ts";
import { coverSheet } from "./template/cover-sheet.ts";
import { figuresSheet } from "./template/figures-sheet.ts";
import { finishFigures } from "./template/finish.ts";
import { figuresPages } from "./template/pages.ts";
import { provenanceSheet } from "./template/provenance-sheet.ts";

const NO_DATE = new Date(Date.UTC(2000, 0, 1));

const root = path.dirname(path.dirname(process.argv[1] ?? ""));
const book = newestRuleBook(path.join(root, "rulebook"));
writeFileSync(path.join(root, "templates", "ko41a.xlsx"), await template(book));

async function template(book: RuleBook): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, { creator: "ko41a", lastModifiedBy: "ko41a", created: NO_DATE, modified: NO_DATE });
  workbook.title = "KO41a return (not an official SDCS proforma)";
  coverSheet(workbook, book);
  figuresSheet(workbook, book);
  provenanceSheet(workbook);
  workbook.views = [{ x: 0, y: 0, width: 28_800, height: 16_200, firstSheet: 0, activeTab: 0, visibility: "visible" }];
  const sheet = workbook.getWorksheet(FIGURES.sheet);
  const breaks = sheet ? figuresPages(sheet, book) : [];
  const made = openPackage(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const parts = new Map([...made].filter(([name]) => !name.endsWith("/")));
  const figures = partOfSheet(workbookParts(parts), FIGURES.sheet);
  return packageBytes(withPart(parts, figures, (xml) => finishFigures(xml, book, breaks)));
}

function newestRuleBook(folder: string): RuleBook {
  const edition = path.join(folder, readdirSync(folder).sort().at(-1) ?? "");
  const names = readdirSync(edition, { recursive: true, encoding: "utf8" }).filter((name) => /\.(csv|json)$/.test(name));
  const files = names.map((name) => [name.split(path.sep).join("/"), readFileSync(path.join(edition, name), "utf8")] as const);
  return loadRuleBook(new Map(files));
}
