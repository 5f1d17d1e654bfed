import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, test } from "vitest";
import type { Report } from "../../../src/domain/report.ts";
import { COLUMNS, STATUSES, WORKLIST_COLUMNS } from "../../../src/write/worklist/columns.ts";
import { OPENPYXL, PYTHON, SOFFICE } from "../../support/judges.ts";
import { A_WHILE, convert } from "../../support/libreoffice.ts";
import { readLines } from "./read-back.ts";
import { HOSTILE, reportOf, SAMPLE, workbookOf } from "./sample.ts";

const folder = mkdtempSync(path.join(tmpdir(), "ko41a-worklist-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const REPORTS: readonly (readonly [string, Report])[] = [
  ["sample", SAMPLE],
  ["hostile", HOSTILE],
  ["empty", reportOf([])],
];

type Content = string | number | null;

interface Judged {
  readonly sheets: readonly string[];
  readonly rows: readonly (readonly Content[])[];
  /** Kinds of cells on all sheets: "f" is a formula. */
  readonly kinds: readonly string[];
  readonly filter: string | null;
  readonly checks: readonly (readonly string[])[];
}

/** What should be there: our own reading, which other programs are to agree with. */
function expectedRows(report: Report): readonly (readonly Content[])[] {
  const lines = readLines(workbookOf(report));
  return [Object.values(WORKLIST_COLUMNS), ...lines.map((line) => COLUMNS.map((column) => line[column] ?? null))];
}

describe.skipIf(!OPENPYXL.isHere)(`openpyxl${OPENPYXL.skipped}`, () => {
  test.each(REPORTS)("reads every cell, and finds no formula: %s", (name, report) => {
    const found = readByOpenpyxl(saved(`${name}.xlsx`, workbookOf(report)));
    const rows = expectedRows(report);
    expect(found.sheets).toEqual(["Worklist", "About"]);
    expect(found.rows).toEqual(rows);
    expect(found.kinds).toEqual(["n", "s"]);
    expect(found.filter).toBe(`A1:Q${rows.length}`);
    expect(found.checks).toEqual([[`C2:C${Math.max(rows.length, 2)}`, `"${STATUSES.join(",")}"`].map(withoutOneCellRange)]);
  });
});

describe.skipIf(!SOFFICE.isHere)(`LibreOffice${SOFFICE.skipped}`, () => {
  test(
    "shows every cell as it stands there, and works nothing out",
    () => {
      const files = REPORTS.map(([name, report]) => saved(`shown-${name}.xlsx`, workbookOf(report)));
      convert(folder, files, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1");
      for (const [name, report] of REPORTS) {
        const text = readFileSync(path.join(folder, `shown-${name}-Worklist.csv`), "utf8");
        const rows: string[][] = parse(text, { relax_column_count: true });
        expect(rows).toEqual(expectedRows(report).map((row) => row.map((content) => String(content ?? ""))));
      }
    },
    A_WHILE,
  );

  test.skipIf(!OPENPYXL.isHere)(
    "saves it again with the same cells, filter and drop-downs",
    () => {
      const file = saved("again.xlsx", workbookOf(HOSTILE));
      convert(folder, [file], "xlsx", path.join(folder, "saved"));
      const found = readByOpenpyxl(path.join(folder, "saved", "again.xlsx"));
      const rows = expectedRows(HOSTILE);
      expect(found.rows).toEqual(rows);
      expect(found.kinds).not.toContain("f");
      expect(found.filter).toBe(`A1:Q${rows.length}`);
      expect(found.checks.map(([ranges]) => ranges)).toEqual([`C2:C${rows.length}`]);
    },
    A_WHILE,
  );
});

function withoutOneCellRange(range: string): string {
  return range === "C2:C2" ? "C2" : range;
}

function readByOpenpyxl(file: string): Judged {
  const script = [
    "import json, sys, openpyxl",
    "book = openpyxl.load_workbook(sys.argv[1])",
    'sheet = book["Worklist"]',
    "print(json.dumps({'sheets': book.sheetnames, 'filter': sheet.auto_filter.ref,",
    "    'rows': [[c.value for c in row] for row in sheet.iter_rows(max_col=17)],",
    "    'kinds': sorted({c.data_type for s in book for row in s.iter_rows() for c in row}),",
    "    'checks': [[str(d.sqref), d.formula1] for d in sheet.data_validations.dataValidation]}))",
  ].join("\n");
  const { stdout, stderr, status } = spawnSync(PYTHON, ["-c", script, file], { encoding: "utf8", maxBuffer: 1e8 });
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout) as Judged;
}

function saved(name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}
