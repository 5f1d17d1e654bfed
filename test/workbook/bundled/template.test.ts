import { describe, expect, it } from "vitest";
import { columnName } from "../../../src/package/address.ts";
import { openPackage, packageBytes, textOfPart } from "../../../src/package/parts.ts";
import { FIGURES, itemColumns, LAST_READY_SITE_ROW } from "../../../src/workbook/bundled/layout.ts";
import { totalFormulas } from "../../../src/workbook/bundled/totals.ts";
import { editions, readSheet, ruleBook, sameBytes, template } from "../support.ts";

describe.each(editions)("the bundled workbook and the rule book of %s", (edition) => {
  const book = ruleBook(edition);
  const columns = itemColumns(book.items);
  const cells = readSheet(template, FIGURES.sheet);

  it("have the same items in the same columns", () => {
    for (const [index, item] of book.items.entries()) {
      const column = columnName(FIGURES.firstItemColumn + index);
      expect(cells.get(`${column}${FIGURES.idRow}`)?.value).toBe(item.id);
      expect(cells.get(`${column}${FIGURES.numberRow}`)?.value).toBe(item.number);
      expect(cells.get(`${column}${FIGURES.labelRow}`)?.value).toBe(item.label);
    }
  });

  it("have the same totals, by formula, in every ready row", () => {
    const formulas = totalFormulas(book, columns);
    for (const item of book.items) {
      expect(formulas.has(item.id)).toBe(item.kind === "total");
      for (const row of [FIGURES.firstSiteRow, LAST_READY_SITE_ROW]) {
        const cell = cells.get(`${columnName(columns.get(item.id) ?? 0)}${row}`);
        expect(cell?.formula).toBe(formulas.get(item.id)?.(row));
        expect(cell?.value ?? "").toBe("");
      }
    }
  });

  it("name each section over its items", () => {
    for (const { section, sectionName, id } of book.items.filter((item) => book.itemsOfSection(item.section)[0] === item)) {
      const cell = cells.get(`${columnName(columns.get(id) ?? 0)}${FIGURES.sectionRow}`);
      expect(cell?.value).toBe(`${section}  ${sectionName}`);
    }
  });
});

describe("the bundled workbook", () => {
  const parts = openPackage(template);
  const figures = textOfPart(parts, "xl/worksheets/sheet2.xml");

  it("says that it is not official, on its cover and over the figures", () => {
    const words = (sheet: string): string => [...readSheet(template, sheet).values()].map((cell) => cell.value).join(" ");
    expect(words("Cover")).toContain("This is not an official SDCS proforma");
    expect(words(FIGURES.sheet)).toContain("Not an official SDCS proforma");
  });

  it("is packed as we pack, so that making it again gives the same bytes", () => {
    expect(sameBytes(packageBytes(parts), template)).toBe(true);
    expect(textOfPart(parts, "docProps/core.xml").match(/\d{4}-\d{2}-\d{2}T/g)).toEqual(["2000-01-01T", "2000-01-01T"]);
  });

  it("keeps its headings in sight, on screen and on paper", () => {
    expect(figures).toContain(`xSplit="${FIGURES.siteNameColumn}" ySplit="${FIGURES.firstSiteRow - 1}"`);
    expect(textOfPart(parts, "xl/workbook.xml")).toMatch(/_xlnm.Print_Titles" localSheetId="1">[^<]*\$A:\$B,[^<]*\$1:\$6</);
  });

  it("checks what is typed into figures and leaves totals alone", () => {
    const ranges = /<dataValidation [^>]*sqref="([^"]*)"/.exec(figures)?.[1] ?? "";
    const { items } = ruleBook("2025-26");
    const checked = ranges.split(" ").flatMap((range) => {
      const [from = 0, to = from] = [...range.matchAll(/([A-Z]+)\d+/g)].map(([, letters = ""]) => columnNumber(letters));
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    });
    const columns = itemColumns(items);
    expect(checked).toEqual(items.filter((item) => item.kind === "count").map((item) => columns.get(item.id)));
  });
});

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
