import { Buffer } from "node:buffer";
import { strToU8 as xml } from "fflate";
import { describe, expect, test } from "vitest";
import * as bad from "./support/bad-files.ts";
import { GOOD, ROW, SECRETS } from "./support/bad-files.ts";
import { found, reportIn } from "./support/outputs.ts";
import { desk, PATIENCE, type Ran } from "./support/run.ts";

type Content = string | Uint8Array | Promise<Uint8Array>;
type Says = readonly (string | RegExp)[];
type Files = Readonly<Record<string, Content>>;

/** What cannot be done: exit code 2, nothing left behind, and these words on standard error. */
interface Refused {
  readonly name: string;
  readonly files: Files;
  readonly args: readonly string[];
  readonly says: Says;
}

const ORG = ["--org", "RZZ", "--period", "2025-26"];
const CSV: Files = { "export.csv": GOOD };

/** An export that cannot be read. */
const file = (name: string, called: string, content: Content, ...says: Says): Refused => ({
  name,
  files: { [called]: content },
  args: [called, ...ORG],
  says,
});

/** A good export with a ko41a.yaml that cannot be used. */
const config = (name: string, yaml: string, ...says: Says): Refused => ({
  name,
  files: { ...CSV, "ko41a.yaml": yaml },
  args: ["export.csv", ...ORG, "--config", "ko41a.yaml"],
  says,
});

/** A good export with other words on the command line; they stand between blanks. */
const options = (name: string, args: string, more: Files, ...says: Says): Refused => ({
  name,
  files: { ...CSV, ...more },
  args: args.replace("ORG", ORG.join(" ")).split(" "),
  says,
});

