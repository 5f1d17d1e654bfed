import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { delimited } from "./support/exports.ts";
import { OUT, OUTPUTS, reportOf, returnOf, YEAR } from "./support/outputs.ts";
import { type Desk, desk, PATIENCE } from "./support/run.ts";

/** A word for each place that is not the program's business; none may come out of it again. */
const PERSONAL = {
  description: "marmalade-description",
  patient: "Quillfeather-patient",
  complainant: "Zebedee-complainant",
  address: "Wobblington-address",
  nhsNumber: "999-123-4560",
  notes: "gooseberry-notes",
  title: "dandelion-title",
  comment: "hollyhock-comment",
} as const;
/** One birth date as it is written and as anybody might write it down again. */
const BORN = ["09/08/1947", "1947-08-09", "9 August 1947", "09-Aug-47", "17388"] as const;
const SECRETS = [...Object.values(PERSONAL), ...BORN];

const HEADINGS = [
  "Complaint reference",
  "Date received",
  "Date closed",
  "Outcome",
  "Site code",
  "Date of birth",
  "Patient age",
  "Subjects",
  "Description",
  "Patient name",
  "Complainant name",
  "Address",
  "NHS number",
  "Notes",
];

/** What each column of free text holds, dressed up as `as` says. */
const free = (as: (word: string) => string): readonly string[] =>
  [PERSONAL.description, PERSONAL.patient, PERSONAL.complainant, PERSONAL.address, PERSONAL.nhsNumber, PERSONAL.notes].map(as);

const ROWS: readonly (readonly string[])[] = [
  ["V-1", "2025-05-01", "2025-06-01", "Upheld", "RZZ01", "09/08/1947", "", "Communications", ...free((word) => word)],
  [
    "V-2",
    "2025-05-02",
    "2025-06-02",
    "",
    "RZZ01",
    "1947-08-09",
    "",
    "",
    ...free((word) => `=HYPERLINK("http://example.invalid","${word}")`),
  ],
  ["V-3", "2025-05-03", "", "Maybe", "??", "9 August 1947", "", "Parking", ...free((word) => `<b onclick="x()">${word}</b>`)],
  ["V-4", "soon", "", "", "RZZ01", "09-Aug-47", "", "", ...free((word) => `\u001b[31m${word}\u001b[0m`)],
  ["", "2025-05-05", "", "", "RZZ01", "17388", "", "", ...free((word) => `${word}\nover two lines`)],
  ["V-6", "2025-05-06", "", "", "RZZ01", `born 09/08/1947 (${PERSONAL.patient})`, "", "", ...free((word) => `"${word}"`)],
  ["V-1", "2025-05-09", "2025-06-01", "Not upheld", "RZZ02", "1947-08-09", "", "", ...free((word) => word)],
];

