import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellEdit } from "../../../src/workbook/sheet/cell-xml.ts";
import { patchSheet } from "../../../src/workbook/sheet/patch-sheet.ts";

/** A sheet as plain data: what stands in a cell, by address. */
interface PlainCell {
  readonly style: string | undefined;
  readonly formula: string | undefined;
  readonly value: number | string | null;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="urn:x"><sheetPr/><sheetViews>\r\n</sheetViews>';
const TAIL =
  '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><extLst><ext uri="{1}"><row r="1"/></ext></extLst></worksheet>\n';

const text = fc.string({ unit: fc.constantFrom(..."ab <>&\"'=+-@_x00\t\n\r;é🏥"), maxLength: 12 });
const value = fc.oneof(fc.integer({ min: -5, max: 9_999 }), text, fc.constant(null));
const place = { row: fc.integer({ min: 1, max: 12 }), column: fc.integer({ min: 1, max: 30 }) };

const cell = fc.record({
  column: place.column,
  style: fc.option(fc.integer({ min: 0, max: 9 }).map(String), { nil: undefined }),
  formula: fc.option(fc.constantFrom("A1+1", 'IF(B2<3,"",1)'), { nil: undefined }),
  value,
});
const row = fc.record({
  row: place.row,
  spans: fc.boolean(),
  cells: fc.uniqueArray(cell, { selector: (one) => one.column, maxLength: 6 }),
});
const rows = fc.uniqueArray(row, { selector: (one) => one.row, maxLength: 8 }).map((all) => all.sort((a, b) => a.row - b.row));
const edits = fc.array(fc.record({ ...place, value }), { maxLength: 25 });

describe("patchSheet on any sheet", () => {
  it("leaves the edits in their cells and everything else as it was", () => {
    fc.assert(
      fc.property(rows, edits, (sheetRows, cellEdits) => {
        const rowTexts = new Map(sheetRows.map((one) => [one.row, rowXml(one)]));
        const patched = patchSheet(`${HEAD}<sheetData>${[...rowTexts.values()].join("")}</sheetData>${TAIL}`, cellEdits);

        expect(patched.startsWith(`${HEAD}<sheetData>`)).toBe(true);
        expect(patched.endsWith(`</sheetData>${TAIL}`)).toBe(true);
        expect(read(patched)).toEqual(expected(sheetRows, cellEdits));
        for (const [number, rowText] of rowTexts) {
          if (!cellEdits.some((edit) => edit.row === number)) expect(patched).toContain(rowText);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(rows, edits, (sheetRows, cellEdits) => {
        const once = patchSheet(`${HEAD}<sheetData>${sheetRows.map(rowXml).join("")}</sheetData>${TAIL}`, cellEdits);
        expect(patchSheet(once, cellEdits)).toBe(once);
      }),
    );
  });
});

type Row = Parameters<typeof rowXml>[0];

function rowXml({
  row,
  cells,
  spans,
}: {
  row: number;
  spans: boolean;
  cells: readonly (PlainCell & { readonly column: number })[];
}): string {
  const inside = [...cells]
    .sort((a, b) => a.column - b.column)
    .map((one) => {
      const style = one.style === undefined ? "" : ` s="${one.style}"`;
      const formula = one.formula === undefined ? "" : `<f>${escaped(one.formula)}</f>`;
      const { type, xml } = valueXml(one);
      return `<c r="${addressOf(row, one.column)}"${style}${type}>${formula}${xml}</c>`;
    })
    .join("");
  return `<row r="${row}"${spans ? ' spans="1:30"' : ""} ht="15">${inside}</row>`;
}

function valueXml({ value, formula }: PlainCell): { readonly type: string; readonly xml: string } {
  if (typeof value === "number") return { type: "", xml: `<v>${value}</v>` };
  if (formula !== undefined) return { type: ' t="str"', xml: `<v>${escaped(value ?? "")}</v>` };
  if (value === null) return { type: "", xml: "" };
  return { type: ' t="inlineStr"', xml: `<is><t xml:space="preserve">${escaped(value)}</t></is>` };
}

function expected(sheetRows: readonly Row[], cellEdits: readonly CellEdit[]): Map<string, PlainCell> {
  const cells = new Map<string, PlainCell>();
  const put = (row: number, column: number, { style, formula, value }: PlainCell): void => {
    cells.set(addressOf(row, column), { style, formula, value: formula !== undefined ? (value ?? "") : value });
  };
  for (const one of sheetRows) for (const each of one.cells) put(one.row, each.column, each);
  for (const edit of cellEdits) {
    const before = cells.get(addressOf(edit.row, edit.column));
    const isEmptied = edit.value === null && before === undefined;
    if (!isEmptied)
      put(edit.row, edit.column, { style: before?.style, formula: before?.formula, value: edit.value as PlainCell["value"] });
  }
  // A cell that never was and is emptied in the end is not written.
  for (const edit of cellEdits) {
    const address = addressOf(edit.row, edit.column);
    const last = cellEdits.findLast((other) => addressOf(other.row, other.column) === address);
    const was = sheetRows.some((one) => one.row === edit.row && one.cells.some((each) => each.column === edit.column));
    if (!was && last?.value === null) cells.delete(address);
  }
  return cells;
}

/** Reads a sheet in a way of its own, and finds fault with rows or cells out of order. */
function read(xml: string): Map<string, PlainCell> {
  const cells = new Map<string, PlainCell>();
  let lastRow = 0;
  const data = xml.slice(xml.indexOf("<sheetData>"), xml.indexOf("</sheetData>"));
  for (const [, number, inside = ""] of data.matchAll(/<row r="(\d+)"[^>]*?(?:\/>|>(.*?)<\/row>)/gs)) {
    expect(Number(number)).toBeGreaterThan(lastRow);
    lastRow = Number(number);
    let lastColumn = 0;
    for (const [, attributes = "", content = ""] of inside.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const address = /r="([A-Z]+)(\d+)"/.exec(attributes);
      const column = [...(address?.[1] ?? "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
      expect(address?.[2]).toBe(number);
      expect(column).toBeGreaterThan(lastColumn);
      lastColumn = column;
      const formula = /<f>(.*?)<\/f>/s.exec(content)?.[1];
      cells.set(`${address?.[1]}${number}`, {
        style: /s="(\d+)"/.exec(attributes)?.[1],
        formula: formula === undefined ? undefined : plain(formula),
        value: readValue(attributes, content),
      });
    }
  }
  return cells;
}

function readValue(attributes: string, content: string): number | string | null {
  const [, inline] = /<is><t xml:space="preserve">(.*?)<\/t><\/is>/s.exec(content) ?? [];
  if (/t="inlineStr"/.test(attributes)) return plain(inline ?? "");
  const [, direct] = /<v>(.*?)<\/v>/s.exec(content) ?? [];
  if (direct === undefined) return null;
  return /t="str"/.test(attributes) ? plain(direct) : Number(direct);
}

function addressOf(row: number, column: number): string {
  const letters = column > 26 ? `A${String.fromCharCode(38 + column)}` : String.fromCharCode(64 + column);
  return `${letters}${row}`;
}

function escaped(raw: string): string {
  return raw.replace(/_(?=x\w{4}_)/g, "_x005F_").replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function plain(xml: string): string {
  const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return xml
    .replace(/&(?:#(\d+)|(\w+));/g, (_, code?: string, name?: string) =>
      code ? String.fromCharCode(Number(code)) : (named[name ?? ""] ?? ""),
    )
    .replaceAll("_x005F_", "_");
}
