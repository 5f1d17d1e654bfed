import fc from "fast-check";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../../../src/domain/problem.ts";
import { type Book, readBook } from "../../../../src/workbook/book/read-book.ts";
import { proformaFiller } from "../../../../src/workbook/proforma/fill/filler.ts";
import { compare } from "../../../../src/workbook/proforma/fill/prove.ts";
import { openProforma } from "../../../../src/workbook/proforma/open.ts";
import { ruleBook } from "../../../support/rule-book.ts";
import { type FoundCell, type FoundSheet, nameOf, sheetsOf } from "../plain-reader.ts";
import { type Case, cases, type ExpectedCell, expectedCells, intendedOf, linesOf } from "../random-case.ts";

const FILE = "form.xlsx";
const RUNS = { seed: 41, numRuns: 60 } as const;

type Parts = ReadonlyMap<string, Uint8Array>;

/** A filled form, and what was meant to change in it. */
interface Filled {
  readonly parts: Parts;
  readonly sheets: readonly FoundSheet[];
  readonly data: FoundSheet;
  readonly isIntended: (sheet: FoundSheet, cell: FoundCell) => boolean;
  /** Whether the form had the cell before it was filled. */
  readonly isOld: (cell: FoundCell) => boolean;
  /** One of some, always the same. */
  readonly pick: <T>(some: readonly T[]) => T | null;
}

