import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { MAPPING_COLUMNS } from "../../src/domain/mapping.ts";
import { OPENPYXL, SOFFICE } from "../support/judges.ts";
import { fillIn, saveAgain } from "./support/officer.ts";
import { figuresOf, found, OUT, reportOf, returnOf } from "./support/outputs.ts";
import { type Desk, PATIENCE } from "./support/run.ts";
import { deskOf, PRIVATE, runsOf } from "./support/sources.ts";

const [, EXPECTED] = runsOf("unknown")[0] ?? [];
if (EXPECTED === undefined) throw new Error("fixtures/sources/unknown says what to expect");
const RZZ = ["--org", "RZZ", "--period", "2025-26"] as const;

/** What the officer knows and no program can. */
const HEADINGS = {
  "Case no": "Complaint reference",
  "Came in": "Date received",
  "Reply sent": "Date closed",
  Finding: "Outcome",
  Where: "Site name",
  Area: "Service areas",
  About: "Subjects",
  Staff: "Professions",
  "Who complained": "Complainant status",
  Patient: "(not needed)",
};
const FIRST_WORDS = {
  "Main building": "RZZ01 General hospital",
  "Hill clinic": "RZZ02",
  "Rude staff": "7.67 Values and behaviours (staff)",
  "Long wait for a date": 7.68,
  "Lost teeth": "Subject_Area_Trust_Administration",
};
const MORE_WORDS = {
  "Well founded": "Upheld",
  "Partly founded": "partially upheld",
  "Not founded": "Not upheld",
  "Gone away": "Withdrawn",
  "Still looking": "(says nothing)",
  Wards: "5.28 Inpatient",
  Clinics: "5.29 Outpatient",
  "Nursing team": "8.74 Nursing",
  Consultants: "8.72 Medical",
  "Booking office": "8.80 NHS infrastructure support",
  "The patient": "4.21 Patient",
  "Mum or dad": "4.22 Parent",
  "Husband or wife": "4.25 Other",
};
const WORDS: Readonly<Record<string, string | number>> = { ...FIRST_WORDS, ...MORE_WORDS };

