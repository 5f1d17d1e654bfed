import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Value } from "../../../src/workbook/formula/evaluate.ts";
import { LIBREOFFICE, SOFFICE } from "../../support/judges.ts";
import { columnLetters, type PlainCell, type PlainSheet, packageOf } from "../proforma/random-package.ts";
import { result } from "./support.ts";

const folder = mkdtempSync(path.join(tmpdir(), "ko41a-formulas-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Over A1:D6 of each sheet. */
const FORMULAS = [
  "A1+B1-C1",
  "A1*B2",
  "A1/B1",
  "-A1^2",
  "2^3^2",
  "-2^-2",
  "A1+B1*C1",
  "(A1+B1)*C1",
  "A1%",
  "50%*A1",
  "200%%",
  "--A2",
  "+A3",
  "A1&B1",
  'A1&" of "&B2&"!"',
  "A1&B1+1",
  '1/3&""',
  '0.1+0.2&""',
  "A1=B1",
  "A1<>B1",
  "A1<B1",
  "A1>=B1",
  'A1=""',
  "A1=0",
  'A2="north"',
  '"a"<"B"',
  '"10"<9',
  "(A1=1)=TRUE",
  "0.1+0.2=0.3",
  "SUM(A1:D6)",
  "SUM(A1:A6,C2,5)",
  "SUM(A1:B2,B2:C3)",
  "SUM(A1)",
  "SUM(D6)",
  "MAX(A1:D6)",
  "MIN(A1:D6)",
  "MAX(A1:A2,-3)",
  "MIN(D5:D6)",
  "COUNT(A1:D6)",
  "COUNTA(A1:D6)",
  "COUNTBLANK(A1:D6)",
  "COUNT(A1,5)",
  'COUNTA(A1:A3,"")',
  "COUNTIF(A1:D6,1)",
  'COUNTIF(A1:D6,">1")',
  'COUNTIF(A1:D6,"<=0")',
  'COUNTIF(A1:D6,"north")',
  'COUNTIF(A1:D6,"NORTH")',
  'COUNTIF(A1:D6,"<>0")',
  'COUNTIF(A1:D6,"<>")',
  'COUNTIF(A1:D6,"=")',
  'COUNTIF(A1:D6,"")',
  'COUNTIF(A1:D6,"<>north")',
  "COUNTIF(A1:D6,A1)",
  "COUNTIF(A1:D6,D6)",
  'COUNTIF(A1:D6,">"&B1)',
  'COUNTIF(A1:D6,">north")',
  'SUMIF(A1:A6,">0",B1:B6)',
  'SUMIF(A1:A6,">0")',
  "SUMIF(A1:B6,1,C1:D6)",
  'SUMIF(A1:A6,"north",B1:B6)',
  'SUMIF(A1:A6,">0",B1)',
  "ABS(A1)",
  "ROUND(A1*1.005,2)",
  "ROUND(2.5,0)",
  "ROUND(-2.5,0)",
  "ROUND(1.005,2)",
  "ROUND(A1*37,-1)",
  "ROUND(1.25,1.9)",
  'IF(A1>B1,"more","less")',
  "IF(A1,1,2)",
  "IF(A1>0,B1)",
  "IF(A1>0,,3)",
  'IF(AND(A1>0,B1>0),"both","not")',
  "AND(A1:B2)",
  "OR(A1:B2)",
  "OR(A1>0,B1>0)",
  "NOT(A1)",
  "AND(D6)",
  "ISBLANK(A1)",
  "ISBLANK(D6)",
  "ISNUMBER(A1)",
  "ISNUMBER(A2)",
  "LEN(A1)",
  "LEN(A2)",
  "LEN(0.1+0.2)",
  "LEN(TRIM(A3))",
  'TRIM("  a  b ")',
  "N(A1)",
  "N(A2)",
  "A6",
  "IF(TRUE,D6)",
  "SUM(A1:A3)=SUM(B1:B3)",
  'A1&""',
  "SUM(A2:A2)+1",
  "1e3+A1",
];

const cell = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -3, max: 6 }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 0.5, 1.005, 100, 12345.678, 0.1) },
  { weight: 2, arbitrary: fc.constantFrom("north", "South", "NORTH", "  a  b ", "12", "x-1", "\u00a0a") },
  { weight: 3, arbitrary: fc.constant(null) },
);
const sheets = fc.sample(fc.array(cell, { minLength: 23, maxLength: 23 }), { seed: 41, numRuns: 20 });

