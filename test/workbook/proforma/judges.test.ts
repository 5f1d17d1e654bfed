import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { proformaFiller } from "../../../src/workbook/proforma/fill/filler.ts";
import { OPENPYXL, PYTHON, SOFFICE } from "../../support/judges.ts";
import { A_WHILE, convert } from "../../support/libreoffice.ts";
import { ruleBook } from "../../support/rule-book.ts";
import { cellsOf, FITTING, fiveSites, type Placed } from "./support.ts";

const folder = mkdtempSync(path.join(tmpdir(), "ko41a proforma judges "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const result = fiveSites();
const filled = FITTING.map((proforma) => {
  const { fill } = proformaFiller(proforma.file, proforma.bytes, ruleBook(), null);
  return { ...proforma, after: fill(result).bytes, placed: cellsOf(proforma.expected, result) };
});

beforeAll(() => {
  for (const name of ["before", "after", "again"]) mkdirSync(path.join(folder, name));
  for (const { file, bytes, after } of filled) {
    writeFileSync(path.join(folder, "before", file), bytes);
    writeFileSync(path.join(folder, "after", file), after);
  }
});

/** Every cell of a workbook as openpyxl reads it: value, and what it knows of its looks. */
const SCRIPT = `
import json, sys, openpyxl
def read(file, data_only):
    book = openpyxl.load_workbook(file, data_only=data_only, keep_vba=file.endswith("xlsm"))
    return {sheet.title: {cell.coordinate: [cell.value if isinstance(cell.value, (int, float, str, bool, type(None))) else str(cell.value),
        [cell.number_format, cell.font.b, cell.fill.fgColor.rgb if isinstance(cell.fill.fgColor.rgb, str) else None, cell.protection.locked, cell.border.left.style]]
        for row in sheet.iter_rows() for cell in row} for sheet in book.worksheets}
print(json.dumps([read(sys.argv[1], True), read(sys.argv[1], False)]))
`;

type Cells = Readonly<Record<string, Readonly<Record<string, readonly [value: unknown, looks: unknown]>>>>;

function readByOpenpyxl(file: string): readonly [values: Cells, formulas: Cells] {
  const { stdout, stderr, status } = spawnSync(PYTHON, ["-c", SCRIPT, file], { encoding: "utf8", maxBuffer: 1e9 });
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout) as [Cells, Cells];
}

function expectPlaced(values: Cells, placed: readonly Placed[]): void {
  const found = placed.map(({ sheet, cell, item, site }) => ({ item, site, cell, value: values[sheet]?.[cell]?.[0] }));
  expect(found).toEqual(placed.map(({ cell, item, site, value }) => ({ item, site, cell, value })));
}

describe.skipIf(!OPENPYXL.isHere)(`openpyxl${OPENPYXL.skipped}`, () => {
  test.each(filled)("reads every figure of $name where it belongs, and everything else as it was", ({ file, placed }) => {
    const [before, formulas] = readByOpenpyxl(path.join(folder, "before", file));
    const [after, formulasAfter] = readByOpenpyxl(path.join(folder, "after", file));
    expectPlaced(after, placed);
    const written = new Set(placed.map(({ sheet, cell }) => `${sheet}!${cell}`));
    for (const [sheet, cells] of Object.entries(before))
      for (const [cell, [, looks]] of Object.entries(cells)) {
        expect(after[sheet]?.[cell]?.[1], `${sheet}!${cell}`).toEqual(looks);
        const formula = formulas[sheet]?.[cell]?.[0] ?? null;
        const isFormula = typeof formula === "string" && formula.startsWith("=");
        if (!isFormula && (written.has(`${sheet}!${cell}`) || formula === null)) continue;
        expect(formulasAfter[sheet]?.[cell]?.[0], `${sheet}!${cell}`).toEqual(formula);
      }
  });
});

describe.skipIf(!SOFFICE.isHere || !OPENPYXL.isHere)(`LibreOffice${SOFFICE.skipped}${OPENPYXL.skipped}`, () => {
  test(
    "opens every filled proforma and works out the same totals, and every other result, as stand in it",
    () => {
      const files = filled.map(({ file }) => path.join(folder, "after", file));
      convert(folder, files, "xlsx", path.join(folder, "again"));
      for (const { file, placed } of filled) {
        const [again] = readByOpenpyxl(path.join(folder, "again", file.replace(/\.xlsm$/, ".xlsx")));
        const [after, formulas] = readByOpenpyxl(path.join(folder, "after", file));
        expectPlaced(again, placed);
        for (const [sheet, cells] of Object.entries(formulas))
          for (const [cell, [formula]] of Object.entries(cells)) {
            const stored = after[sheet]?.[cell]?.[0] ?? null;
            // Formulas of lines that stay free have no result in some of the proformas, before and after.
            if (!String(formula ?? "").startsWith("=") || stored === null) continue;
            expect(again[sheet]?.[cell]?.[0] ?? "", `${file} ${sheet}!${cell} ${formula}`).toEqual(stored);
          }
      }
    },
    A_WHILE,
  );
});
