import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MAPPING_COLUMNS, type MappingSheet } from "../../../src/domain/mapping.ts";
import { COLUMNS, cellsOf } from "../../../src/write/mapping/cells.ts";
import { mappingWorkbook } from "../../../src/write/mapping/workbook.ts";
import { LIBREOFFICE, OPENPYXL, PYTHON, SOFFICE } from "../../support/judges.ts";
import { AWKWARD, heading, SAMPLE, sheetOf, value } from "./sample.ts";

const A_WHILE = 120_000;

const folder = mkdtempSync(path.join(tmpdir(), "ko41a-mapping-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lists in runs of more than ten lines, apart from each other, as after a second export. */
const MANY = sheetOf([
  ...Array.from({ length: 15 }, (_, at) => heading(`Heading ${at}`)),
  ...Array.from({ length: 120 }, (_, at) => value("subjects", `Subject word ${at}`)),
  ...SAMPLE.lines,
  ...Array.from({ length: 40 }, (_, at) => value("siteName", `Place ${at}`)),
]);
const WORDS = sheetOf(AWKWARD.map((words) => value("subjects", words)));
const SHEETS: readonly (readonly [string, MappingSheet])[] = [
  ["sample", SAMPLE],
  ["many", MANY],
  ["words", WORDS],
];

interface Cell {
  readonly value: string | number | null;
  readonly type: string;
  readonly format: string;
  readonly fill: string | null;
}

interface Read {
  readonly sheets: readonly string[];
  readonly active: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly checks: readonly {
    readonly ranges: readonly (readonly [number, number, number, number])[];
    readonly formula: string;
    readonly kind: readonly unknown[];
  }[];
  readonly lists: readonly (readonly (string | null)[])[];
}

describe.skipIf(!OPENPYXL.isHere)(`openpyxl${OPENPYXL.skipped}`, () => {
  const read = new Map<string, Read>();
  beforeAll(async () => {
    for (const [name, sheet] of SHEETS) read.set(name, readBack(saved(`${name}.xlsx`, await mappingWorkbook(sheet))));
  });

  test.each(SHEETS)("reads every cell as text, and rows as a number: %s", (name, sheet) => {
    const { sheets, active, rows } = read.get(name) as Read;
    expect(sheets).toEqual(["Mapping", "How to fill", "Lists"]);
    expect(active).toBe("Mapping");
    expect(rows.map((cells) => cells.map((cell) => cell.value))).toEqual([
      Object.values(MAPPING_COLUMNS),
      ...sheet.lines.map((line) => COLUMNS.map((column) => (column === "rows" ? line.rows : cellsOf(line)[column] || null))),
    ]);
    for (const cell of rows.slice(1).flatMap((cells) => cells.filter((_, at) => COLUMNS[at] !== "rows"))) {
      expect(cell.format).toBe("@");
      if (cell.value !== null) expect(cell.type).toBe("s");
    }
  });

  test.each(SHEETS)("finds one drop-down on each choice, with the entries of its list: %s", (name, sheet) => {
    const found = read.get(name) as Read;
    expectDropDowns(found, sheet);
    for (const { kind } of found.checks) expect(kind).toEqual(["list", "warning", true, true]);
  });

  test("finds that lines to choose stand out, and that the cell to fill is yellow", () => {
    const { rows } = read.get("sample") as Read;
    const fills = rows.slice(1).map((cells) => cells.map(({ fill }) => fill));
    for (const [at, { status }] of SAMPLE.lines.entries()) {
      const others = fills[at]?.filter((_, column) => COLUMNS[column] !== "choice");
      expect(new Set(others)).toEqual(new Set([status.endsWith("to choose") ? "FFFCE8C8" : null]));
      expect(fills[at]?.[COLUMNS.indexOf("choice")]).toBe("FFFFF9D6");
    }
  });
});

describe.skipIf(!(SOFFICE.isHere && OPENPYXL.isHere))(`LibreOffice${SOFFICE.skipped || OPENPYXL.skipped}`, () => {
  test(
    "saves it again with the same words and drop-downs",
    async () => {
      const file = saved("again.xlsx", await mappingWorkbook(MANY));
      const profile = `-env:UserInstallation=file://${path.join(folder, "profile")}`;
      const into = path.join(folder, "saved");
      const options = [profile, "--headless", "--convert-to", "xlsx", "--outdir", into, file];
      const { status, stderr } = spawnSync(LIBREOFFICE, options, { encoding: "utf8", timeout: A_WHILE });
      expect(status, stderr).toBe(0);
      const [before, after] = [readBack(file), readBack(path.join(into, "again.xlsx"))];
      const words = ({ rows }: Read) => rows.slice(0, MANY.lines.length + 1).map((cells) => cells.map((cell) => cell.value));
      expect(words(after)).toEqual(words(before));
      expectDropDowns(after, MANY);
    },
    A_WHILE,
  );
});

/** Each line's choice is covered by one check, whose range holds the line's list; nothing else is checked. */
function expectDropDowns({ checks, lists }: Read, { lines, lists: given }: MappingSheet): void {
  const column = COLUMNS.indexOf("choice") + 1;
  const covered = checks.flatMap(({ ranges, formula }) =>
    ranges.flatMap(([left, top, right, bottom]) => {
      expect([left, right]).toEqual([column, column]);
      return Array.from({ length: bottom - top + 1 }, (_, at) => [top + at, formula] as const);
    }),
  );
  const formulaOf = new Map(covered);
  expect(covered).toHaveLength(lines.length);
  for (const [at, { list }] of lines.entries()) {
    const [, letter = "", from, to] = /^\$?Lists\.?!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(formulaOf.get(at + 2) ?? "") ?? [];
    const entries = lists.slice(Number(from) - 1, Number(to)).map((row) => row[letter.charCodeAt(0) - 65]);
    expect(entries).toEqual(given.get(list));
    expect(lists[0]?.[letter.charCodeAt(0) - 65]).toBe(list);
  }
}

function readBack(file: string): Read {
  const script = [
    "import json, sys, openpyxl",
    "book = openpyxl.load_workbook(sys.argv[1])",
    'sheet = book["Mapping"]',
    "def cell(c):",
    "    fill = c.fill.fgColor.rgb if c.fill.fill_type == 'solid' else None",
    "    return {'value': c.value, 'type': c.data_type, 'format': c.number_format, 'fill': fill}",
    "checks = [{'ranges': [r.bounds for r in d.sqref.ranges], 'formula': d.formula1,",
    "    'kind': [d.type, d.errorStyle, d.allowBlank, d.showErrorMessage]} for d in sheet.data_validations.dataValidation]",
    "print(json.dumps({'sheets': book.sheetnames, 'active': book.active.title, 'checks': checks,",
    "    'rows': [[cell(c) for c in row] for row in sheet.iter_rows(max_col=9)],",
    "    'lists': [[c.value for c in row] for row in book['Lists'].iter_rows()]}))",
  ].join("\n");
  const { stdout, stderr, status } = spawnSync(PYTHON, ["-c", script, file], { encoding: "utf8", maxBuffer: 1e8 });
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout) as Read;
}

function saved(name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}