/** What somebody might do to a filled form that filling must never do. Null where the form has nothing of the kind. */
const DAMAGES: Readonly<Record<string, (filled: Filled) => Parts | null>> = {
  "another cell's value": ({ parts, sheets, isIntended, pick }) => {
    const found = pick(
      sheets.flatMap((sheet) =>
        [...sheet.cells.values()].flatMap((cell) => (cell.value === null || isIntended(sheet, cell) ? [] : [{ sheet, cell }])),
      ),
    );
    return found && changed(parts, found.sheet, found.cell, (xml) => xml.replace(/(<\/(?:x:)?[vt]>)/, "7$1"));
  },
  "a written value": ({ parts, data, isIntended, pick }) => {
    const cell = pick([...data.cells.values()].filter((one) => one.value !== null && isIntended(data, one)));
    return cell && changed(parts, data, cell, (xml) => xml.replace(/(<\/(?:x:)?[vt]>)/, "7$1"));
  },
  "a written value taken away": ({ parts, data, isIntended, pick }) => {
    const cell = pick([...data.cells.values()].filter((one) => one.value !== null && one.value !== "" && isIntended(data, one)));
    return cell && changed(parts, data, cell, (xml) => xml.replace(/(<(?:x:)?[vt](?: [^>]*)?>).*?(<\/)/s, "$1$2"));
  },
  "a format": ({ parts, data, isOld, pick }) => {
    const cell = pick([...data.cells.values()].filter((one) => one.style !== null && isOld(one)));
    return cell && changed(parts, data, cell, (xml) => xml.replace(/ s="\d+"/, ' s="0"'));
  },
  "a formula": ({ parts, sheets, pick }) => {
    const found = pick(
      sheets.flatMap((sheet) =>
        [...sheet.cells.values()].flatMap((cell) => (cell.formula?.includes("</") ? [{ sheet, cell }] : [])),
      ),
    );
    return found && changed(parts, found.sheet, found.cell, (xml) => xml.replace(/(<\/(?:x:)?f>)/, "+0$1"));
  },
  "a formula made a value": ({ parts, sheets, pick }) => {
    const found = pick(
      sheets.flatMap((sheet) => [...sheet.cells.values()].flatMap((cell) => (cell.formula === null ? [] : [{ sheet, cell }]))),
    );
    return (
      found && changed(parts, found.sheet, found.cell, (xml) => xml.replace(/<(?:x:)?f\b[^>]*?(?:\/>|>.*?<\/(?:x:)?f>)/s, ""))
    );
  },
  "a new cell": ({ parts, data }) =>
    edited(parts, data, (xml) => xml.replace(/<\/((?:x:)?)row>/, '<$1c r="XFD1"><$1v>1</$1v></$1c></$1row>')),
  "a new row": ({ parts, data }) =>
    edited(parts, data, (xml) => behind(xml, (p) => `<${p}row r="900"><${p}c r="B900"><${p}v>1</${p}v></${p}c></${p}row>`)),
  "a new row of words": ({ parts, data }) =>
    edited(parts, data, (xml) =>
      behind(xml, (p) => `<${p}row r="900"><${p}c r="B900" t="str"><${p}v>a</${p}v></${p}c></${p}row>`),
    ),
  "a new row with a formula": ({ parts, data }) =>
    edited(parts, data, (xml) => behind(xml, (p) => `<${p}row r="900"><${p}c r="B900"><${p}f>1+1</${p}f></${p}c></${p}row>`)),
  "a formula where a figure was written": ({ parts, data, isIntended, pick }) => {
    const cell = pick(
      [...data.cells.values()].filter((one) => one.formula === null && typeof one.value === "number" && isIntended(data, one)),
    );
    return cell && changed(parts, data, cell, (xml) => xml.replace(/<((?:x:)?)v>/, "<$1f>1+1</$1f><$1v>"));
  },
  "a row's height": ({ parts, data }) => edited(parts, data, (xml) => xml.replace('ht="18"', 'ht="19"')),
  "how a sheet is shown": ({ parts, data }) =>
    edited(parts, data, (xml) => xml.replace('showGridLines="0"', 'showGridLines="1"')),
  "a column's width": ({ parts, data }) => edited(parts, data, (xml) => xml.replace('width="22"', 'width="23"')),
  "a merged area": ({ parts, data }) => edited(parts, data, (xml) => xml.replace(/mergeCell ref="[A-Z]+/, 'mergeCell ref="XFC')),
  "a validation": ({ parts, data }) => edited(parts, data, (xml) => xml.replace('type="whole"', 'type="decimal"')),
  "a protection": ({ parts, data }) => edited(parts, data, (xml) => xml.replace('objects="1"', 'objects="0"')),
  "a margin behind the cells": ({ parts, data }) => edited(parts, data, (xml) => xml.replace('left="0.7"', 'left="0.8"')),
  "another part": ({ parts, sheets, pick }) => {
    const others = [...parts.keys()].filter((name) => !sheets.some(({ part }) => part === name));
    const name = pick(others);
    return name === null ? null : new Map(parts).set(name, Buffer.concat([parts.get(name) ?? new Uint8Array(), strToU8(" ")]));
  },
  "a part removed": ({ parts, pick }) => {
    const gone = pick([...parts.keys()]);
    return new Map([...parts].filter(([name]) => name !== gone));
  },
  "a part added": ({ parts }) => new Map([...parts, ["xl/vbaProject.bin", new Uint8Array([1])]]),
};

describe("what a comparison with the form before filling finds", () => {
  it("is nothing, when only what was meant to change did", () => {
    fc.assert(
      fc.property(cases, (one) => {
        expect(differences(one, filled(one, 0).parts)).toEqual([]);
      }),
      RUNS,
    );
  });

  it.each(Object.entries(DAMAGES))("is %s", (_, damage) => {
    let damaged = 0;
    fc.assert(
      fc.property(cases, fc.nat(), (one, seed) => {
        const parts = damage(filled(one, seed));
        if (parts === null) return;
        damaged += 1;
        expect(differences(one, parts)).not.toEqual([]);
      }),
      { ...RUNS, numRuns: 10 },
    );
    expect(damaged).toBeGreaterThan(0);
  });
});

function differences(one: Case, after: Parts): readonly string[] {
  const before = openProforma(FILE, one.form.bytes);
  const lines = [...linesOf(one.form, one.result.rows).values()];
  const recalculates = one.form.unknownOver.some((line) => lines.includes(line));
  return compare(before, { parts: after, book: bookIn(after) }, intendedOf(expectedCells(one)), recalculates).differences;
}

/** Damage that keeps the workbook from being read is found by that; here the sheets that are left are compared. */
function bookIn(after: Parts): Book {
  try {
    return readBook(after);
  } catch (error) {
    if (error instanceof Refusal)
      return { workbook: "", sheets: [], names: [], isUnlocked: () => false, hasMacros: false, isTemplate: false };
    throw error;
  }
}

function fill({ form, result }: Case) {
  return proformaFiller(FILE, form.bytes, ruleBook(), null).fill(result);
}

function filled(one: Case, seed: number): Filled {
  const { bytes } = fill(one);
  const sheets = sheetsOf(bytes);
  const partOfSheet = (name: string): string => sheets.get(name)?.part ?? "";
  const intended = new Set(
    expectedCells(one).map(({ sheet, row, column }: ExpectedCell) => `${partOfSheet(sheet)} ${nameOf(row, column)}`),
  );
  const data = sheets.get(one.form.sheet);
  const before = sheetsOf(one.form.bytes).get(one.form.sheet)?.cells;
  if (data === undefined) throw new Error("no sheet of figures");
  return {
    parts: new Map(Object.entries(unzipSync(bytes))),
    sheets: [...sheets.values()],
    data,
    isIntended: (sheet, { row, column }) => intended.has(`${sheet.part} ${nameOf(row, column)}`),
    isOld: ({ row, column }) => before?.has(nameOf(row, column)) === true,
    pick: (some) => some[seed % Math.max(1, some.length)] ?? null,
  };
}

function changed(parts: Parts, sheet: FoundSheet, { start, end }: FoundCell, change: (cell: string) => string): Parts | null {
  return edited(parts, sheet, (xml) => xml.slice(0, start) + change(xml.slice(start, end)) + xml.slice(end));
}

function edited(parts: Parts, { part }: FoundSheet, change: (xml: string) => string): Parts | null {
  const before = strFromU8(parts.get(part) ?? new Uint8Array());
  const after = change(before);
  return after === before ? null : new Map(parts).set(part, strToU8(after));
}

function behind(xml: string, rowXml: (prefix: string) => string): string {
  return xml.replace(/<\/((?:x:)?)sheetData>/, (end, prefix: string) => rowXml(prefix) + end);
}