describe("an export that nobody has seen", PATIENCE, () => {
  test("is refused with the way to a mapping sheet", async () => {
    const here = await deskOf("unknown", "complaints.csv");
    const ran = await here.run("generate", "complaints.csv", ...RZZ);
    expect(ran).toMatchObject({ code: 2, stdout: "", files: ["complaints.csv"] });
    expect(ran.stderr).toContain("ko41a map");
    expect(ran.stderr).not.toContain(PRIVATE);
  });

  test("is listed on the screen: what is read, what may be meant, and how to go on", async () => {
    const here = await deskOf("unknown", "complaints.csv");
    const ran = await here.run("map", "complaints.csv", "--org", "RZZ", "--out", "our words.csv");
    expect(ran).toMatchObject({ code: 0, stderr: "", files: ["complaints.csv", "our words.csv"] });
    await expect(ran.stdout).toMatchFileSnapshot("golden/map.txt");
  });

  test("prints the same as data", async () => {
    const here = await deskOf("unknown", "complaints.csv");
    const ran = await here.run("map", "complaints.csv", "--format", "json");
    expect(ran).toMatchObject({ code: 0, stderr: "", files: ["complaints.csv"] });
    expect(JSON.parse(ran.stdout)).toMatchObject({ files: ["complaints.csv"] });
    expect(ran.stdout).not.toContain(PRIVATE);
  });

  test("does not cost an earlier sheet", async () => {
    const here = await deskOf("unknown", "complaints.csv");
    await here.write("mapping.xlsx", "the officer's afternoon");
    const ran = await here.run("map", "complaints.csv", "--out", "mapping.xlsx");
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(/mapping\.xlsx.*--force/s);
    expect(await here.text("mapping.xlsx")).toBe("the officer's afternoon");
    expect(await here.run("map", "complaints.csv", "--out", "mapping.xlsx", "--force")).toMatchObject({ code: 0 });
    expect(await here.text("mapping.xlsx")).toMatch(/^PK/);
  });

  test("is never replaced by its own sheet", async () => {
    const here = await deskOf("unknown", "complaints.csv");
    const before = await here.text("complaints.csv");
    const ran = await here.run("map", "complaints.csv", "--out", "./complaints.csv", "--force");
    expect(ran).toMatchObject({ code: 2, stdout: "", files: ["complaints.csv"] });
    expect(await here.text("complaints.csv")).toBe(before);
  });

  test.each(["csv", "xlsx"])("is no mapping sheet, as %s", async (kind) => {
    const here = await deskOf("unknown", "complaints.csv");
    await here.run("map", "complaints.csv", "--out", `mapping.${kind}`);
    for (const command of [["map"], ["generate", ...RZZ]]) {
      const ran = await here.run(...command, `mapping.${kind}`);
      expect(ran).toMatchObject({ code: 2, stdout: "", files: ["complaints.csv", `mapping.${kind}`] });
      expect(ran.stderr).toMatch(/This is a mapping sheet, not an export.*--mapping/s);
    }
  });

  test("goes on as it was asked: with the same settings, in words that a shell takes as they are", async () => {
    const here = await deskOf("unknown", "complaints.csv");
    await here.write("o'brien $(id).csv", await here.bytes("complaints.csv"));
    await here.write("ko41a.yaml", "organisation: { code: RZZ }\nperiod: 2025-26\ncolumns: { Subjects: About }\n");
    const ran = await here.run("map", "o'brien $(id).csv", "--config", "ko41a.yaml", "--source", "generic", "--out", "m.csv");
    expect(ran.code).toBe(0);
    const [again = "", generate = ""] = ran.stdout.split("\n").filter((line) => line.startsWith("     ko41a "));
    for (const line of [again, generate]) {
      expect(line).toContain(" --config ko41a.yaml --source generic ");
      expect(line).not.toMatch(/--org|--period/);
      if (process.platform !== "win32") expect(line).toContain(`'o'\\''brien $(id).csv'`);
    }
  });

  test("a sheet has the same bytes each time", async () => {
    const here = await deskOf("unknown", "complaints.csv");
    for (const kind of ["xlsx", "csv", "yaml"]) {
      for (const name of ["one", "two"]) await here.run("map", "complaints.csv", "--org", "RZZ", "--out", `${name}.${kind}`);
      expect(await here.bytes(`one.${kind}`)).toEqual(await here.bytes(`two.${kind}`));
    }
  });

  test("a sheet is a workbook, a CSV or YAML", async () => {
    const here = await deskOf("unknown", "complaints.csv");
    const ran = await here.run("map", "complaints.csv", "--out", "mapping.docx");
    expect(ran).toMatchObject({ code: 2, stdout: "", files: ["complaints.csv"] });
    expect(ran.stderr).toContain(".xlsx, .csv or .yaml");
  });
});

