import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, it } from "vitest";
import type { SiteRow } from "../../../src/domain/return.ts";
import { openPackage, packageBytes, withPart } from "../../../src/package/parts.ts";
import { fillBundledWorkbook } from "../../../src/workbook/bundled/fill.ts";
import { FIGURES, itemColumns } from "../../../src/workbook/bundled/layout.ts";
import { OPENPYXL, PYTHON, SOFFICE } from "../../support/judges.ts";
import { A_WHILE, convert } from "../../support/libreoffice.ts";
import { returnOf, ruleBook, site, sites, template } from "../support.ts";

const book = ruleBook("2025-26");
const folder = mkdtempSync(path.join(tmpdir(), "ko41a-judges-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RETURNS = {
  few: returnOf(book, sites(book, 5)),
  many: returnOf(book, sites(book, 45)),
  blank: returnOf(book, [site(book, 0, false), site(book, 1), site(book, 2, false)], "blank"),
};

describe.skipIf(!OPENPYXL.isHere)(`openpyxl${OPENPYXL.skipped}`, () => {
  it.each(Object.entries(RETURNS))("reads the same figures and finds the formulas: %s", (name, result) => {
    const file = saved(`${name}.xlsx`, fillBundledWorkbook(template, result, book));
    const [values, formulas] = readByOpenpyxl(file);
    expectFigures(values, result.rows, name === "blank");
    result.rows.forEach((_, index) => {
      for (const item of book.items) {
        const content = cell(formulas, index, itemColumns(book.items).get(item.id));
        expect(String(content).startsWith("=IF(COUNT(")).toBe(item.kind === "total");
      }
    });
  });
});

describe.skipIf(!SOFFICE.isHere)(`LibreOffice${SOFFICE.skipped}`, () => {
  it.each(Object.entries(RETURNS))(
    "works out the same totals from nothing but the counts: %s",
    (name, result) => {
      const bytes = withoutCachedTotals(fillBundledWorkbook(template, result, book));
      const file = saved(`recalculated-${name}.xlsx`, bytes);
      convert(folder, [file], "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,2");
      const text = readFileSync(file.replace(/\.xlsx$/, `-${FIGURES.sheet}.csv`), "utf8");
      const rows: string[][] = parse(text, { relax_column_count: true, skip_empty_lines: false });
      expectFigures(
        rows.map((row) => row.map(figureOrText)),
        result.rows,
        name === "blank",
      );
    },
    A_WHILE,
  );

  it.skipIf(!OPENPYXL.isHere)(
    "saves it again with the same figures",
    () => {
      const file = saved("resaved.xlsx", fillBundledWorkbook(template, RETURNS.many, book));
      convert(folder, [file], "xlsx", path.join(folder, "again"));
      const [values] = readByOpenpyxl(path.join(folder, "again", "resaved.xlsx"));
      expectFigures(values, RETURNS.many.rows, false);
    },
    A_WHILE,
  );
});

type Content = string | number | null | undefined;
type Grid = readonly (readonly Content[])[];

function expectFigures(sheet: Grid, rows: readonly SiteRow[], blank: boolean): void {
  const columns = itemColumns(book.items);
  rows.forEach((row, index) => {
    expect(cell(sheet, index, FIGURES.siteCodeColumn)).toBe(row.siteCode);
    expect(String(cell(sheet, index, FIGURES.siteNameColumn)).trim()).toBe(row.siteName.trim());
    const allNought = book.itemsOfSection(6).every((item) => row.counts[item.id] === 0);
    for (const item of book.items) {
      const isBlank = blank && item.section === 6 && allNought;
      expect(cell(sheet, index, columns.get(item.id)) || 0, item.id).toBe(isBlank ? 0 : row.counts[item.id]);
      if (isBlank) expect(cell(sheet, index, columns.get(item.id)) ?? "").toBe("");
    }
  });
  const below = sheet.slice(FIGURES.firstSiteRow - 1 + rows.length).flat();
  expect(below.filter((content) => content !== null && content !== "")).toEqual([]);
}

function cell(sheet: Grid, index: number, column = 0): Content {
  return sheet[FIGURES.firstSiteRow - 1 + index]?.[column - 1];
}

function figureOrText(text: string): Content {
  return /^-?\d+$/.test(text) ? Number(text) : text;
}

/** So that a reader has to work them out, and cannot take ours. */
function withoutCachedTotals(bytes: Uint8Array): Uint8Array {
  const parts = openPackage(bytes);
  return packageBytes(
    withPart(parts, "xl/worksheets/sheet2.xml", (xml) => xml.replace(/(<\/f>)<v>-?\d*<\/v>/g, "$1<v>999999</v>")),
  );
}

function readByOpenpyxl(file: string): readonly [values: Grid, formulas: Grid] {
  const script = [
    "import json, sys, openpyxl",
    "def rows(data_only):",
    `    sheet = openpyxl.load_workbook(sys.argv[1], data_only=data_only)["${FIGURES.sheet}"]`,
    "    return [[cell.value for cell in row] for row in sheet.iter_rows()]",
    "print(json.dumps([rows(True), rows(False)]))",
  ].join("\n");
  const { stdout, stderr, status } = spawnSync(PYTHON, ["-c", script, file], { encoding: "utf8", maxBuffer: 1e8 });
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout) as [Grid, Grid];
}

function saved(name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}