describe.concurrent("free text, names and birth dates are in no output and in no message:", PATIENCE, () => {
  test.each([
    ["a CSV", "export.csv", async () => `${PERSONAL.title}\r\n\r\n${delimited([HEADINGS, ...ROWS])}`],
    ["a workbook", "export.xlsx", personalWorkbook],
    ["JSON", "export.json", async () => JSON.stringify(ROWS.map(asObject), null, 2)],
    ["NDJSON", "export.ndjson", async () => ROWS.map((row) => `${JSON.stringify(asObject(row))}\n`).join("")],
  ])("%s", async (_, file, make) => {
    const here = await desk();
    await here.write(file, await make());
    const runs = await Promise.all([
      here.run("generate", file, ...YEAR),
      here.run("generate", file, ...YEAR, "--dry-run", "--format", "json", "--max-findings", "1000"),
      here.run("generate", file, ...YEAR, "--dry-run", "--debug"),
    ]);
    for (const { code, stdout, stderr } of runs) {
      expect(code, stderr).toBe(1);
      saysNothing("standard output", stdout);
      saysNothing("standard error", stderr);
    }
    expect((await reportOf(here)).summary.errors).toBeGreaterThan(3);
    for (const [name, text] of await written(here)) saysNothing(name, text);
  });

  test.each([
    [
      "a row broken by a line break without quotation marks",
      `V-9,2025-05-01,,,RZZ01,,,,${PERSONAL.description}\r\n${PERSONAL.patient},,\r\n`,
    ],
    [
      "a row moved by a comma without quotation marks",
      `V-9,2025-05-01,,,RZZ01,,,,one, two,${free((word) => word).join(",")}\r\n`,
    ],
    ["a row that starts with free text", `${free((word) => word).join(",")}\r\n`],
  ])("%s is refused without its words", async (_, rows) => {
    const here = await desk();
    await here.write("export.csv", `${delimited([HEADINGS, ROWS[0] ?? []])}${rows}`);
    const ran = await here.run("generate", "export.csv", ...YEAR);
    expect(ran.code).toBe(1);
    saysNothing("standard output", `${ran.stdout}${ran.stderr}`);
    for (const [name, text] of await written(here)) saysNothing(name, text);
  });

  test.each([
    [
      "an unclosed quotation mark",
      "export.csv",
      `${delimited([HEADINGS, ...ROWS])}V-8,2025-05-01,"${PERSONAL.notes}\r\nand so on`,
    ],
    ["broken JSON", "export.json", `${JSON.stringify(ROWS.map(asObject)).slice(0, -20)}`],
    ["a broken line of NDJSON", "export.ndjson", `${JSON.stringify(asObject(ROWS[0] ?? []))}\n{"Notes": ${PERSONAL.notes}}\n`],
    ["headings that are none", "export.csv", delimited([[PERSONAL.title, PERSONAL.patient], ...ROWS])],
  ])("the refusal of %s", async (_, file, text) => {
    const here = await desk();
    await here.write(file, text);
    const ran = await here.run("generate", file, ...YEAR, "--debug");
    expect(ran).toMatchObject({ code: 2, stdout: "", files: [file] });
    saysNothing("standard error", ran.stderr);
  });

  test("two columns of one heading that disagree are named, not quoted", async () => {
    const here = await desk();
    await here.write("export.csv", delimited([[...HEADINGS, "Date of birth"], ...ROWS.map((row) => [...row, "01/02/1950"])]));
    const ran = await here.run("generate", "export.csv", ...YEAR);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("Date of birth");
    saysNothing("standard error", ran.stderr);
    expect(ran.stderr).not.toContain("1950");
  });
});

/** References and names of sites that a spreadsheet, a page or a terminal might obey. */
const WICKED = [
  "=1+1",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.invalid","x")',
  "+44 20",
  "-1+1",
  "@SUM(A1:A9)",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(2)>',
  "</td></table><h1>",
  "&lt;b&gt;",
  "\u001b[31mred",
  "\u001b]0;title\u0007",
  "\u009b2Jcleared",
  "right\u202eleft",
  "bell\u0007and\u0008back",
];
/** What Excel takes for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** Control characters but the line feed, and signs that turn the direction of text. */
const STEERS = /(?!\n)[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

describe.concurrent("what a program might obey is text:", PATIENCE, () => {
  /** A desk with a return whose references, site names and local words are all of them wicked. */
  const wicked = async () => {
    const here = await desk();
    const rows = WICKED.map((text, index) => [
      text,
      "2025-05-01",
      "2025-06-01",
      "",
      `RZZ${String(index + 10)}`,
      text,
      text,
      text,
    ]);
    await here.write(
      "export.csv",
      delimited([
        ["Complaint reference", "Date received", "Date closed", "Outcome", "Site code", "Site name", "Subjects", "Professions"],
        ...rows,
      ]),
    );
    const ran = await here.run("generate", "export.csv", "--org", "RZZ", "--org-name", "=2+2", "--period", "2025-26");
    expect(ran.code, ran.stderr).toBe(1);
    expect((await returnOf(here)).rows).toHaveLength(WICKED.length);
    return { here, ran };
  };

  test("no cell of ledger.csv begins as a formula", async () => {
    const { here } = await wicked();
    const [, ...lines] = parse(await here.text(`${OUT}/ledger.csv`)) as string[][];
    expect(lines).toHaveLength(WICKED.length);
    for (const cell of lines.flat()) expect(cell).not.toMatch(FORMULA);
    expect(lines[0]?.[2]).toBe("'=1+1");
  });

  test("every name in the workbook is a text, and its formulas are its own", async () => {
    const { here } = await wicked();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await here.bytes(`${OUT}/KO41a-RZZ-2025-26.xlsx`)).buffer as ArrayBuffer);
    const names: string[] = [];
    for (const sheet of book.worksheets)
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (cell.type === ExcelJS.ValueType.Formula) expect(cell.formula).toMatch(/^IF\(COUNT\(|^[A-Z]+\d|^SUM\(/);
          else names.push(cell.text);
        });
      });
    for (const name of ["=1+1", "+44 20", "@SUM(A1:A9)", "<script>alert(1)</script>"]) expect(names).toContain(name);
    expect(names.some((name) => name.includes("=2+2"))).toBe(true);
  });

  test("report.html holds no markup and no script but its own", async () => {
    const { here } = await wicked();
    const page = await here.text(`${OUT}/report.html`);
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).not.toMatch(/<script|<img|onerror=alert\(2\)>|<\/table><h1>|javascript:/i);
    expect(page.replaceAll("\t", "")).not.toMatch(STEERS);
  });

  test("no control character reaches standard output or standard error", async () => {
    const { here, ran } = await wicked();
    expect(`${ran.stdout}${ran.stderr}`).not.toMatch(STEERS);
    const json = await here.run("generate", "export.csv", ...YEAR, "--dry-run", "--format", "json");
    expect(json.stdout).not.toMatch(STEERS);
    const validated = await here.run("validate", `${OUT}/return.json`, "--format", "json");
    expect(`${validated.stdout}${validated.stderr}`).not.toMatch(STEERS);
  });

  test("nor from headings, settings and options that cannot be used", async () => {
    const here = await desk();
    await here.write("export.csv", "Complaint reference,Date received,\u001b[2Jheading\r\nB-1,2025-05-01,\r\n");
    await here.write("ko41a.yaml", 'columns:\n  Outcome: "\\e[31mresult"\n');
    const runs = await Promise.all([
      here.run("generate", "export.csv", ...YEAR, "--config", "ko41a.yaml"),
      here.run("generate", "\u001b[2Jnowhere.csv", ...YEAR),
      here.run("generate", "export.csv", ...YEAR, "--policy", "withdrawn=\u001b[2J"),
      here.run("rules", "\u001b[2Jrule"),
    ]);
    for (const ran of runs) {
      expect(ran).toMatchObject({ code: 2, stdout: "" });
      expect(ran.stderr).not.toMatch(STEERS);
    }
  });
});

