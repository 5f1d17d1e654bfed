import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { fillBundledWorkbook } from "../../../src/workbook/bundled/fill.ts";
import { FIGURES, itemColumns } from "../../../src/workbook/bundled/layout.ts";
import { returnOf, ruleBook, sites, template } from "../support.ts";

describe("ExcelJS", () => {
  it("reads the filled workbook: every figure, formula and check", async () => {
    const book = ruleBook("2025-26");
    const rows = sites(book, 35);
    const workbook = new ExcelJS.Workbook();
    const bytes = fillBundledWorkbook(template, returnOf(book, rows), book);
    await workbook.xlsx.load(bytes.slice().buffer);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(["Cover", "KO41a", "Provenance"]);
    const sheet = workbook.getWorksheet(FIGURES.sheet);
    const columns = itemColumns(book.items);
    rows.forEach((row, index) => {
      const line = sheet?.getRow(FIGURES.firstSiteRow + index);
      expect(line?.getCell(FIGURES.siteCodeColumn).value).toBe(row.siteCode);
      expect(line?.getCell(FIGURES.siteNameColumn).value).toBe(row.siteName);
      for (const item of book.items) {
        const cell = line?.getCell(columns.get(item.id) ?? 0);
        expect(cell?.type).toBe(item.kind === "total" ? ExcelJS.ValueType.Formula : ExcelJS.ValueType.Number);
        expect(cell?.result ?? cell?.value).toBe(row.counts[item.id]);
        if (item.kind === "count") expect(cell?.dataValidation.type).toBe("whole");
      }
    });
  });
});
