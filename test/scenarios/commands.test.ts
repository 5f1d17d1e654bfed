import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { delimited } from "./support/exports.ts";
import { found, OUT, reportIn, returnOf, YEAR } from "./support/outputs.ts";
import { type Desk, desk, PATIENCE } from "./support/run.ts";
import { transcript } from "./support/transcript.ts";

interface Listed {
  readonly id: string;
}

describe.concurrent("rules and items", PATIENCE, () => {
  test("rules lists every rule on a line, and --format json tells all of each", async () => {
    const here = await desk();
    const [lines, json] = await Promise.all([here.run("rules"), here.run("rules", "--format", "json")]);
    const rules = JSON.parse(json.stdout) as Listed[];
    expect([lines.code, json.code, lines.stderr, json.stderr]).toEqual([0, 0, "", ""]);
    expect(lines.stdout.trimEnd().split("\n")).toHaveLength(rules.length);
    for (const rule of rules) {
      expect(lines.stdout).toContain(` ${rule.id} `);
      expect(rule).toMatchObject({
        id: expect.stringMatching(/^[a-z-]+$/),
        kind: expect.stringMatching(/./),
        severity: expect.stringMatching(/^(error|warning|info)$/),
        title: expect.stringMatching(/./),
        why: expect.stringMatching(/\.$/),
        source: { document: expect.stringMatching(/./), heading: expect.stringMatching(/./), edited: expect.stringMatching(/./) },
      });
    }
  });

  test("rules ID tells the reason and the source, in any case", async ({ expect: golden }) => {
    const here = await desk();
    const ran = await here.run("rules", "Oral-Next-Working-Day");
    await golden(transcript(ran)).toMatchFileSnapshot("golden/rule.txt");
    const json = await here.run("rules", "oral-next-working-day", "--format", "json");
    expect(JSON.parse(json.stdout)).toMatchObject([{ id: "oral-next-working-day", kind: "exclusion" }]);
  });

  test.each([
    ["oral-next-workng-day", "oral-next-working-day"],
    ["withdrwn", "withdrawn"],
    ["prior", "moved-against-prior"],
  ])("rules %s names the nearest", async (unknown, near) => {
    const ran = await (await desk()).run("rules", unknown);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(new RegExp(`"${unknown}"[\\s\\S]*${near}`));
  });

  test("rules with a word that is near to none says how to list them", async () => {
    const ran = await (await desk()).run("rules", "xyzzy");
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain("ko41a rules");
  });

  test("items lists the 78 figures by number", async ({ expect: golden }) => {
    const here = await desk();
    const [lines, json] = await Promise.all([here.run("items"), here.run("items", "--format", "json")]);
    await golden(transcript(lines)).toMatchFileSnapshot("golden/items.txt");
    const items = JSON.parse(json.stdout) as Listed[];
    expect(new Set(items.map(({ id }) => id)).size).toBe(78);
    expect(items[0]).toMatchObject({ number: "2.5", section: 2, label: "Total Brought Forward", kind: "count" });
  });
});

describe.concurrent("template blank", PATIENCE, () => {
  test("writes the bundled workbook once, and again only with --force", async () => {
    const here = await desk();
    const first = await here.run("template", "blank", "--out", "in a folder/blank.xlsx");
    expect(first).toMatchObject({ code: 0, stderr: "", files: ["in a folder/blank.xlsx"] });
    await here.write("in a folder/blank.xlsx", "mine");
    const refused = await here.run("template", "blank", "--out", "in a folder/blank.xlsx");
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(await here.text("in a folder/blank.xlsx")).toBe("mine");
    expect((await here.run("template", "blank", "--out", "in a folder/blank.xlsx", "--force")).code).toBe(0);
    expect(await textsOf(here, "in a folder/blank.xlsx")).toMatch(/not an official/i);
  });

  test("without --out it writes ko41a-blank.xlsx here", async () => {
    expect((await (await desk()).run("template", "blank")).files).toEqual(["ko41a-blank.xlsx"]);
  });

  test("a blank workbook has no figures to check", async () => {
    const here = await desk();
    await here.run("template", "blank");
    const ran = await here.run("validate", "ko41a-blank.xlsx");
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain("no figures");
  });
});

