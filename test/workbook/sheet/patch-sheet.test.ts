import { describe, expect, it } from "vitest";
import { Refusal } from "../../../src/domain/problem.ts";
import { patchSheet } from "../../../src/workbook/sheet/patch-sheet.ts";

const NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

function sheet(rows: string, before = "", after = ""): string {
  return `<?xml version="1.0"?>\n<worksheet xmlns="${NAMESPACE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

describe("patchSheet", () => {
  it("changes nothing when there is nothing to change", () => {
    const xml = sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row><!-- kept -->', "<cols/>", "<extLst><ext/></extLst>");
    expect(patchSheet(xml, [])).toBe(xml);
  });

  it("writes a number and keeps the style", () => {
    const xml = sheet(`<row r="2" ht="20"><c r="B2" s='7' t="s"><v>4</v></c><c r="C2"><v>1</v></c></row>`);
    expect(patchSheet(xml, [{ row: 2, column: 2, value: 12 }])).toBe(
      sheet('<row r="2" ht="20"><c r="B2" s="7"><v>12</v></c><c r="C2"><v>1</v></c></row>'),
    );
  });

  it("empties a cell and keeps its style", () => {
    const xml = sheet('<row r="1"><c r="A1" s="3" t="inlineStr"><is><t>old</t></is></c></row>');
    expect(patchSheet(xml, [{ row: 1, column: 1, value: null }])).toBe(sheet('<row r="1"><c r="A1" s="3"/></row>'));
  });

  it("keeps a formula of any kind and writes its cached result", () => {
    const shared = '<f t="shared" ref="A1:A9" si="0">B1&amp;""</f>';
    const xml = sheet(`<row r="1"><c r="A1" s="1">${shared}<v>1</v><extLst><ext/></extLst></c><c r="B1"><f>C1</f></c></row>`);
    const patched = patchSheet(xml, [
      { row: 1, column: 1, value: 5, formula: "NEVER()" },
      { row: 1, column: 2, value: null },
    ]);
    expect(patched).toBe(
      sheet(
        `<row r="1"><c r="A1" s="1">${shared}<v>5</v><extLst><ext/></extLst></c><c r="B1" t="str"><f>C1</f><v></v></c></row>`,
      ),
    );
  });

  it("writes a formula where none stands", () => {
    expect(patchSheet(sheet(""), [{ row: 1, column: 1, value: 3, formula: 'IF(B1<2,"",3)' }])).toBe(
      sheet('<row r="1"><c r="A1"><f>IF(B1&lt;2,&quot;&quot;,3)</f><v>3</v></c></row>'),
    );
  });

  it("puts missing rows and cells where they belong", () => {
    const xml = sheet('<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="5"/>');
    const patched = patchSheet(
      xml,
      [
        [7, 1],
        [5, 2],
        [5, 1],
        [3, 1],
        [2, 5],
        [2, 3],
        [2, 1],
        [1, 1],
      ].map(([row = 0, column = 0]) => ({ row, column, value: 9 })),
    );
    const cell = (address: string, value = 9): string => `<c r="${address}"><v>${value}</v></c>`;
    expect(patched).toBe(
      sheet(
        `<row r="1">${cell("A1")}</row>` +
          `<row r="2">${cell("A2")}${cell("B2", 1)}${cell("C2")}${cell("D2", 2)}${cell("E2")}</row>` +
          `<row r="3">${cell("A3")}</row><row r="5">${cell("A5")}${cell("B5")}</row><row r="7">${cell("A7")}</row>`,
      ),
    );
  });

  it("inserts before a cell it also changes", () => {
    const xml = sheet('<row r="1"><c r="B1"><v>1</v></c></row>');
    const edits = [
      { row: 1, column: 2, value: 2 },
      { row: 1, column: 1, value: 1 },
    ];
    expect(patchSheet(xml, edits)).toBe(sheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'));
  });

  it("opens an empty sheet", () => {
    const xml = sheet("").replace("<sheetData></sheetData>", "<sheetData/>");
    expect(patchSheet(xml, [{ row: 1, column: 1, value: 1 }])).toBe(sheet('<row r="1"><c r="A1"><v>1</v></c></row>'));
    expect(patchSheet(xml, [{ row: 1, column: 1, value: null }])).toBe(xml);
  });

  it("writes text as text, whatever a spreadsheet would make of it", () => {
    for (const text of ["=1+1", "+44", "-x", "@home", "\tindented", "\rreturned"]) {
      const patched = patchSheet(sheet(""), [{ row: 1, column: 1, value: text }]);
      expect(patched).toMatch(/<c r="A1" t="inlineStr"><is><t xml:space="preserve">/);
      expect(patched).not.toContain("<f>");
    }
  });

  it("escapes text, drops what XML cannot hold and keeps what only looks escaped", () => {
    const value = 'A & B <C> "D"\u0000\u0007\u001f\ufffe\ud800 \r\n\t_x000D_ ok 🏥';
    expect(patchSheet(sheet(""), [{ row: 1, column: 1, value }])).toContain(
      '<t xml:space="preserve">A &amp; B &lt;C&gt; &quot;D&quot; &#13;&#10;&#9;_x005F_x000D_ ok 🏥</t>',
    );
  });

  it("cuts text to what a cell can hold", () => {
    const patched = patchSheet(sheet(""), [{ row: 1, column: 1, value: "x".repeat(40_000) }]);
    expect(/x{100,}/.exec(patched)?.[0].length).toBe(32_767);
  });

  it("takes the later of two edits of a cell", () => {
    const edits = [1, 2].map((value) => ({ row: 1, column: 1, value }));
    expect(patchSheet(sheet(""), edits)).toBe(sheet('<row r="1"><c r="A1"><v>2</v></c></row>'));
  });

  it("gives a missing cell the look of its row, or else of its column", () => {
    const columns = '<cols><col min="1" max="1" style="4"/><col min="2" max="3" width="9"/></cols>';
    const xml = sheet('<row r="1"/><row r="2" s="8" customFormat="1"></row>', columns);
    const edits = [1, 2].flatMap((row) => [1, 2].map((column) => ({ row, column, value: 0 })));
    expect(patchSheet(xml, edits)).toBe(
      sheet(
        '<row r="1"><c r="A1" s="4"><v>0</v></c><c r="B1"><v>0</v></c></row>' +
          '<row r="2" s="8" customFormat="1"><c r="A2" s="8"><v>0</v></c><c r="B2" s="8"><v>0</v></c></row>',
        columns,
      ),
    );
  });

  it("makes new rows in the likeness of another", () => {
    const model = '<row r="2" ht="17" customHeight="1"><c r="A2" s="5"/><c r="B2" s="6"><f>A2</f><v></v></c><c r="D2"/></row>';
    const edits = [
      { row: 4, column: 1, value: "x" },
      { row: 4, column: 3, value: 1 },
    ];
    expect(patchSheet(sheet(model), edits, { newRowsLike: 2 })).toBe(
      sheet(
        `${model}<row r="4" ht="17" customHeight="1"><c r="A4" s="5" t="inlineStr"><is><t xml:space="preserve">x</t></is></c>` +
          '<c r="B4" s="6"/><c r="C4"><v>1</v></c></row>',
      ),
    );
    expect(patchSheet(sheet(model), edits)).toContain('<row r="4"><c r="A4" t=');
    const below = sheet(`<row r="1"/>${model.replaceAll("2", "9")}`);
    expect(patchSheet(below, edits, { newRowsLike: 9 })).toContain('<row r="4" ht="17"');
  });

  it("widens what the sheet and its rows say of their size, only where needed", () => {
    const xml = sheet('<row r="1" spans="1:2"><c r="A1"/></row>', '<dimension ref="A1:B1"/>');
    const inside = patchSheet(xml, [{ row: 1, column: 1, value: null }]);
    expect(inside).toBe(xml);
    const outside = patchSheet(xml, [
      { row: 1, column: 4, value: 1 },
      { row: 6, column: 1, value: 1 },
    ]);
    expect(outside).toContain('<dimension ref="A1:D6"/>');
    expect(outside).toContain('<row r="1" spans="1:4"><c r="A1"/><c r="D1"><v>1</v></c></row>');
  });

  it("follows rows and cells that do not say where they stand", () => {
    const xml = sheet("<row><c><v>1</v></c><c><v>2</v></c></row><row><c/></row>");
    const edits = [
      { row: 1, column: 2, value: 5 },
      { row: 2, column: 1, value: 6 },
      { row: 2, column: 3, value: 7 },
    ];
    expect(patchSheet(xml, edits)).toBe(
      sheet('<row><c><v>1</v></c><c><v>5</v></c></row><row><c><v>6</v></c><c r="C2"><v>7</v></c></row>'),
    );
  });

  it("speaks the prefix of the sheet", () => {
    const xml = `<x:worksheet xmlns:x="${NAMESPACE}"><x:sheetData><x:row r="1"><x:c r="A1" s="2"/></x:row></x:sheetData></x:worksheet>`;
    const patched = patchSheet(xml, [
      { row: 1, column: 1, value: "a" },
      { row: 2, column: 1, value: 1, formula: "A1" },
    ]);
    expect(patched).toContain('<x:c r="A1" s="2" t="inlineStr"><x:is><x:t xml:space="preserve">a</x:t></x:is></x:c>');
    expect(patched).toContain('<x:row r="2"><x:c r="A2"><x:f>A1</x:f><x:v>1</x:v></x:c></x:row>');
  });

  it("keeps a byte order mark and every line ending", () => {
    const xml = `\ufeff${sheet('\r\n<row r="1">\r\n<c r="A1"/>\r\n</row>\r\n')}`;
    expect(patchSheet(xml, [{ row: 1, column: 1, value: 1 }])).toBe(xml.replace('<c r="A1"/>', '<c r="A1"><v>1</v></c>'));
  });

  it("is not misled by what only looks like cells", () => {
    const looks = '<!-- <row r="1"><c r="A1"/></row> --><extLst><ext><row r="1"/></ext></extLst>';
    const xml = sheet('<row r="1"><!-- <c r="A1"/> --><c r="A1" cm="/>"/></row>', "", looks);
    expect(patchSheet(xml, [{ row: 1, column: 1, value: 1 }])).toBe(
      sheet('<row r="1"><!-- <c r="A1"/> --><c r="A1" cm="/&gt;"><v>1</v></c></row>', "", looks),
    );
  });

  it("reads a long sheet only as far as it must, and is right wherever it stops", () => {
    const line = (row: number): string =>
      `<row r="${row}" ht="15"><c r="A${row}" s="${row % 7}"><v>0</v></c><c r="B${row}"/></row>`;
    const numbers = Array.from({ length: 400 }, (_, index) => index + 1).filter((row) => row !== 100);
    const long = (change: (row: number) => string): string => sheet(numbers.map(change).join(""));
    for (const edited of [1, 2, 57, 58, 59, 99, 101, 399, 400]) {
      const filled = line(edited).replace("<v>0</v>", "<v>7</v>");
      const expected = long((row) => (row === edited ? filled : line(row)));
      expect(patchSheet(long(line), [{ row: edited, column: 1, value: 7 }])).toBe(expected);
    }
    for (const [row, before] of [
      [100, '<row r="101"'],
      [401, "</sheetData>"],
    ] as const) {
      const added = `<row r="${row}" ht="15"><c r="A${row}" s="6"><v>7</v></c></row>`;
      const patched = patchSheet(long(line), [{ row, column: 1, value: 7 }], { newRowsLike: 384 });
      expect(patched).toBe(long(line).replace(before, `${added}${before}`));
    }
  });

  it("refuses what is no worksheet", () => {
    expect(() => patchSheet("<chartsheet/>", [])).toThrow(Refusal);
    expect(() => patchSheet("<worksheet><sheetData>", [])).toThrow(Refusal);
    expect(() => patchSheet("PK", [])).toThrow(Refusal);
  });

  it("will not write what is no number", () => {
    expect(() => patchSheet(sheet(""), [{ row: 1, column: 1, value: Number.NaN }])).toThrow(TypeError);
  });
});
