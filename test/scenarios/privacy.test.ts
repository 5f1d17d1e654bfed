import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { delimited } from "./support/exports.ts";
import { OUTPUTS, reportOf, YEAR } from "./support/outputs.ts";
import { asObject, free, HEADINGS, PERSONAL, personalWorkbook, ROWS, saysNothing } from "./support/personal.ts";
import { type Desk, desk, PATIENCE } from "./support/run.ts";

/** The report in every format that is not among the files of each run. */
const FORMATS = ["r.md", "r.xml", "r.sarif", "r.txt"].flatMap((name) => ["--output", name]);

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
      here.run("generate", file, ...YEAR, "--share", ...FORMATS, "--format", "console"),
      here.run("generate", file, ...YEAR, "--dry-run", "--format", "json", "--max-findings", "1000"),
      here.run("generate", file, ...YEAR, "--dry-run", "--debug"),
    ]);
    for (const { code, stdout, stderr } of runs) {
      expect(code, stderr).toBe(1);
      saysNothing("standard output", stdout);
      saysNothing("standard error", stderr);
    }
    expect(await here.files()).toHaveLength(1 + OUTPUTS.length + 1 + FORMATS.length / 2);
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

/** Every output as text, each part of a workbook by itself. */
async function written(here: Desk): Promise<readonly (readonly [string, string])[]> {
  const names = (await here.files()).filter((name) => !name.startsWith("export."));
  const files = await Promise.all(
    names.map(async (name) => {
      const bytes = await here.bytes(name);
      if (!name.endsWith(".xlsx")) return [[name, strFromU8(bytes)] as const];
      return Object.entries(unzipSync(bytes)).map(([part, content]) => [`${name}: ${part}`, strFromU8(content)] as const);
    }),
  );
  return files.flat();
}