function saysNothing(place: string, text: string): void {
  for (const secret of SECRETS) expect(text.includes(secret), `"${secret}" is in ${place}`).toBe(false);
}

/** Every output as text, each part of the workbook by itself. */
async function written(here: Desk): Promise<readonly (readonly [string, string])[]> {
  const files = await Promise.all(
    OUTPUTS.map(async (name) => {
      const bytes = await here.bytes(`${OUT}/${name}`);
      if (!name.endsWith(".xlsx")) return [[name, strFromU8(bytes)] as const];
      return Object.entries(unzipSync(bytes)).map(([part, content]) => [`${name}: ${part}`, strFromU8(content)] as const);
    }),
  );
  return files.flat();
}

function asObject(row: readonly string[]): Readonly<Record<string, unknown>> {
  const record = Object.fromEntries(HEADINGS.map((heading, index) => [heading, row[index] ?? ""]));
  return { ...record, Contact: { name: PERSONAL.complainant, lines: [PERSONAL.address] }, History: [PERSONAL.notes] };
}

/** With everything Excel can hang words on: rich text, links, formulas, comments, hidden columns, properties. */
async function personalWorkbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = PERSONAL.complainant;
  book.title = PERSONAL.title;
  const sheet = book.addWorksheet("Export");
  sheet.headerFooter.oddHeader = PERSONAL.title;
  sheet.addRow([PERSONAL.title]);
  sheet.addRow(HEADINGS);
  for (const row of ROWS) sheet.addRow(row);
  sheet.getCell("I3").value = { richText: [{ text: PERSONAL.description, font: { bold: true } }, { text: " and more" }] };
  sheet.getCell("J3").value = { text: PERSONAL.patient, hyperlink: `mailto:${PERSONAL.patient}@example.invalid` };
  sheet.getCell("K3").value = { formula: `CONCATENATE("${PERSONAL.complainant}")`, result: PERSONAL.complainant };
  sheet.getCell("F3").value = new Date("1947-08-09T00:00:00Z");
  sheet.getCell("A3").note = PERSONAL.comment;
  sheet.getColumn(12).hidden = true;
  const other = book.addWorksheet("Contacts");
  other.addRow(["Name", PERSONAL.complainant]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
