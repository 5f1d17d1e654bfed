import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { proformaFiller } from "../../../../src/workbook/proforma/fill/filler.ts";
import { findLayout } from "../../../../src/workbook/proforma/find/find.ts";
import { readTemplateMap, templateMapYaml } from "../../../../src/workbook/proforma/map/map-file.ts";
import { openProforma } from "../../../../src/workbook/proforma/open.ts";
import { readProforma } from "../../../../src/workbook/proforma/read-back.ts";
import { problemsOf } from "../../../support/refusal.ts";
import { ruleBook } from "../../../support/rule-book.ts";
import { returnOf, sameBytes } from "../../support.ts";
import { nameOf, sheetsOf } from "../plain-reader.ts";
import { type Case, cases, expectedCells, linesOf, roomOf } from "../random-case.ts";
import { proformas } from "../random-proforma.ts";
import { siteRow } from "../random-return.ts";

const book = ruleBook();
const FILE = "form.xlsx";
const RUNS = { seed: 41, numRuns: 45 } as const;

function filled({ form, result }: Pick<Case, "form" | "result">, bytes = form.bytes) {
  return proformaFiller(FILE, bytes, book, null).fill(result);
}

/** A cell that was not written out looks as its row says, or else as its column says. */
function styleOfNew({ form }: Case, sheet: string, row: number, column: number): string | null {
  const lines = [...form.free, ...form.listed.map(({ line }) => line)];
  if (form.choices.prepared === "rows" && sheet === form.sheet && lines.includes(row)) return "2";
  return column >= 2 && column <= 4 ? "3" : null;
}

function figuresBack(bytes: Uint8Array) {
  const rows = readProforma(FILE, bytes, book)?.rows ?? [];
  return new Map(rows.map(({ siteCode, counts }) => [siteCode, counts]));
}

describe("any form is filled", () => {
  it("with a layout that is the designer's", () => {
    fc.assert(
      fc.property(proformas, (form) => {
        const { layout, faults } = findLayout(openProforma(FILE, form.bytes).book, book);
        expect(faults).toEqual([]);
        expect(layout).toMatchObject({
          sheet: form.sheet,
          sites: form.turn.sites,
          siteCode: form.siteCode,
          siteName: form.siteName,
          free: form.free,
          endlessFrom: form.endlessFrom,
        });
        expect(layout?.listed.map(({ code, line }) => ({ code, line }))).toEqual(form.listed);
        expect(new Map([...(layout?.items ?? [])].map(([id, { position }]) => [id, position]))).toEqual(
          new Map(book.items.map(({ id }) => [id, form.positions.get(id)])),
        );
      }),
      RUNS,
    );
  });

  it("so that every figure, total and sum stands where it belongs, and nothing else changed", () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { bytes, proof } = filled(one);
        const expected = expectedCells(one);
        const after = sheetsOf(bytes);
        const before = sheetsOf(one.form.bytes);
        const changed = new Set<string>();
        for (const { sheet, row, column, value, isFormula } of expected) {
          const address = nameOf(row, column);
          changed.add(`${sheet}!${address}`);
          const found = after.get(sheet)?.cells.get(address)?.value ?? null;
          expect(isFormula || value !== "" ? found : found || "", `${sheet}!${address}`).toBe(value);
        }
        for (const [sheet, { cells }] of after) {
          const old = before.get(sheet)?.cells;
          const rows = new Set([...(old?.values() ?? [])].map((cell) => cell.row));
          for (const [address, { row, column, value, formula, style }] of cells) {
            const was = old?.get(address);
            if (was !== undefined) expect({ formula, style }).toEqual({ formula: was.formula, style: was.style });
            else if (rows.has(row)) expect(style, `${sheet}!${address}`).toBe(styleOfNew(one, sheet, row, column));
            if (!changed.has(`${sheet}!${address}`)) expect(value, `${sheet}!${address}`).toBe(was?.value ?? null);
          }
          expect([...(old?.keys() ?? [])].filter((address) => !cells.has(address))).toEqual([]);
        }
        const isUnknown = one.form.unknownOver.some((line) => [...linesOf(one.form, one.result.rows).values()].includes(line));
        const sheets = [...new Set(expected.map(({ sheet }) => after.get(sheet)?.part ?? ""))];
        const mayChange = new Set([...sheets, ...(isUnknown ? ["xl/workbook.xml"] : [])]);
        expect(proof).toMatchObject({ sheet: one.form.sheet, otherChanges: 0, recalculatesOnLoad: isUnknown });
        expect([...mayChange]).toEqual(expect.arrayContaining([...(proof?.partsChanged ?? [])]));
        const [was, is] = [unzipSync(one.form.bytes), unzipSync(bytes)];
        expect(Object.keys(is)).toEqual(Object.keys(was));
        for (const [name, part] of Object.entries(was))
          if (!mayChange.has(name)) expect(sameBytes(part, is[name]), name).toBe(true);
      }),
      RUNS,
    );
  });

  it("and is read back as the return that was written; filled again, the same way or a second time, it is the same", () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { bytes } = filled(one);
        const figures = new Map(one.result.rows.map(({ siteCode, counts }) => [siteCode, counts]));
        expect(figuresBack(bytes)).toEqual(figures);
        expect(sameBytes(bytes, filled(one).bytes)).toBe(true);
        const again = filled(one, bytes);
        expect(again.proof?.otherChanges).toBe(0);
        expect(figuresBack(again.bytes)).toEqual(figures);
      }),
      RUNS,
    );
  });

  it("by its layout saved as a map in the same way as by looking", () => {
    fc.assert(
      fc.property(
        cases.filter(({ form }) => form.endlessFrom === null),
        (one) => {
          const { layout } = findLayout(openProforma(FILE, one.form.bytes).book, book);
          if (layout === null) throw new Error("no layout");
          const map = readTemplateMap("form.map.yaml", templateMapYaml(layout, book), book);
          const { bytes } = proformaFiller(FILE, one.form.bytes, book, map).fill(one.result);
          expect(sameBytes(bytes, filled(one).bytes)).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it("or refused, with the names of the sites that find no line", async () => {
    const tooFew = proformas.filter(({ endlessFrom }) => endlessFrom === null);
    await fc.assert(
      fc.asyncProperty(tooFew, fc.integer({ min: 1, max: 4 }), siteRow("RZZ60"), async (form, more, row) => {
        const codes = Array.from({ length: roomOf(form) + more }, (_, index) => `RZZ${index + 50}`);
        const rows = codes.map((siteCode) => ({ ...row, siteCode }));
        const problems = await problemsOf(() => filled({ form, result: returnOf(book, rows) }));
        expect(problems).toHaveLength(1);
        for (const code of codes.slice(-more)) expect(problems[0]?.what).toContain(code);
        for (const code of codes.slice(0, -more)) expect(problems[0]?.what).not.toContain(code);
      }),
      { ...RUNS, numRuns: 20 },
    );
  });
});