describe.concurrent("from an unknown export to the figures of a hand count:", PATIENCE, () => {
  test.skipIf(!OPENPYXL.isHere)(`in a spreadsheet, in two rounds${OPENPYXL.skipped}`, async () => {
    const here = await deskOf("unknown", "complaints.csv");
    await here.run("map", "complaints.csv", "--org", "RZZ", "--out", "mapping.xlsx");
    await fillIn(here, "mapping.xlsx", { choices: { ...HEADINGS, ...FIRST_WORDS } });
    await here.run("map", "complaints.csv", "--org", "RZZ", "--mapping", "mapping.xlsx", "--out", "mapping-2.xlsx");
    await fillIn(here, "mapping-2.xlsx", { choices: MORE_WORDS, tidy: true });
    await expectFigures(here, "mapping-2.xlsx");
    const { provenance } = JSON.parse(await here.text(`${OUT}/return.json`));
    const sha256 = createHash("sha256")
      .update(await here.bytes("mapping-2.xlsx"))
      .digest("hex");
    expect(provenance.mapping).toEqual({ file: "mapping-2.xlsx", sha256 });
  });

  test.skipIf(!OPENPYXL.isHere)(`in a spreadsheet, with lines that the officer added${OPENPYXL.skipped}`, async () => {
    const here = await deskOf("unknown", "complaints.csv");
    await here.run("map", "complaints.csv", "--org", "RZZ", "--out", "mapping.xlsx");
    const added = Object.entries(MORE_WORDS).map(([words, choice]) => [headingOf(words), words, choice] as const);
    await fillIn(here, "mapping.xlsx", { choices: { ...HEADINGS, ...FIRST_WORDS }, added });
    await expectFigures(here, "mapping.xlsx");
  });

  test.skipIf(!(SOFFICE.isHere && OPENPYXL.isHere))(
    `saved by LibreOffice, as a workbook and as a CSV${SOFFICE.skipped || OPENPYXL.skipped}`,
    { timeout: 180_000 },
    async () => {
      const here = await filled();
      for (const kind of ["xlsx", "csv"] as const) {
        await saveAgain(here, "mapping.xlsx", kind);
        await expectFigures(here, `saved/mapping.${kind}`, kind);
      }
    },
  );

  test("in a CSV, in any order and with semicolons", async () => {
    const here = await deskOf("unknown", "complaints.csv");
    const lines = await csvLines(here, "complaints.csv");
    const rest = [...lines, ...(await csvLines(here, "complaints.csv", chosenIn(lines)))];
    const rows = chosenIn(rest).reverse();
    const cells = (row: Readonly<Record<string, string>>) => CSV.map((name) => `"${row[name] ?? ""}"`).join(";");
    await here.write("mapping.csv", [CSV.join(";"), ...rows.map(cells)].join("\r\n"));
    await expectFigures(here, "mapping.csv");
  });

  test.each(["--mapping", "--config"])("in YAML, given with %s", async (option) => {
    const here = await deskOf("unknown", "complaints.csv");
    await here.run("map", "complaints.csv", "--org", "RZZ", "--out", "mapping.yaml");
    const text = await here.text("mapping.yaml");
    // What is right loses its #; the rest is written in.
    const uncommented = text
      .replace(/^# (columns|values|sites):/gm, "$1:")
      .replace(/^ {2}# (Complaint reference|Date received|Date closed|Site name|Subjects): "/gm, '  $1: "')
      .replace(/^ {2}# Subjects:$/m, "  Subjects:")
      .replace(/^ {4}# ("Rude staff": .*)$/m, "    $1")
      .replace(/^ {4}# "Long wait for a date":$/m, '    "Long wait for a date": 7.68')
      .replace(/^ {4}# "Lost teeth":$/m, '    "Lost teeth": Subject_Area_Trust_Administration')
      .replace(/^ {2}# {1,3}(- name: "(?:Main building|Hill clinic)")$/gm, "  $1")
      .replace('  - name: "Main building"\n  #   code:', '  - name: "Main building"\n    code: RZZ01')
      .replace('  - name: "Hill clinic"\n  #   code:', '  - name: "Hill clinic"\n    code: RZZ02')
      .replace("columns:\n", `columns:\n${["Finding", "Area", "Staff", "Who complained"].map(columnLine).join("")}`)
      .replace("values:\n", `values:\n${["Finding", "Area", "Staff", "Who complained"].map(valueLines).join("")}`);
    await here.write("mapping.yaml", uncommented);
    await expectFigures(here, "mapping.yaml", OUT, option);
  });
});

describe.concurrent("a choice that does not exist", PATIENCE, () => {
  test.skipIf(!OPENPYXL.isHere)(
    `is named with its cell and what is near, and nothing is written${OPENPYXL.skipped}`,
    async ({ expect }) => {
      const here = await filled({
        "Rude staff": "Values and behaviors",
        "Main building": "General hospital",
        Where: "Sight name",
      });
      const ran = await here.run("generate", "complaints.csv", ...RZZ, "--mapping", "mapping.xlsx");
      expect(ran).toMatchObject({ code: 2, stdout: "", files: ["complaints.csv", "mapping.xlsx"] });
      await expect(ran.stderr).toMatchFileSnapshot("golden/map-faults.txt");
    },
  );

  test("in a CSV is named with its row", async () => {
    const here = await deskOf("unknown", "complaints.csv");
    const lines = chosenIn(await csvLines(here, "complaints.csv"));
    const row = lines.findIndex((line) => line[MAPPING_COLUMNS.value] === "Lost teeth");
    await here.write("mapping.csv", csvOf(lines.with(row, { ...lines[row], [MAPPING_COLUMNS.choice]: "7.666" })));
    const ran = await here.run("generate", "complaints.csv", ...RZZ, "--mapping", "mapping.csv");
    expect(ran).toMatchObject({ code: 2, stdout: "", files: ["complaints.csv", "lines.csv", "mapping.csv"] });
    for (const words of [`mapping.csv, row ${row + 2}`, "7.666"]) expect(ran.stderr).toContain(words);
  });

  test("an export is no mapping sheet", async () => {
    const here = await deskOf("unknown", "complaints.csv", "next.csv");
    const ran = await here.run("generate", "complaints.csv", ...RZZ, "--mapping", "next.csv");
    expect(ran).toMatchObject({ code: 2, stdout: "", files: ["complaints.csv", "next.csv"] });
    expect(ran.stderr).toContain("next.csv");
    expect(ran.stderr).not.toContain(PRIVATE);
  });
});

describe.concurrent("the next export", PATIENCE, () => {
  test("asks for its new words only, and keeps every choice", async () => {
    const here = await deskOf("unknown", "complaints.csv", "next.csv");
    const first = await csvLines(here, "complaints.csv");
    const second = await csvLines(here, "complaints.csv", chosenIn(first));
    const before = chosenIn(second);
    const lines = await csvLines(here, "next.csv", before);
    const open = lines.filter((line) => line[MAPPING_COLUMNS.status]?.endsWith("to choose"));
    expect(open.map((line) => [line[MAPPING_COLUMNS.value], line[MAPPING_COLUMNS.status]])).toEqual([
      ["Dropped", "new, to choose"],
      ["East wing", "new, to choose"],
      ["Cold food", "new, to choose"],
    ]);
    for (const line of lines) {
      const old = before.find((one) => keyOf(one) === keyOf(line));
      expect(line[MAPPING_COLUMNS.choice]).toBe(old?.[MAPPING_COLUMNS.choice] ?? "");
    }
  });

  test("given with the old sheet counts what it says, and says what it does not", async () => {
    const here = await deskOf("unknown", "complaints.csv", "next.csv");
    const first = await csvLines(here, "complaints.csv");
    const second = await csvLines(here, "complaints.csv", chosenIn(first));
    await here.write("old.csv", csvOf(chosenIn(second)));
    await here.run("generate", "next.csv", ...RZZ, "--mapping", "old.csv");
    const { rows } = await returnOf(here);
    const counted = rows.map(({ siteCode, counts }) => [siteCode, counts.Complaints_Total_New, counts.Complaints_Number_Upheld]);
    expect(counted).toEqual([
      ["RZZ01", 1, 1],
      ["RZZ", 1, 0],
    ]);
    const report = await reportOf(here);
    expect(found(report, "fits-nowhere").map(({ message }) => message)).toEqual([expect.stringContaining("“Cold food”")]);
    expect(found(report, "undecided-outcome").map(({ message }) => message)).toEqual([expect.stringContaining("“Dropped”")]);
    expect(found(report, "no-ods-code").map(({ message }) => message)).toEqual([expect.stringContaining("“East wing”")]);
  });
});

const CSV = Object.values(MAPPING_COLUMNS);
type Row = Readonly<Record<string, string>>;

function keyOf(line: Row): string {
  return `${line[MAPPING_COLUMNS.heading]} ${line[MAPPING_COLUMNS.value]}`;
}

/** The lines of the sheet that `map` makes of an export, with an earlier sheet if there is one. */
async function csvLines(here: Desk, exported: string, earlier?: readonly Row[]): Promise<readonly Row[]> {
  if (earlier !== undefined) await here.write("earlier.csv", csvOf(earlier));
  const mapping = earlier === undefined ? [] : ["--mapping", "earlier.csv"];
  const ran = await here.run("map", exported, "--org", "RZZ", ...mapping, "--out", "lines.csv", "--force");
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  const text = await here.text("lines.csv");
  expect(`${ran.stdout}${text}`).not.toContain(PRIVATE);
  return parse(text, { bom: true, columns: true }) as Row[];
}

function csvOf(lines: readonly Row[]): string {
  return [CSV, ...lines.map((line) => CSV.map((name) => line[name] ?? ""))]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
    .join("\r\n");
}

function chosenIn(lines: readonly Row[]): Row[] {
  return lines.map((line) => {
    const words = line[MAPPING_COLUMNS.value] ?? "";
    const choice = words === "" ? (HEADINGS as Row)[line[MAPPING_COLUMNS.heading] ?? ""] : WORDS[words];
    return choice === undefined ? line : { ...line, [MAPPING_COLUMNS.choice]: `${choice}` };
  });
}

/** A desk with a sheet in which everything was chosen, in a single round. */
async function filled(choices: Readonly<Record<string, string>> = {}): Promise<Desk> {
  const here = await deskOf("unknown", "complaints.csv");
  await here.run("map", "complaints.csv", "--org", "RZZ", "--out", "mapping.xlsx");
  const added = Object.entries(MORE_WORDS).map(([words, choice]) => [headingOf(words), words, choice] as const);
  await fillIn(here, "mapping.xlsx", { choices: { ...HEADINGS, ...FIRST_WORDS, ...choices }, added, tidy: true });
  return here;
}

const UNDER: Readonly<Record<string, readonly string[]>> = {
  Finding: ["Well founded", "Partly founded", "Not founded", "Gone away", "Still looking"],
  Area: ["Wards", "Clinics"],
  Staff: ["Nursing team", "Consultants", "Booking office"],
  "Who complained": ["The patient", "Mum or dad", "Husband or wife"],
};

function headingOf(words: string): string {
  return Object.keys(UNDER).find((heading) => UNDER[heading]?.includes(words)) ?? "";
}

function columnLine(heading: string): string {
  return `  ${(HEADINGS as Row)[heading]}: "${heading}"\n`;
}

function valueLines(heading: string): string {
  const lines = (UNDER[heading] ?? []).map(
    (words) => `    "${words}": "${WORDS[words] === "(says nothing)" ? "" : WORDS[words]}"\n`,
  );
  return `  ${(HEADINGS as Row)[heading]}:\n${lines.join("")}`;
}

async function expectFigures(here: Desk, mapping: string, out: string = OUT, option = "--mapping"): Promise<void> {
  const ran = await here.run("generate", "complaints.csv", ...RZZ, option, mapping, "--out", out);
  expect(ran.stderr).toBe("");
  const made = await returnOf(here, out);
  expect(made.balance).toEqual(EXPECTED?.balance);
  expect(figuresOf(made)).toEqual(EXPECTED?.counts);
  for (const [reference, { why, fate, site = null, rule }] of Object.entries(EXPECTED?.complaints ?? {})) {
    const one = made.complaints.find((complaint) => complaint.reference === reference);
    expect(one, why).toMatchObject({ fate, site });
    if (rule !== undefined) expect(one?.rules, why).toContain(rule);
  }
  const unmapped = found(await reportOf(here, out), "fits-nowhere");
  expect(unmapped.map(({ reference }) => reference)).toEqual(["U-09"]);
  for (const name of await here.files()) {
    if (!name.endsWith("complaints.csv") && /\.(csv|json|html|yaml)$/.test(name))
      expect(await here.text(name)).not.toContain(PRIVATE);
  }
}