const REFUSED: readonly Refused[] = [
  // files that are none
  file("an empty file", "export.csv", "", "The file is empty", "export.csv"),
  file("blank lines alone", "export.csv", "\r\n  \r\n,,\r\n", "holds nothing", "export.csv"),
  file("bytes at random", "export.csv", bad.BINARY, "neither text nor an Excel workbook"),
  file("NUL bytes among the text", "export.csv", GOOD.replace("B-1", "B\u0000-1"), "neither text nor an Excel workbook"),
  file("a PDF", "export.csv", bad.PDF, "PDF", "CSV or .xlsx"),
  file("a PDF that is named .xlsx", "export.xlsx", bad.PDF, "PDF", "export.xlsx"),
  file("a gzip archive", "export.csv.gz", bad.GZIP, "gzip", "Unpack"),
  file("a picture", "export.png", Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"), "picture"),
  file("an old .xls workbook", "export.xls", bad.compoundFile("Workbook"), "old Excel workbook", ".xlsx"),
  file("a workbook with a password", "export.xlsx", bad.compoundFile("EncryptedPackage"), "password", "remove"),
  file("a web page that is named .xls", "export.xls", bad.HTML, "web page", "save it as"),
  file("XML", "export.xml", '<?xml version="1.0"?><complaints/>', "XML"),
  options("a folder", "folder ORG", { "folder/notes.txt": "notes" }, "folder", "where: folder"),
  options("a file that is not there", "nowhere.csv ORG", {}, "no such file", "nowhere.csv"),
  options("one of two files is not there", "export.csv nowhere.csv ORG", {}, "no such file", "nowhere.csv"),
  options("two files of one name", "export.csv b/export.csv ORG", { "b/export.csv": GOOD }, "this name", "Rename"),
  options("a file below a file", "export.csv/more.csv ORG", {}, "more.csv"),

  // workbooks
  file("an empty ZIP archive", "export.xlsx", bad.EMPTY_ZIP, "ZIP"),
  file("a ZIP archive that is no workbook", "export.xlsx", bad.zip({ "readme.txt": xml("hello") }), "no Excel workbook"),
  file("a Word document", "export.xlsx", bad.WORD, "no Excel workbook"),
  file("a zip bomb", "export.xlsx", bad.bomb(), "zip bomb"),
  file("a zip bomb that says it is small", "export.xlsx", bad.lyingBomb(), /damaged|broken|zip bomb/),
  file("a part outside the package", "export.xlsx", bad.workbookWith({ "xl/../../../evil.xml": xml("<x/>") }), "unsafe name"),
  file("a part with a drive letter", "export.xlsx", bad.workbookWith({ "C:\\evil.xml": xml("<x/>") }), "unsafe name"),
  file("a part named twice", "export.xlsx", bad.twicePacked(), "twice"),
  file("a workbook cut off", "export.xlsx", bad.cutOff(), "broken", "export.xlsx"),
  file(
    "a sheet whose XML breaks off",
    "export.xlsx",
    bad.sheetOf((text) => text.slice(0, text.length / 2)),
    "damaged",
  ),
  file(
    "a sheet whose XML is no XML",
    "export.xlsx",
    bad.sheetOf(() => "not XML at all <<"),
    "damaged",
    "save it again",
  ),
  file("a sheet with a DOCTYPE", "export.xlsx", bad.sheetAfter('<!DOCTYPE x SYSTEM "file:///etc/hosts">'), "entities", "unsafe"),
  file("a sheet with entities", "export.xlsx", bad.sheetAfter('<!DOCTYPE x [<!ENTITY a "aaaa">]>'), "entities", "unsafe"),
  file("a workbook without complaints", "export.xlsx", bad.sheetOf(bad.withoutHeadings), "No row of headings"),

  // tables
  file("no column for the reference", "export.csv", "Case,Date received\r\n1,2025-05-01\r\n", "No row of headings", "ko41a map"),
  file("no column for the date received", "export.csv", "Complaint reference,Opened\r\n", "No row of headings", "Date received"),
  file("prose", "export.txt", "Dear Sir or Madam,\r\nplease find attached\r\n", "No row of headings", "export.txt, row 1"),
  file("a quotation mark that is never closed", "export.csv", bad.UNCLOSED, "never closed", "export.csv, row 3"),
  file("two columns of one heading that disagree", "export.csv", bad.DISAGREEING, "Columns 3 and 4", "row 3", "Rename"),

  // JSON
  file(
    "JSON that breaks off",
    "export.json",
    '[{"Complaint reference": "B-1", "Patient name": "Zebedee',
    "not JSON",
    "export.json",
  ),
  file("JSON with a fault in the middle", "export.json", '[\n{"Patient name": Zebedee}\n]', "not JSON", "export.json"),
  file("an array of words", "export.json", '["Zebedee", "Quillfeather"]', "one complaint", "export.json, row 1"),
  file("an array of arrays", "export.json", '[["Complaint reference"], ["B-1"]]', "one complaint", "row 1"),
  file("an empty array", "export.json", "[]", "export.json", /holds nothing|no complaints/),
  file("objects without the headings", "export.json", '[{"id": 1, "who": "Zebedee"}]', "No row of headings", "export.json"),
  file("complaints inside an object", "export.json", bad.RESULTS, "export.json", "array"),
  file("NDJSON with a broken line", "export.ndjson", `${bad.LINE}{"Patient name": "Zebedee\n`, "not a JSON object", "row 2"),
  file("NDJSON with a line that is a list", "export.ndjson", `${bad.LINE}["Zebedee"]\n`, "one complaint", "row 2"),

  // ko41a.yaml
  config("YAML that is none", "columns: [unclosed\npolicies: {\n", "not YAML", "ko41a.yaml, line"),
  config("a key twice", "period: 2025-26\nperiod: 2024-25\n", "ko41a.yaml, line 2"),
  config("an unknown key", "colums:\n  Outcome: Finding\n", "colums", "ko41a.yaml, line 1"),
  config("a value of the wrong type", "organisation: RZZ\n", "organisation", "ko41a.yaml, line 1"),
  config("a list where a text should be", "columns:\n  Outcome: [Finding, Result]\n", "Outcome", "ko41a.yaml, line 2"),
  config("a column the program does not know", "columns:\n  Ward: Place\n", "Ward", "ko41a.yaml, line 2"),
  config("a site code in small letters", "sites:\n  - name: Main\n    code: rzz01\n", "sites", "ODS code", "ko41a.yaml, line 3"),
  config("an unknown policy", "policies:\n  withdrawal: exclude\n", 'no policy "withdrawal"', "withdrawn, oral"),
  config("a policy's value that is none", "policies:\n  withdrawn: keep\n", "withdrawn", '"keep"', "exclude, not-upheld"),
  config(
    "a word with a meaning that does not exist",
    "values:\n  Subjects:\n    Parking: Cars\n",
    "Parking",
    "Cars",
    "ko41a items",
  ),
  config("values for a column of dates", "values:\n  Date received:\n    soon: Upheld\n", "Date received", "no fixed values"),
  config("a heading the export has not", "columns:\n  Outcome: Finding\n", "Finding", "no such heading", "export.csv, row 1"),
  config("no such heading for the reference", "columns:\n  Complaint reference: Case number\n", "Case number", "export.csv"),
  config("an acceptance of no rule", "accepted:\n  - rule: fits-nowher\n    reason: because\n", "fits-nowher", "no rule"),
  config("an acceptance of an error", "accepted:\n  - rule: ragged-row\n    reason: because\n", "Errors cannot be accepted"),
  config("an acceptance without a reason", "accepted:\n  - rule: fits-nowhere\n", "reason", "ko41a.yaml, line 2"),
  options("a config that is not there", "export.csv ORG --config ko41a.yaml", {}, "no such file", "ko41a.yaml"),
  options("a workbook as config", "export.csv ORG --config a.yaml", { "a.yaml": bad.workbookWith({}) }, "a.yaml"),

  // the command line
  options("no organisation", "export.csv --period 2025-26", {}, "Which organisation", "--org"),
  options("no period", "export.csv --org RZZ", {}, "which period", "--period"),
  options("neither: both are asked for at once", "export.csv", {}, "Which organisation", "which period"),
  options("an organisation code that is none", "export.csv --org R-Z --period 2025-26", {}, "--org", "3 or 5 letters"),
  options("a period that is none", "export.csv --org RZZ --period 2025", {}, "no reporting period", "2025-26Q1"),
  options("a period of thirteen years", "export.csv --org RZZ --period 2025-38", {}, "no reporting period"),
  options("a fifth quarter", "export.csv --org RZZ --period 2025-26Q5", {}, "no reporting period"),
  options("a year without a rule book", "export.csv --org RZZ --period 2015-16", {}, "no rule book for 2015-16", "2025-26"),
  options("--policy without a value", "export.csv ORG --policy withdrawn", {}, "NAME=VALUE"),
  options("--policy of an unknown name", "export.csv ORG --policy withdraw=exclude", {}, 'no policy "withdraw"', "--policy"),
  options("--policy with an unknown value", "export.csv ORG --policy ageAt=birth", {}, "ageAt", "received, incident"),
  options("--generated-at that is no time", "export.csv ORG --generated-at yesterday", {}, "--generated-at", "ISO"),
  options("--generated-at on 30 February", "export.csv ORG --generated-at 2026-02-30", {}, "--generated-at", "ISO"),
  options(
    "--ods with the export itself",
    "export.csv ORG --ods export.csv",
    {},
    "not an ODS file",
    "export.csv, row 1",
    "ets.csv",
  ),
  options("--ods with an empty file", "export.csv ORG --ods ets.csv", { "ets.csv": "" }, "ODS file", "ets.csv"),
  options("--ods with a workbook", "export.csv ORG --ods ets.xlsx", { "ets.xlsx": bad.workbookWith({}) }, "ODS file", "ets.xlsx"),
  options("--prior with the export itself", "export.csv ORG --prior export.csv", {}, "No KO41a figures", "return.json"),
  options(
    "--prior with another JSON",
    "export.csv ORG --prior p.json",
    { "p.json": '{"schema": "x"}' },
    "p.json",
    "not a return.json",
  ),
  options(
    "--prior with a JSON array",
    "export.csv ORG --prior p.json",
    { "p.json": '["Zebedee"]' },
    "p.json",
    "not a return.json",
  ),
  options("--prior that breaks off", "export.csv ORG --prior p.json", { "p.json": '{"schema": "ko41' }, "not JSON", "p.json"),
  options(
    "--prior of another",
    "export.csv ORG --prior p.json",
    { "p.json": bad.returnOf("RZY", "2024-25") },
    "no figures of RZZ",
  ),
  options("--prior of this very year", "export.csv ORG --prior p.json", { "p.json": bad.returnOf("RZZ", "2025-26") }, "2025-26"),
  options("an output folder that is a file", "export.csv ORG --out out", { out: "mine" }, "name of a file", "--out"),
  options("an output folder below a file", "export.csv ORG --out out/deeper", { out: "mine" }, "file", "out"),
  options("the same with --force", "export.csv ORG --out out --force", { out: "mine" }, "file", "out"),
  options("output that is there already", "export.csv ORG --out out", { "out/report.html": "mine" }, "report.html", "--force"),
];

describe.concurrent("is refused with exit code 2 and leaves nothing behind:", PATIENCE, () => {
  test.each(REFUSED)("$name", async ({ files, args, says }) => {
    const here = await desk();
    for (const [name, content] of Object.entries(files)) await here.write(name, await content);
    const before = await here.files();
    const contents = await Promise.all(before.map((name) => here.bytes(name)));
    const ran = await here.run("generate", ...args);
    expect(ran.code, ran.stderr).toBe(2);
    expect(ran.stdout).toBe("");
    for (const words of says) expect(ran.stderr).toMatch(words);
    expect(ran.stderr).toMatch(/^ko41a: .+\n(?: {2}where: .+\n)? {2}do: {4}.+|^error: .+/);
    keepsQuiet(ran);
    expect(ran.files).toEqual(before);
    expect(await Promise.all(before.map((name) => here.bytes(name)))).toEqual(contents);
  });
});

/** What can be done all the same, with a finding that says where, and the fate of a row. */
const FOUND = [
  ["headings alone", bad.exportOf(), "warning no-complaints", "1", "no complaints", ""],
  ["no reference", bad.exportOf(ROW, ",2025-05-02,,"), "error reference-missing", "3 Complaint reference", "Row 3", "refused"],
  ["no date received", bad.exportOf(ROW, "B-2,,,"), "error received-missing", "3", "no date received", "refused"],
  ["31 February", bad.exportOf(ROW, "B-2,31/02/2026,,"), "error received-unreadable", "3 Date received", "31/02/2026", "refused"],
  [
    "American dates",
    bad.exportOf(ROW, "B-2,05/27/2025,,"),
    "error received-unreadable",
    "3 Date received",
    "05/27/2025",
    "refused",
  ],
  ["a word as date", bad.exportOf(ROW, "B-2,soon,,"), "error received-unreadable", "3 Date received", "soon", "refused"],
  [
    "1900-01-01",
    bad.exportOf(ROW, "B-2,1900-01-01,,"),
    "error implausible-date",
    "3 Date received",
    "cannot be right",
    "refused",
  ],
  [
    "closed in month 13",
    bad.exportOf("B-1,2025-05-01,2025-13-01,Upheld"),
    "warning unreadable-value",
    "2 Date closed",
    "2025-13-01",
    "counted",
  ],
  ["closed too early", bad.exportOf("B-1,2025-05-01,2025-04-01,Upheld"), "error closed-before-received", "2", "B-1", "counted"],
  [
    "an outcome that is none",
    bad.exportOf("B-1,2025-05-01,2025-06-01,Maybe"),
    "error undecided-outcome",
    "2 Outcome",
    "Maybe",
    "counted",
  ],
  [
    "rows that disagree",
    bad.exportOf(ROW, ROW.replace("05-01", "05-09")),
    "error conflicting-rows",
    "2",
    "rows 2 and 3",
    "merged",
  ],
  ["a cell too many", bad.exportOf(ROW, "B-2,2025-05-02,,,one,more"), "error ragged-row", "3", "10 cells", "refused"],
  ["cells too few", `${GOOD}B-2,2025-05-02\r\n`, "error ragged-row", "3", "2 cells where there are 8 headings", "refused"],
  ["free text over two lines", bad.BROKEN_LINE, "error ragged-row", "3", "Row 4 of export.csv", "refused"],
  ["a totals line", `${GOOD}Total,,1,,,,,\r\n`, "info not-a-record", "3", "totals", "excluded"],
  ["the headings again", `${GOOD}${GOOD}`, "info not-a-record", "3", "headings", "excluded"],
  [
    "a date of birth that is none",
    GOOD.replace("09/08/1947", "Zebedee"),
    "warning unreadable-value",
    "2 Date of birth",
    "an entry",
    "counted",
  ],
  ["a date of birth as age", bad.BORN_AS_AGE, "warning unreadable-value", "2 Patient age", "Patient age", "counted"],
  [
    "born after the complaint",
    GOOD.replace("09/08/1947", "01/06/2025"),
    "warning implausible-age",
    "2",
    "cannot be right",
    "counted",
  ],
  [
    "a site code that is none",
    GOOD.replace("RZZ01", "RZZ-01/A"),
    "error unknown-site-code",
    "2 Site code",
    "RZZ-01/A",
    "counted",
  ],
] as const;

describe.concurrent("is read, with a finding that says where:", PATIENCE, () => {
  test.each(FOUND)("%s", async (_, text, finding, at, words, fate) => {
    const here = await desk();
    await here.write("export.csv", text);
    const json = await here.run("generate", "export.csv", ...ORG, "--format", "json", "--out", "out");
    const said = await here.run("generate", "export.csv", ...ORG, "--dry-run");
    const report = reportIn(json);
    expect(json).toMatchObject({ code: report.summary.errors > 0 ? 1 : 0, stderr: "" });
    const [severity = "", rule = ""] = finding.split(" ");
    const [first, ...more] = found(report, rule);
    const [row, column] = [Number.parseInt(at, 10), at.replace(/^\d+ ?/, "")];
    const place = { file: "export.csv", row, ...(column === "" ? {} : { column }) };
    expect(first).toMatchObject({ severity, source: place, fix: expect.stringMatching(/\.$/) });
    expect([first, ...more].map((one) => one?.message).join("\n")).toContain(words);
    expect(await here.text("out/ledger.csv")).toContain(fate);
    for (const run of [json, said]) keepsQuiet(run);
    for (const name of ["ledger.csv", "report.json", "report.html", "return.json"]) saysNoSecret(await here.text(`out/${name}`));
  });
});

describe.concurrent("complaints whose references are none do not become one complaint:", PATIENCE, () => {
  test.each([
    ["errors of Excel", "export.xlsx", bad.errorReferences(), [2, 3]],
    ["objects", "export.json", bad.NESTED, [1, 2]],
  ] as const)("%s", async (_, name, content, rows) => {
    const here = await desk();
    await here.write(name, await content);
    const ran = await here.run("generate", name, ...ORG, "--format", "json");
    expect(found(reportIn(ran), "reference-missing").map(({ source }) => source?.row)).toEqual(rows);
    expect(reportIn(ran).balance).toMatchObject({ merged: 0, refused: 2 });
    keepsQuiet(ran);
  });
});

test("every fault is said at once", PATIENCE, async () => {
  const here = await desk();
  await here.write("ko41a.yaml", "colums: 1\nsites: none\npolicies:\n  withdrawn: 3\n");
  const ran = await here.run("generate", "one.csv", "two.csv", "--config", "three.yaml");
  for (const name of ["one.csv", "two.csv", "three.yaml"]) expect(ran.stderr).toContain(name);
  await here.write("export.csv", GOOD);
  const config = await here.run("generate", "export.csv", "--config", "ko41a.yaml");
  for (const word of ["colums", "sites", "withdrawn"]) expect(config.stderr).toContain(word);
});

function keepsQuiet({ stdout, stderr }: Ran): void {
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect(stderr).not.toContain("fault of the program");
  expect(stderr).not.toMatch(/undefined|\[object|NaN/);
  saysNoSecret(`${stdout}${stderr}`);
}

function saysNoSecret(text: string): void {
  for (const secret of SECRETS) expect(text).not.toContain(secret);
}
