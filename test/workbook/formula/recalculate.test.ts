import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readBook } from "../../../src/workbook/book/read-book.ts";
import { recalculate } from "../../../src/workbook/formula/recalculate.ts";
import { bookOf, type Cells, changedBy, keyOf, result } from "./support.ts";

describe("after a change", () => {
  it("only what depends on it has a new result, through other formulas and other sheets", () => {
    const book = bookOf({
      Data: { A1: 1, A2: 2, B1: "=A1+A2", B2: "=A2*2", C1: "=B1*10" },
      "Trust's view": { A1: "=Data!C1+1", A2: "='data'!B2", A3: "='Trust''s view'!A1&\"!\"" },
    });
    expect(changedBy(book, { A1: 5 })).toEqual({
      "Data!B1": 7,
      "Data!C1": 70,
      "Trust's view!A1": 71,
      "Trust's view!A3": "71!",
      unsettled: false,
    });
  });

  it("a cell that was not there before, or is blank now, counts as what it is", () => {
    const book = bookOf({ Data: { A1: 3, B1: "=COUNTA(A1:A3)", B2: "=A1", B3: '=A1=""' } });
    expect(changedBy(book, { A3: "x" })).toEqual({ "Data!B1": 2, unsettled: false });
    expect(changedBy(book, { A1: null })).toEqual({ "Data!B1": 0, "Data!B2": 0, "Data!B3": true, unsettled: false });
  });

  it("a formula is not taken for the value that it was given", () => {
    expect(changedBy(bookOf({ Data: { A1: 1, B1: "=A1", C1: "=B1" } }), { B1: 9 })).toEqual({ unsettled: false });
  });
});

describe("a shared formula", () => {
  const shared = (text: string): Cells => ({
    A1: 1,
    A2: 2,
    A3: 3,
    B1: 10,
    B2: 20,
    B3: 30,
    C1: { shared: "0", text },
    C2: { shared: "0" },
    D2: { shared: "0" },
  });
  it.each([
    ["=A1+B1", { "Data!C1": 110, "Data!C2": 22, "Data!D2": 42 }, { A1: 100 }],
    ["=$A1", { "Data!C1": 100, "Data!C2": 2, "Data!D2": 2 }, { A1: 100 }],
    ["=A$1", { "Data!C1": 100, "Data!C2": 100, "Data!D2": 10 }, { A1: 100 }],
    ["=SUM(A$1:A1)", { "Data!C1": 100, "Data!C2": 102, "Data!D2": 30 }, { A1: 100 }],
    ["=SUM($A$1:A1)", { "Data!C1": 100, "Data!C2": 102, "Data!D2": 132 }, { A1: 100 }],
  ])("%s moves what is not fixed", (text, expected, changes) => {
    const found = recalculate(
      bookOf({ Data: shared(text) }),
      new Map([["Data", new Map(Object.entries(changes).map(([at, value]) => [keyOf(at), value]))]]),
    );
    for (const [address, value] of Object.entries(expected))
      expect(found.resultAt("Data", keyOf(address.slice(5))), address).toBe(value);
    expect(found.unsettled).toBe(false);
  });

  it("that moves off the sheet, or has no first cell, is left to the spreadsheet", () => {
    const up: Cells = { A3: 1, B3: { shared: "0", text: "=A2" }, B2: { shared: "0" }, B1: { shared: "0" }, C9: { shared: "7" } };
    const { resultAt, unsettled } = recalculate(bookOf({ Data: up }), new Map());
    expect(["B3", "B2", "B1", "C9"].map((at) => resultAt("Data", keyOf(at)))).toEqual([0, 0, undefined, undefined]);
    expect(unsettled).toBe(true);
  });
});

