import { describe, expect, it } from "vitest";
import { NotUnderstood, parseFormula } from "../../../src/workbook/formula/parse.ts";
import { referencesOf } from "../../../src/workbook/formula/references.ts";

const cell = (row: number, column: number, fixed = "") => ({
  row,
  column,
  fixedRow: fixed.includes("row"),
  fixedColumn: fixed.includes("column"),
});

describe("a formula is read", () => {
  it.each([
    ["B7", null, cell(7, 2), cell(7, 2)],
    ["$B7", null, cell(7, 2, "column"), cell(7, 2, "column")],
    ["B$7:$AA10", null, cell(7, 2, "row"), cell(10, 27, "column")],
    ["Data!C5", "Data", cell(5, 3), cell(5, 3)],
    ["'Trust''s figures'!C5:D6", "Trust's figures", cell(5, 3), cell(6, 4)],
    ["'2025-26'!XFD1048576", "2025-26", cell(1_048_576, 16_384), cell(1_048_576, 16_384)],
    ["'[1]Other'!A1", "[1]Other", cell(1, 1), cell(1, 1)],
    ["Tŷ.1!A1", "Tŷ.1", cell(1, 1), cell(1, 1)],
  ])("with the reference %s", (text, sheet, from, to) => {
    expect(parseFormula(text)).toEqual({ kind: "ref", sheet, from, to });
  });

  it.each([
    ["1.5", 1.5],
    [".5", 0.5],
    ["1E3", 1000],
    ["2.5e-1", 0.25],
    ['"say ""hi"""', 'say "hi"'],
    ['"B7"', "B7"],
    ["TRUE", true],
    ["false", false],
  ])("with the value %s", (text, value) => {
    expect(parseFormula(text)).toEqual({ kind: "value", value });
  });

  it("with names, calls without and with arguments, and arguments left out", () => {
    expect(parseFormula("Rate_2025")).toEqual({ kind: "name", name: "Rate_2025" });
    expect(parseFormula("today()")).toEqual({ kind: "call", name: "TODAY", args: [] });
    expect(parseFormula("LOG10(1)")).toMatchObject({ kind: "call", name: "LOG10" });
    expect(parseFormula("IF(1,,2)")).toMatchObject({ args: [{ value: 1 }, null, { value: 2 }] });
    expect(parseFormula("IF(1,2,)")).toMatchObject({ args: [{ value: 1 }, { value: 2 }, null] });
  });

  it("with spaces and lines anywhere between", () => {
    expect(parseFormula(" SUM( A1 : B2 ,\n 3 ) ")).toEqual(parseFormula("SUM(A1:B2,3)"));
  });
});

describe("what forms do not use is left to the spreadsheet", () => {
  it.each([
    "A:A",
    "1:1",
    "A1 B1",
    "(A1,B1)",
    "{1,2}",
    "A1#",
    "@A1",
    "Table1[Column]",
    "[1]Sheet!A1",
    "First:Last!A1",
    "#REF!+1",
    "1+",
    "SUM(A1",
    "SUM(A1))",
    "A1:5",
    "",
    '"open',
  ])("%s", (text) => {
    expect(() => parseFormula(text)).toThrow(NotUnderstood);
  });
});

describe("references of a formula", () => {
  it("are all of its cells, wherever they stand", () => {
    const found = referencesOf(parseFormula('IF(A1>-B2%,SUM(C3:D4,,Data!E5),"F6")'));
    expect(found?.map(({ sheet, from }) => [sheet, from.row, from.column])).toEqual([
      [null, 1, 1],
      [null, 2, 2],
      [null, 3, 3],
      ["Data", 5, 5],
    ]);
  });

  it.each(['INDIRECT("A1")', "1+OFFSET(A1,1,0)", "A1+SomeName"])("are not known of %s", (text) => {
    expect(referencesOf(parseFormula(text))).toBeNull();
  });
});