describe.skipIf(!SOFFICE.isHere)(`LibreOffice${SOFFICE.skipped}`, () => {
  it("works out formulas over random cells to the same", () => {
    const file = path.join(folder, "formulas.xlsx");
    const spelling = { prefix: "", strings: "inline", references: "all", extent: false, newlines: false } as const;
    writeFileSync(
      file,
      packageOf(
        sheets.map((values, index) => plainSheet(`S${index + 1}`, values)),
        spelling,
      ),
    );
    convert(file);
    const differences: string[] = [];
    let settled = 0;
    sheets.forEach((values, index) => {
      const csv = readFileSync(path.join(folder, `formulas-S${index + 1}.csv`), "utf8");
      const rows: string[][] = parse(csv, { relax_column_count: true, skip_empty_lines: false });
      const cells = Object.fromEntries(
        values.map((value, at) => [`${columnLetters((at % 4) + 1)}${Math.floor(at / 4) + 1}`, value]),
      );
      FORMULAS.forEach((formula, row) => {
        const theirs = { value: rows[row]?.[5] ?? "", kind: rows[row]?.[6] ?? "" };
        const ours = result(`=${formula}`, cells);
        if (ours === undefined) return;
        settled += 1;
        if (!agrees(ours, theirs))
          differences.push(`S${index + 1} ${formula}: ${JSON.stringify(ours)}, not ${theirs.kind} ${theirs.value}`);
      });
    });
    expect(differences).toEqual([]);
    expect(settled).toBeGreaterThan(FORMULAS.length * sheets.length * 0.8);
  }, 60_000);
});

/** LibreOffice shows percentages as such, and keeps a reference to a blank cell blank, where Excel has a 0. */
function agrees(ours: Value, { value, kind }: { readonly value: string; readonly kind: string }): boolean {
  if (typeof ours === "boolean") return kind === "b" && (value === "1" || value === "TRUE") === ours;
  if (typeof ours !== "number") return kind === "t" && value === ours;
  const theirs = value.endsWith("%") ? Number(value.slice(0, -1)) / 100 : Number(value);
  const isNumber = kind === "n" || (ours === 0 && value === "0");
  return isNumber && Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours));
}

/** The cells at the left; formulas in F, and in G what kind of value each comes to. */
function plainSheet(name: string, values: readonly (number | string | null)[]): PlainSheet {
  const cells = new Map<number, Map<number, PlainCell>>();
  const put = (row: number, column: number, cell: PlainCell): unknown =>
    cells.set(row, (cells.get(row) ?? new Map<number, PlainCell>()).set(column, cell));
  values.forEach((value, at) => {
    if (value !== null) put(Math.floor(at / 4) + 1, (at % 4) + 1, { value });
  });
  FORMULAS.forEach((formula, index) => {
    const row = index + 1;
    put(row, 6, { formula });
    put(row, 7, { formula: `IF(ISERROR(F${row}),"e",IF(ISLOGICAL(F${row}),"b",IF(ISNUMBER(F${row}),"n","t")))` });
  });
  return { name, cells, formatted: new Set(), merges: [], validated: null, isProtected: false };
}

/** Every sheet, with a profile that works out every formula. */
function convert(file: string): void {
  const profile = path.join(folder, "profile");
  mkdirSync(path.join(profile, "user"), { recursive: true });
  writeFileSync(
    path.join(profile, "user", "registrymodifications.xcu"),
    '<?xml version="1.0"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>',
  );
  const to = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
  const options = [`-env:UserInstallation=file://${profile}`, "--headless", "--convert-to", to, "--outdir", folder, file];
  const { status, stderr } = spawnSync(LIBREOFFICE, options, { encoding: "utf8", timeout: 60_000 });
  expect(status, stderr).toBe(0);
}