describe("names", () => {
  it("that are constants stand for them", () => {
    const names = { Rate: "0.5", Low: "-3", Word: '"OK"', Place: "Sheet1!$A$1" };
    expect(result("=rate*4+Low", {}, names)).toBe(-1);
    expect(result('=IF(Word="ok",1,2)', {}, names)).toBe(1);
    expect(result("=Place+1", { A1: 1 }, names)).toBeUndefined();
    expect(result("=Unknown", {}, names)).toBeUndefined();
  });

  it("are read as their XML means them", () => {
    const parts = new Map(
      Object.entries({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": "<Relationships/>",
        "xl/workbook.xml":
          '<workbook><sheets/><definedNames><definedName name="Who">&quot;Fish &amp; Chips&#33;&quot;</definedName></definedNames></workbook>',
      }).map(([name, xml]) => [name, strToU8(xml)] as const),
    );
    expect(readBook(parts).names).toEqual([{ name: "Who", refersTo: '"Fish & Chips!"' }]);
  });
});

describe("what only the spreadsheet can work out is unsettled", () => {
  it.each([
    ["cycles", { A1: 1, B1: "=C1+A1", C1: "=B1" }],
    ["a cell that looks at itself", { A1: 1, B1: "=B1+A1" }],
    ["unknown functions of what changed", { A1: 1, B1: "=VLOOKUP(A1,D1:E9,2)" }],
    ["unknown functions of what follows from it", { A1: 1, B1: "=A1+1", C1: "=LOG(B1)" }],
    ["what follows from them", { A1: 1, B1: "=LOG(A1)", C1: "=B1+1" }],
    ["what may look anywhere", { A1: 1, B1: '=INDIRECT("A"&1)' }],
    ["names of cells", { A1: 1, B1: "=SUM(Figures)" }],
    ["whole columns", { A1: 1, B1: "=SUM(A:A)" }],
    ["what is too large", { A1: 1, B1: "=SUM(A1:Z99999)" }],
    ["sheets that are not there", { A1: 1, B1: "=Gone!A1" }],
    ["what was divided by nothing", { A1: 1, B1: "=1/A1" }],
  ] satisfies [string, Cells][])("%s", (_, cells) => {
    const found = changedBy(bookOf({ Data: cells }), { A1: 0 });
    expect(found.unsettled).toBe(true);
    expect(found).not.toHaveProperty(["Data!C1"]);
  });

  it.each([
    ["unknown functions of other cells", { A1: 1, A2: 8, B1: { formula: "=LOG(A2,2)", saved: 3 }, C1: "=B1+A1" }, 8],
    ["today's date", { A1: 1, B1: { formula: "=TODAY()", saved: 46_000 }, C1: "=B1+A1" }, 46_005],
  ] satisfies [string, Cells, number][])("but not %s: what was saved holds", (_, cells, expected) => {
    expect(changedBy(bookOf({ Data: cells }), { A1: 5 })).toEqual({ "Data!C1": expected, unsettled: false });
  });

  it("and what was not even saved is not known", () => {
    const book = bookOf({ Data: { A1: 1, B1: "=LOG(8,2)", C1: "=B1+A1" } });
    const { resultAt } = recalculate(book, new Map());
    expect(resultAt("Data", keyOf("B1"))).toBeUndefined();
    expect(resultAt("Data", keyOf("C1"))).toBeUndefined();
  });
});

describe("formulas that would take the whole stack", () => {
  it("in a row, each waiting for the next", () => {
    const row = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`A${index + 1}`, `=A${index + 2}+1`]));
    const { resultAt, unsettled } = recalculate(bookOf({ Data: { ...row, A20001: 1 } }), new Map());
    expect(resultAt("Data", keyOf("A20000"))).toBe(2);
    expect(unsettled).toBe(true);
  });

  it("in a row, each after the one before, are all worked out", () => {
    const row = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`A${index + 2}`, `=A${index + 1}+1`]));
    expect(recalculate(bookOf({ Data: { A1: 1, ...row } }), new Map()).resultAt("Data", keyOf("A20001"))).toBe(20_001);
  });

  it("in brackets, and in figures of 200,000 cells", () => {
    expect(result(`=${"(".repeat(4_000)}1${")".repeat(4_000)}`)).toBeUndefined();
    const many = Object.fromEntries(Array.from({ length: 199_000 }, (_, index) => [`A${index + 1}`, index]));
    expect(result("=MAX(A1:A199000)", many)).toBe(198_999);
  });
});
