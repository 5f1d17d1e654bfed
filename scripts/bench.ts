// Whole processes against each other in one run, because a ratio says more than a time:
// `npm run bench` prints how generate compares with an empty Node and with csv-parse alone, and its peak memory; how
// filling a proforma compares with only reading it with ExcelJS; how explain and diff compare with generate; and how the
// largest report compares with the demo's in a browser.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import { proformaFiller } from "../src/workbook/proforma/fill/filler.ts";
import { CHROMIUM } from "../test/support/chromium.ts";
import { largeExport } from "../test/support/large-export.ts";
import { benchExport } from "./bench/export.ts";
import { timePages } from "./bench/page.ts";
import { benchProforma, benchReturn, benchSites } from "./bench/proforma.ts";
import { readEdition } from "./support/edition.ts";

const RUNS = 7;
const root = process.cwd();
const folder = mkdtempSync(path.join(os.tmpdir(), "ko41a bench "));

interface Measure {
  readonly seconds: number;
  readonly megabytes: number;
}

/** One process; it says its own peak memory when it ends. */
function run(code: readonly string[]): Measure {
  const start = performance.now();
  const probe = path.join(folder, "peak.mjs");
  const { status, stderr } = spawnSync(process.execPath, ["--import", `file://${probe}`, ...code], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0 && status !== 1) throw new Error(`exit ${status}: ${stderr}`);
  return { seconds: (performance.now() - start) / 1000, megabytes: Number(/peak (\d+)/.exec(stderr)?.[1] ?? 0) / 1024 };
}

/** Two commands in turn, A B A B, so that a machine that drifts slows both. */
function compare(name: string, a: readonly string[], b: readonly string[]): void {
  const pairs = Array.from({ length: RUNS + 1 }, () => ({ a: run(a), b: run(b) })).slice(1);
  const ratio = median(pairs.map((pair) => pair.a.seconds / pair.b.seconds));
  const seconds = median(pairs.map((pair) => pair.a.seconds));
  const peak = median(pairs.map((pair) => pair.a.megabytes));
  process.stdout.write(`${name}: ${ratio.toFixed(2)} times (${seconds.toFixed(2)} s, peak ${peak.toFixed(0)} MB)\n`);
}

/** Filling, with finding, working out results and the proof, against reading alone; both in this process, in turn. */
async function compareFilling(sites: number): Promise<void> {
  const book = readEdition("2025-26");
  const bytes = await benchProforma(book, sites);
  const result = benchReturn(book, sites);
  const ratios: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const start = performance.now();
    proformaFiller("proforma.xlsx", bytes, book, null).fill(result);
    const filled = performance.now();
    await new ExcelJS.Workbook().xlsx.load(bytes.slice().buffer);
    const read = performance.now();
    if (run > 0) ratios.push((filled - start) / (read - filled));
  }
  process.stdout.write(
    `The same within one warm process, filling alone against reading alone: ${median(ratios).toFixed(2)} times\n`,
  );
}

/** What is asked of a finished return must cost less than making it. */
function compareQuestions(complaints: number): void {
  const first = benchExport(complaints);
  const folders = ["first", "second"].map((name) => path.join(folder, name));
  const [a = "", b = ""] = folders;
  const exports = folders.map((name, at) => {
    const file = `${name}.csv`;
    writeFileSync(file, at === 0 ? first : first.replaceAll("B-77", "C-77"));
    run(generate(file, "--out", name));
    return file;
  });
  const made = generate(exports[0] ?? "");
  const bin = path.join(root, "bin", "ko41a.js");
  const what = `of ${complaints.toLocaleString("en-GB")} complaints, against generate`;
  compare(`explain a figure ${what}`, [bin, "explain", a, "--item", "5.31"], made);
  compare(`explain a complaint ${what}`, [bin, "explain", a, "--complaint", "B-1"], made);
  compare(`diff two returns ${what}`, [bin, "diff", a, b], made);
}

/** The report of a return as large as they get, in a browser, against that of the demo. */
async function comparePages(): Promise<void> {
  if (!CHROMIUM.isHere) {
    process.stdout.write(`report.html in a browser${CHROMIUM.skipped}\n`);
    return;
  }
  const large = path.join(folder, "large.csv");
  writeFileSync(large, largeExport());
  run(generate(large, "--out", path.join(folder, "large")));
  const demo = path.join(root, "fixtures", "demo", "complaints.csv");
  run(generate(demo, "--out", path.join(folder, "demo")));
  const { opened, searched } = await timePages(
    path.join(folder, "large", "report.html"),
    path.join(folder, "demo", "report.html"),
    RUNS,
  );
  process.stdout.write(`open report.html of 300 sites and 20,000 complaints, against the demo's: ${opened.toFixed(2)} times\n`);
  process.stdout.write(`search its findings, against opening it: ${searched.toFixed(2)} times\n`);
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((x, y) => x - y)[Math.floor(numbers.length / 2)] ?? 0;
}

function generate(file: string, ...more: readonly string[]): readonly string[] {
  return [
    path.join(root, "bin", "ko41a.js"),
    "generate",
    file,
    "--org",
    "RZZ",
    "--period",
    "2025-26",
    "--out",
    path.join(folder, "out"),
    "--force",
    "--fail-on",
    "never",
    ...more,
  ];
}

try {
  writeFileSync(
    path.join(folder, "peak.mjs"),
    'process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS + "\\n"));\n',
  );
  const parser = path.join(root, "node_modules", "csv-parse", "lib", "sync.js");
  writeFileSync(
    path.join(folder, "csv-parse.mjs"),
    `import { readFileSync } from "node:fs";\nimport { parse } from ${JSON.stringify(`file://${parser}`)};\nparse(readFileSync(process.argv[2]), { columns: true });\n`,
  );
  const small = path.join(folder, "1000.csv");
  const large = path.join(folder, "30000.csv");
  writeFileSync(small, benchExport(1_000));
  writeFileSync(large, benchExport(30_000));
  compare("1,000 complaints, against an empty Node", generate(small), ["-e", "0"]);
  compare("30,000 complaints, against csv-parse alone", generate(large), [path.join(folder, "csv-parse.mjs"), large]);
  const form = path.join(folder, "form.xlsx");
  const sites = path.join(folder, "300 sites.csv");
  writeFileSync(form, await benchProforma(readEdition("2025-26"), 300));
  writeFileSync(sites, benchSites(300));
  const library = path.join(root, "node_modules", "exceljs", "excel.js");
  writeFileSync(
    path.join(folder, "read.mjs"),
    `import ExcelJS from ${JSON.stringify(`file://${library}`)};\nawait new ExcelJS.Workbook().xlsx.readFile(process.argv[2]);\n`,
  );
  compare(
    "generate into a proforma of 300 site rows, against a script that reads it with ExcelJS",
    generate(sites, "--template", form),
    [path.join(folder, "read.mjs"), form],
  );
  await compareFilling(300);
  compareQuestions(100_000);
  await comparePages();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