describe.concurrent("validate", PATIENCE, () => {
  const FILES = [`${OUT}/return.json`, `${OUT}/KO41a-RZZ-2025-26.xlsx`, "published.csv"];

  /** A desk with a good return in its three forms. */
  const withReturn = async (): Promise<Desk> => {
    const here = await desk("clean.csv");
    await here.run("generate", "clean.csv", ...YEAR);
    await here.write("published.csv", await published(here));
    return here;
  };

  test.each(FILES)("%s as it was made satisfies every relation", async (file) => {
    const here = await withReturn();
    const [said, json] = await Promise.all([here.run("validate", file), here.run("validate", file, "--format", "json")]);
    expect(said, said.stdout).toMatchObject({ code: 0, stderr: "" });
    expect(said.stdout).toContain("Every relation holds");
    expect(reportIn(json)).toMatchObject({ schema: "ko41a-report/1", summary: { errors: 0, warnings: 0 }, findings: [] });
  });

  test.each([
    [
      "return.json",
      async (here: Desk) => here.text(`${OUT}/return.json`).then((text) => text.replace(/"Age_26_55": 2/, '"Age_26_55": 3')),
      null,
    ],
    ["filled.xlsx", async (here: Desk) => withFigure(await here.bytes(`${OUT}/KO41a-RZZ-2025-26.xlsx`), "3.15", 3), 8],
    ["published.csv", async (here: Desk) => published(here, "Age_26_55", "3"), 2],
  ] as const)("%s with one figure changed names the relation, the site and the row", async (file, make, row) => {
    const here = await withReturn();
    await here.write(`changed/${file}`, await make(here));
    const said = await here.run("validate", `changed/${file}`);
    const json = await here.run("validate", `changed/${file}`, "--format", "json");
    expect(said).toMatchObject({ code: 1, stderr: "" });
    expect(said.stdout).toMatch(/age-total[\s\S]*RZZ01/);
    const broken = found(reportIn(json), "age-total");
    expect(reportIn(json).findings).toEqual(broken);
    expect(broken).toMatchObject([{ severity: "error", site: "RZZ01", item: "Age_Total", source: { file } }]);
    if (row !== null) expect(broken[0]?.source?.row).toBe(row);
  });

  test("what it says of a broken relation", async ({ expect: golden }) => {
    const here = await withReturn();
    await here.write("changed.csv", await published(here, "Complaints_Number_Upheld", "9"));
    await golden(transcript(await here.run("validate", "changed.csv"))).toMatchFileSnapshot("golden/validate.txt");
  });

  test("a figure that is no number is said to be none", async () => {
    const here = await withReturn();
    await here.write("changed.csv", await published(here, "Complaints_Total_New", "*"));
    const ran = await here.run("validate", "changed.csv");
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/whole-numbers[\s\S]*Total New/);
    expect(ran.stdout).not.toContain("NaN");
  });

  test("the two levels of published data together must agree", async () => {
    const here = await withReturn();
    const site = await published(here);
    const { rows } = await returnOf(here);
    const items = Object.keys(rows[0]?.counts ?? {});
    const sum = (id: string): number => rows.reduce((all, { counts }) => all + (counts[id] ?? 0), 0);
    const organisation = (change: number) =>
      delimited([
        ["Year", "Organisation_Code", "Organisation_Name", ...items],
        ["2025-26", "RZZ", "Trust", ...items.map((id) => String(sum(id) + (id === "Service_Ambulance" ? change : 0)))],
      ]);
    await here.write("site.csv", site);
    await here.write("agrees.csv", organisation(0));
    await here.write("differs.csv", organisation(1));
    expect(await here.run("validate", "site.csv", "agrees.csv")).toMatchObject({ code: 0, stderr: "" });
    const differs = await here.run("validate", "site.csv", "differs.csv", "--format", "json");
    expect(differs.code).toBe(1);
    expect(found(reportIn(differs), "sites-sum")).toMatchObject([{ site: "RZZ", item: "Service_Ambulance" }]);
  });

  test("several files are checked in one run, and --fail-on never ends with 0", async () => {
    const here = await withReturn();
    await here.write("changed.csv", await published(here, "Service_Total", "99"));
    const ran = await here.run("validate", ...FILES, "changed.csv", "--fail-on", "never", "--format", "json");
    expect(ran.code).toBe(0);
    expect(reportIn(ran).findings.filter(({ source }) => source?.file === "changed.csv")).toMatchObject([
      { rule: "service-total" },
    ]);
  });

  test("writes nothing", async () => {
    const here = await withReturn();
    const before = await here.files();
    expect((await here.run("validate", ...FILES)).files).toEqual(before);
  });
});

