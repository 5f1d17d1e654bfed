import type { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import ExcelJS from "exceljs";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { type Cells, cellsOf, delimited, records, workbook } from "./support/exports.ts";
import { OUT, OUTPUTS, type ReturnFile, returnOf, YEAR } from "./support/outputs.ts";
import { type Desk, desk, PATIENCE } from "./support/run.ts";

type Content = string | Uint8Array;

const bom = (text: string): string => `\ufeff${text}`;
const utf16 = (text: string, name: "utf16le" | "utf16be"): Buffer => iconv.encode(text, name, { addBOM: true });

/** The same complaints as each kind of file that systems export. */
const KINDS: readonly {
  readonly kind: string;
  readonly file: string;
  readonly make: (cells: Cells) => Content | Promise<Content>;
}[] = [
  { kind: "CSV, UTF-8 with a mark", file: "export.csv", make: (cells) => bom(delimited(cells)) },
  { kind: "CSV, lines ending in LF", file: "export.csv", make: (cells) => delimited(cells, { end: "\n" }) },
  { kind: "CSV, lines ending in CR", file: "export.csv", make: (cells) => delimited(cells, { end: "\r" }) },
  { kind: "CSV, Windows-1252", file: "export.csv", make: (cells) => iconv.encode(delimited(cells), "win1252") },
  { kind: "CSV, UTF-16 little-endian", file: "export.csv", make: (cells) => utf16(delimited(cells), "utf16le") },
  { kind: "CSV, UTF-16 big-endian", file: "export.csv", make: (cells) => utf16(delimited(cells), "utf16be") },
  { kind: "CSV under two title rows", file: "export.csv", make: (cells) => `Complaints 2025-26\r\n\r\n${delimited(cells)}` },
  { kind: "CSV with blank rows between", file: "export.csv", make: (cells) => delimited(cells, { end: "\r\n,,\r\n" }) },
  { kind: "TSV", file: "export.tsv", make: (cells) => delimited(cells, { delimiter: "\t" }) },
  {
    kind: "TSV in UTF-16, as Excel's Unicode Text",
    file: "export.txt",
    make: (cells) => utf16(delimited(cells, { delimiter: "\t" }), "utf16le"),
  },
  { kind: "semicolons", file: "export.csv", make: (cells) => delimited(cells, { delimiter: ";" }) },
  { kind: "pipes", file: "export.txt", make: (cells) => delimited(cells, { delimiter: "|" }) },
  { kind: "an Excel workbook", file: "export.xlsx", make: (cells) => workbook(cells) },
  { kind: "an Excel workbook that is named .csv", file: "export.csv", make: (cells) => workbook(cells) },
  { kind: "a workbook with the complaints on its second sheet", file: "export.xlsx", make: behindNotes },
  { kind: "a workbook of formulas", file: "export.xlsx", make: formulas },
  { kind: "a JSON array", file: "export.json", make: (cells) => JSON.stringify(records(cells), null, 2) },
  {
    kind: "NDJSON",
    file: "export.ndjson",
    make: (cells) =>
      records(cells)
        .map((record) => `${JSON.stringify(record)}\r\n`)
        .join(""),
  },
  {
    kind: "NDJSON in UTF-16",
    file: "export.json",
    make: (cells) =>
      utf16(
        records(cells)
          .map((one) => JSON.stringify(one))
          .join("\n"),
        "utf16le",
      ),
  },
];

const EXPORTS = ["complaints.csv", "clean.csv"];

/** What the fixtures give as they are: CSV in UTF-8. */
const plain = desk(...EXPORTS).then(async (here) => {
  const returns = new Map<string, ReturnType<typeof figuresAndFates>>();
  for (const name of EXPORTS) {
    await here.run("generate", name, ...YEAR, "--out", `made of ${name}`);
    returns.set(name, figuresAndFates(await returnOf(here, `made of ${name}`)));
  }
  return returns;
});

describe.concurrent("the same complaints give the same return as", PATIENCE, () => {
  test.each(KINDS)("$kind", async ({ file, make }) => {
    const here = await desk();
    for (const name of EXPORTS) {
      await here.write(file, await make(await cellsOf(name)));
      const ran = await here.run("generate", file, ...YEAR, "--out", name);
      expect(ran.stderr).toBe("");
      expect(figuresAndFates(await returnOf(here, name))).toEqual((await plain).get(name));
    }
  });

  test("other orders of its rows", async () => {
    const here = await desk();
    const [headings = [], ...rows] = await cellsOf("complaints.csv");
    const orders = [rows, rows.toReversed(), rows.toSorted(byHash), [...rows.slice(7), ...rows.slice(0, 7)]];
    const returns = await Promise.all(
      orders.map(async (order, index) => {
        await here.write(`${index}.csv`, delimited([headings, ...order]));
        await here.run("generate", `${index}.csv`, ...YEAR, "--out", `${index}`);
        return returnOf(here, `${index}`);
      }),
    );
    const [first, ...others] = returns;
    if (first === undefined) throw new Error("no return");
    for (const other of others) {
      expect(other.rows).toEqual(first.rows);
      expect(other.balance).toEqual(first.balance);
    }
  });
});

describe.concurrent("the same run writes the same bytes", PATIENCE, () => {
  const ZONES = [
    {},
    { TZ: "Pacific/Auckland" },
    { TZ: "America/New_York" },
    { TZ: "Europe/London", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" },
    { TZ: "UTC", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  ];

  test.each([
    ["a CSV", "export.csv", async () => delimited(await cellsOf("complaints.csv"))],
    ["a workbook with dates", "export.xlsx", async () => workbook(await cellsOf("complaints.csv"))],
    ["JSON with instants", "export.json", async () => JSON.stringify(instants(records(await cellsOf("complaints.csv"))))],
  ])("%s: twice, in another folder, time zone and language", async (_, file, make) => {
    const bytes = await make();
    const runs = ZONES.map(async (env, index) => {
      const here = await desk();
      const folder = index === 1 ? "a folder further down/" : "";
      await here.write(`${folder}${file}`, bytes);
      const ran = await here.runWith(env, "generate", `${folder}${file}`, ...YEAR);
      return { said: ran.stdout, ...(await hashes(here)) };
    });
    const [first, ...others] = await Promise.all(runs);
    for (const [index, other] of others.entries()) expect(other, JSON.stringify(ZONES[index + 1])).toEqual(first);
  });

  test("an instant belongs to the day it was in London, wherever the program runs", async () => {
    const here = await desk();
    const record = { "Complaint reference": "B-1", "Date received": "2025-03-31T23:30:00Z" };
    await here.write("export.json", JSON.stringify([record]));
    for (const [index, env] of ZONES.entries()) {
      await here.runWith(env, "generate", "export.json", ...YEAR, "--out", `${index}`);
      const { rows } = await returnOf(here, `${index}`);
      expect(rows[0]?.counts.Complaints_Total_New, JSON.stringify(env)).toBe(1);
    }
  });
});

/** Everything but where a row stood and what the file was called. */
function figuresAndFates({ rows, balance, complaints }: ReturnFile) {
  return { rows, balance, complaints: complaints.map(({ source, ...complaint }) => ({ ...complaint, places: source.length })) };
}

async function hashes(here: Desk): Promise<Readonly<Record<string, string>>> {
  const files = await Promise.all(
    OUTPUTS.map(
      async (name) =>
        [
          name,
          createHash("sha256")
            .update(await here.bytes(`${OUT}/${name}`))
            .digest("hex"),
        ] as const,
    ),
  );
  return Object.fromEntries(files);
}

/** Date received as a system's clock in UTC has it: midnight in London in summer is 23:00 the day before. */
function instants(rows: ReturnType<typeof records>) {
  return rows.map((row) => {
    const day = row["Date received"];
    return day === "2025-04-14" ? { ...row, "Date received": "2025-04-13T23:00:00Z" } : row;
  });
}

async function behindNotes(cells: Cells): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Notes").addRow(["Run on Monday"]);
  const sheet = book.addWorksheet("Complaints");
  for (const row of cells) sheet.addRow(row);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Every cell a formula with its stored result, as in an export that was built with look-ups. */
async function formulas(cells: Cells): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Complaints");
  const [headings = [], ...rows] = cells;
  sheet.addRow(headings);
  for (const row of rows)
    sheet.addRow(row.map((text) => ({ formula: "VLOOKUP(1,A:B,2)", result: /^\d{1,3}$/.test(text) ? Number(text) : text })));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function byHash(a: readonly string[], b: readonly string[]): number {
  const hash = (row: readonly string[]): string => createHash("sha256").update(row.join("|")).digest("hex");
  return hash(a) < hash(b) ? -1 : 1;
}
