import { describe, expect, it } from "vitest";
import type { ItemId } from "../../../src/domain/item.ts";
import type { Return } from "../../../src/domain/return.ts";
import { columnName } from "../../../src/package/address.ts";
import { openPackage, textOfPart } from "../../../src/package/parts.ts";
import { fillBundledWorkbook } from "../../../src/workbook/bundled/fill.ts";
import { FIGURES, itemColumns } from "../../../src/workbook/bundled/layout.ts";
import { type ReadCell, readSheet, returnOf, ruleBook, sameBytes, site, sites, template } from "../support.ts";

const book = ruleBook("2025-26");
const columns = itemColumns(book.items);

function filled(result: Return, sheet = FIGURES.sheet as string): ReadonlyMap<string, ReadCell> {
  return readSheet(fillBundledWorkbook(template, result, book), sheet);
}

function at(cells: ReadonlyMap<string, ReadCell>, index: number, item: ItemId): ReadCell | undefined {
  return cells.get(`${columnName(columns.get(item) ?? 0)}${FIGURES.firstSiteRow + index}`);
}

describe("the filled workbook", () => {
  it.each([0, 1, 5, 30, 31, 300])("holds every figure of %i sites", (count) => {
    const result = returnOf(book, sites(book, count));
    const cells = filled(result);
    result.rows.forEach((row, index) => {
      expect(cells.get(`A${FIGURES.firstSiteRow + index}`)?.value).toBe(row.siteCode);
      expect(cells.get(`B${FIGURES.firstSiteRow + index}`)?.value).toBe(row.siteName);
      for (const item of book.items) expect(at(cells, index, item.id)?.value).toBe(row.counts[item.id]);
    });
  });

  it("has a formula in each total and in nothing else", () => {
    const cells = filled(returnOf(book, sites(book, 40)));
    for (let index = 0; index < 40; index += 1)
      for (const item of book.items) {
        expect(at(cells, index, item.id)?.formula !== undefined).toBe(item.kind === "total");
      }
    const withFormula = [...cells].filter(([, cell]) => cell.formula !== undefined).map(([address]) => address);
    const totals = book.items.filter((item) => item.kind === "total").map((item) => columnName(columns.get(item.id) ?? 0));
    expect(new Set(withFormula.map((address) => address.replace(/\d+/, "")))).toEqual(new Set(totals));
  });

  it("has no row below the last site, so no overall total", () => {
    const cells = filled(returnOf(book, sites(book, 40)));
    const rows = [...cells.keys()].map((address) => Number(address.replace(/\D+/, "")));
    expect(Math.max(...rows)).toBe(FIGURES.firstSiteRow + 39);
    const few = filled(returnOf(book, sites(book, 2)));
    const below = [...few].filter(([address]) => Number(address.replace(/\D+/, "")) >= FIGURES.firstSiteRow + 2);
    expect(below.map(([, cell]) => cell.value).filter((value) => value !== null && value !== "")).toEqual([]);
  });

  it("makes further rows look like the ready ones", () => {
    const cells = filled(returnOf(book, sites(book, 33)));
    for (const column of [1, 2, ...columns.values()]) {
      const [ready, further] = [FIGURES.readyRows - 1, FIGURES.readyRows + 2].map((index) =>
        cells.get(`${columnName(column)}${FIGURES.firstSiteRow + index}`),
      );
      expect(further?.style).toBe(ready?.style);
    }
    const total = book.items.find((item) => item.kind === "total")?.id ?? ("" as ItemId);
    const row = (index: number): string => String(FIGURES.firstSiteRow + index);
    expect(at(cells, 32, total)?.formula).toBe(at(cells, 0, total)?.formula?.replaceAll(row(0), row(32)));
  });

  it("writes names that look like formulas as text", () => {
    const names = sites(book, 8).map((row) => row.siteName);
    for (const first of ["=", "+", "-", "@", "\t"]) expect(names.some((name) => name.startsWith(first))).toBe(true);
    const bytes = fillBundledWorkbook(template, returnOf(book, sites(book, 8)), book);
    const xml = textOfPart(openPackage(bytes), "xl/worksheets/sheet2.xml");
    expect(xml).toContain('t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(');
  });

  it("leaves section 6 blank by policy, where it is all nought, and keeps the totals right", () => {
    const rows = [site(book, 0, false), site(book, 1), site(book, 2, false)];
    const [zero, blank] = (["zero", "blank"] as const).map((policy) => filled(returnOf(book, rows, policy)));
    rows.forEach((row, index) => {
      for (const item of book.items) {
        const isBlank = item.section === 6 && index !== 1;
        const value = blank && at(blank, index, item.id)?.value;
        expect(zero && at(zero, index, item.id)?.value).toBe(row.counts[item.id]);
        if (isBlank) expect(value === null || value === "").toBe(true);
        else expect(value).toBe(row.counts[item.id]);
      }
    });
  });

  it("says who returns, for when, and from what", () => {
    const result = returnOf(book, sites(book, 1));
    const cover = [...filled(result, "Cover").values()].map((cell) => cell.value);
    for (const text of ["RZZ", result.organisation.name, "2025-26", "1 April 2025", "31 March 2026"])
      expect(cover).toContain(text);
    expect(cover.join(" ")).toContain("not an official SDCS proforma");
    const provenance = [...filled(result, "Provenance").values()].map((cell) => cell.value);
    const { balance, policies, provenance: from } = result;
    for (const value of [from.engine, from.edition, "2025-26: 1 April 2025 to 31 March 2026"])
      expect(provenance).toContain(value);
    for (const value of [...Object.values(balance), ...Object.entries(policies).flat()]) expect(provenance).toContain(value);
    for (const { file, sha256, rows } of from.inputs) expect(provenance).toEqual(expect.arrayContaining([file, sha256, rows]));
    expect(provenance).toEqual(expect.arrayContaining(["ko41a.yaml", "ets.csv"]));
  });

  it("holds more provenance than there are ready rows for", () => {
    const result = returnOf(book, []);
    const inputs = Array.from({ length: 50 }, (_, index) => ({
      file: `export-${index}.csv`,
      sha256: "e".repeat(64),
      rows: index,
    }));
    const cells = filled(
      { ...result, provenance: { ...result.provenance, inputs, generatedAt: "2026-05-01T09:00:00Z" } },
      "Provenance",
    );
    const values = [...cells.values()].map((cell) => cell.value);
    for (const { file } of inputs) expect(values).toContain(file);
    expect(values).toContain("2026-05-01T09:00:00Z");
  });

  it("gives the same bytes for the same return", () => {
    const result = returnOf(book, sites(book, 35));
    const [once, again] = [result, structuredClone(result)].map((one) => fillBundledWorkbook(template, one, book));
    expect(once && sameBytes(once, again)).toBe(true);
  });

  it("touches no part but the sheets and the request to recalculate", () => {
    const before = openPackage(template);
    const after = openPackage(fillBundledWorkbook(template, returnOf(book, sites(book, 5)), book));
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...before].filter(([name, bytes]) => !sameBytes(bytes, after.get(name)));
    expect(changed.map(([name]) => name)).toEqual([
      "xl/worksheets/sheet1.xml",
      "xl/worksheets/sheet2.xml",
      "xl/worksheets/sheet3.xml",
      "xl/workbook.xml",
    ]);
    expect(textOfPart(after, "xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
  });

  it("will not write a row that lacks a figure", () => {
    const row = { ...site(book, 0), counts: {} };
    expect(() => fillBundledWorkbook(template, returnOf(book, [row]), book)).toThrow("no figure for");
  });
});