describe.concurrent("the command line", PATIENCE, () => {
  const COMMANDS = [
    [],
    ["generate"],
    ["validate"],
    ["explain"],
    ["diff"],
    ["reconcile"],
    ["rules"],
    ["items"],
    ["template"],
    ["template", "blank"],
  ];

  test.each(COMMANDS.map((command) => ({ command, name: command.join(" ") })))("ko41a $name --help", async ({ command }) => {
    const ran = await (await desk()).run(...command, "--help");
    expect(ran).toMatchObject({ code: 0, stderr: "", files: [] });
    expect(ran.stdout).toContain(["Usage: ko41a", ...command].join(" "));
  });

  test("--version prints the version alone", async () => {
    const ran = await (await desk()).run("--version");
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(ran.stdout).toMatch(/^\d+\.\d+\.\d+[\w.-]*\n$/);
  });

  test.each([
    ["no command", []],
    ["an unknown command", ["generat", "x.csv"]],
    ["an unknown command below template", ["template", "fill"]],
    ["an unknown option", ["generate", "x.csv", "--organisation", "RZZ"]],
    ["an option without its value", ["generate", "x.csv", "--org"]],
    ["no export", ["generate", "--org", "RZZ"]],
    ["an unknown format", ["rules", "--format", "yaml"]],
    ["an unknown --fail-on", ["generate", "x.csv", "--fail-on", "info"]],
    ["an unknown --source", ["generate", "x.csv", "--source", "excel"]],
    ["a --max-findings that is no number", ["generate", "x.csv", "--max-findings", "many"]],
    ["one argument too many", ["items", "more"]],
    ["a period that is none, to rules", ["rules", "--period", "last year"]],
    ["a period that is none, to items", ["items", "--period", "last year"]],
    ["nothing to explain", ["explain"]],
    ["nothing to compare with", ["diff", "x.csv"]],
    ["nobody to reconcile with", ["reconcile", "x.csv"]],
    ["an unknown format, to explain", ["explain", "x.csv", "--item", "2.6", "--format", "html"]],
    ["an unknown format, to reconcile", ["reconcile", "x.csv", "x.csv", "--format", "html"]],
    ["a period that is none, to validate", ["validate", "x.csv", "--period", "last year"]],
  ] as const)("%s ends with exit code 2 and help on standard error", async (_, args) => {
    const here = await desk("clean.csv");
    await here.write("x.csv", await here.text("clean.csv"));
    const ran = await here.run(...args);
    expect(ran.code).toBe(2);
    expect(ran).toMatchObject({ stdout: "", files: ["clean.csv", "x.csv"] });
    expect(ran.stderr).toMatch(/--help|Usage:|--period/);
    expect(ran.stderr).not.toMatch(/^ {4}at /m);
  });
});

/** The return as NHS England publishes it, at site level; with one figure of its first row changed. */
async function published(here: Desk, item?: string, value = ""): Promise<string> {
  const { rows } = await returnOf(here);
  const items = Object.keys(rows[0]?.counts ?? {});
  const figure = (row: number, id: string, count: number | undefined): string =>
    row === 0 && id === item ? value : String(count);
  return delimited([
    ["Year", "Organisation_Code", "Organisation_Name", "Site_Code", "Site_Name", ...items],
    ...rows.map(({ siteCode, siteName, counts }, row) => [
      "2025-26",
      "RZZ",
      "Trust",
      siteCode,
      siteName,
      ...items.map((id) => figure(row, id, counts[id])),
    ]),
  ]);
}

/** A filled workbook with another number in the first row of an item, put in as Excel would: nothing else changes. */
async function withFigure(bytes: Uint8Array, number: string, value: number): Promise<Uint8Array> {
  const cell = await firstCellOf(bytes, number);
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => {
    const figure = new RegExp(`(<c r="${cell}"[^>]*><v>)\\d+(</v>)`);
    return [name, name.startsWith("xl/worksheets/") ? strToU8(strFromU8(part).replace(figure, `$1${value}$2`)) : part];
  });
  return zipSync(Object.fromEntries(parts));
}

/** Where the first site's figure of an item stands, such as M8. */
async function firstCellOf(bytes: Uint8Array, number: string): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  let found = "";
  for (const sheet of book.worksheets) {
    let column = 0;
    sheet.eachRow((row) => {
      row.eachCell((cell, index) => {
        if (cell.text.trim() === number) column = index;
      });
      if (column > 0 && found === "" && row.values.toString().includes("RZZ01")) found = row.getCell(column).address;
    });
  }
  return found;
}

/** Every text of a workbook, to look for words in. */
async function textsOf(here: Desk, file: string): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await here.bytes(file)).buffer as ArrayBuffer);
  const texts: string[] = [];
  for (const sheet of book.worksheets) sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
  return texts.join("\n");
}
