import { readFileSync } from "node:fs";
import path from "node:path";
import { strToU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/domain/report.ts";
import { compoundFile, cutOff, WORD, zip } from "./support/bad-files.ts";
import { type Desk, desk, PATIENCE, type Ran } from "./support/run.ts";
import { transcript } from "./support/transcript.ts";

const FOLDER = path.join(import.meta.dirname, "../../fixtures/proformas");

/** Complaints at each of the five sites that the proformas list or have room for. */
const EXPORT = [
  "Complaint reference,Date received,Date closed,Outcome,Site code,Patient age,Complainant status,Service areas,Subjects,Professions,Description",
  "C-1,2025-05-01,2025-06-01,Upheld,RZZ01,30,Patient,Inpatient,Communications,Medical,Zebedee fell",
  "C-2,2025-05-02,,,RZZ02,70,Parent,Outpatient,Waiting times,Nursing,",
  "C-3,2025-02-02,2025-04-09,Not upheld,RZZ03,10,Parent,Outpatient,Waiting times,Nursing,",
  'C-4,2025-07-02,,,RZZ1A,,Parent,"Outpatient; Inpatient","Waiting times; Transport",Nursing,',
  "C-5,2025-08-02,2025-09-01,Partially upheld,,45,Carer,Ambulance,Other,Ambulance,",
];

async function deskWith(...proformas: readonly string[]): Promise<Desk> {
  const here = await desk();
  await here.write("export.csv", EXPORT.map((line) => `${line}\r\n`).join(""));
  for (const name of proformas) await here.write(name, readFileSync(path.join(FOLDER, name)));
  return here;
}

const RUN = ["generate", "export.csv", "--org", "RZZ", "--org-name", "Synthetic NHS Foundation Trust", "--period", "2025-26"];

async function fill(here: Desk, template: string, ...more: readonly string[]): Promise<Ran> {
  return here.run(...RUN, "--fail-on", "never", "--out", "out", "--template", template, ...more);
}

describe.concurrent("a trust's own proforma", PATIENCE, () => {
  test("is filled, told of on the screen and in the reports, and read back", async () => {
    const here = await deskWith("07-kitchen-sink.xlsx");
    const ran = await fill(here, "07-kitchen-sink.xlsx");
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(ran.stdout).toContain("Your proforma\n  351 cells filled, 63 results of its formulas worked out, 0 other changes.");
    const { proof } = JSON.parse(await here.text("out/report.json")) as Report;
    expect(proof).toEqual({
      sheet: "Data",
      filled: 351,
      recalculated: 63,
      otherChanges: 0,
      partsUnchanged: 20,
      partsChanged: ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"],
      recalculatesOnLoad: false,
    });
    expect(await here.text("out/report.html")).toContain('<h2 id="proforma-title">Your proforma, before and after</h2>');
    const { provenance } = JSON.parse(await here.text("out/return.json")) as { provenance: { template: object } };
    expect(provenance.template).toMatchObject({ kind: "own", file: "07-kitchen-sink.xlsx" });
    const check = await here.run("validate", "out/KO41a-RZZ-2025-26.xlsx");
    expect(check).toMatchObject({ code: 0, stdout: "Every relation holds: 5 rows of 1 organisation, 11 rules.\n" });
  });

  test("with macros stays one with macros", async () => {
    const here = await deskWith("06-macro-grand-total.xlsm");
    const ran = await fill(here, "06-macro-grand-total.xlsm");
    expect(ran.files).toContain("out/KO41a-RZZ-2025-26.xlsm");
    expect(ran.stdout).toMatch(/workbook {2}out.KO41a-RZZ-2025-26\.xlsm/);
    const [before, after] = await Promise.all(["06-macro-grand-total.xlsm", "out/KO41a-RZZ-2025-26.xlsm"].map(here.bytes));
    expect(unzipSync(after ?? new Uint8Array())["xl/vbaProject.bin"]).toEqual(
      unzipSync(before ?? new Uint8Array())["xl/vbaProject.bin"],
    );
  });

  test("last year's is this year's prior return", async () => {
    const here = await deskWith("02-items-down-sites-across.xlsx", "12-another-year.xlsx", "10-sections-merged-at-left.xlsx");
    await here.run(
      ...RUN.slice(0, -1),
      "2025-26Q1",
      "--fail-on",
      "never",
      "--out",
      "q1",
      "--template",
      "10-sections-merged-at-left.xlsx",
    );
    const ran = await here.run(
      ...RUN.slice(0, -1),
      "2025-26Q2",
      "--out",
      "q2",
      "--fail-on",
      "never",
      "--prior",
      "q1/KO41a-RZZ-2025-26Q1.xlsx",
    );
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const { rules } = JSON.parse(await here.text("q2/report.json")) as Report;
    expect(rules.find(({ id }) => id === "brought-forward-continuity")).toMatchObject({ reason: null });
  });

  test("is inspected item by item, its map saved and used", async ({ expect: golden }) => {
    const here = await deskWith("08-saved-by-libreoffice.xlsx");
    const ran = await here.run("template", "inspect", "08-saved-by-libreoffice.xlsx", "--save", "form.map.yaml");
    await golden(transcript(ran)).toMatchFileSnapshot("golden/inspect.txt");
    await golden(await here.text("form.map.yaml")).toMatchFileSnapshot("golden/inspect.map.yaml");
    expect(await fill(here, "08-saved-by-libreoffice.xlsx", "--template-map", "form.map.yaml")).toMatchObject({ code: 0 });
    const again = await here.run("template", "inspect", "08-saved-by-libreoffice.xlsx", "--save", "form.map.yaml");
    expect(again).toMatchObject({ code: 2 });
  });

  test("that lacks an item is inspected with exit code 1, in JSON too", async ({ expect: golden }) => {
    const here = await deskWith("13-one-missing-one-twice.xlsx");
    const ran = await here.run("template", "inspect", "13-one-missing-one-twice.xlsx", "--format", "json");
    expect(ran).toMatchObject({ code: 1, stderr: "" });
    expect(JSON.parse(ran.stdout)).toMatchObject({
      schema: "ko41a-template/1",
      fits: false,
      sheet: "KO41a return",
      missing: ["Subject_Area_Staffing_Numbers"],
      problems: [{ what: expect.stringContaining("two places, BH10 and BJ10") }, { what: expect.stringContaining("7.64") }],
    });
    const refused = await fill(here, "13-one-missing-one-twice.xlsx");
    await golden(transcript(refused)).toMatchFileSnapshot("golden/proforma-refused.txt");
    expect(refused.files).toEqual(["13-one-missing-one-twice.xlsx", "export.csv"]);
  });

  test("that was filled with a map is read back with it", async () => {
    const here = await deskWith("13-one-missing-one-twice.xlsx");
    const form = "13-one-missing-one-twice.xlsx";
    const saved = await here.run("template", "inspect", form, "--save", "form.map.yaml");
    expect(saved.code).toBe(1);
    const map = await here.text("form.map.yaml");
    expect(map).toContain("TWO PLACES, BH10 and BJ10: choose");
    await here.write("form.map.yaml", map.replace(/^( {2}Subject_Area_Staffing_Numbers:)/m, "$1 BJ"));
    expect(await fill(here, form, "--template-map", "form.map.yaml")).toMatchObject({ code: 0 });
    const filled = "out/KO41a-RZZ-2025-26.xlsx";
    expect((await here.run("validate", filled)).stderr).toContain("give that with --template-map");
    expect(await here.run("validate", filled, "--template-map", "form.map.yaml")).toMatchObject({ code: 0 });
    await here.write("off.map.yaml", map.replace(/^( {2}Subject_Area_Staffing_Numbers:)/m, "$1 ZZ"));
    const off = await here.run("template", "inspect", form, "--template-map", "off.map.yaml");
    expect(off.code).toBe(1);
    expect(off.stdout).toContain("where the proforma has neither a heading nor cells");
  });

  test("that cannot be filled is refused also by a dry run", async () => {
    const here = await deskWith("11-two-rows-then-total.xlsx");
    const ran = await fill(here, "11-two-rows-then-total.xlsx", "--dry-run");
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain("RZZ03, RZZ1A, RZZ");
  });

  test("has nothing personal in it", async () => {
    const here = await deskWith("01-sites-down-numbers-labels.xlsx");
    await fill(here, "01-sites-down-numbers-labels.xlsx");
    const parts = Object.values(unzipSync(await here.bytes("out/KO41a-RZZ-2025-26.xlsx"))).map((part) =>
      Buffer.from(part).toString("latin1"),
    );
    expect(parts.join("\n")).not.toContain("Zebedee");
  });
});

describe.concurrent("a template that is unsafe or none is refused with what to do, and nothing is written", PATIENCE, () => {
  const good = () => unzipSync(readFileSync(path.join(FOLDER, "01-sites-down-numbers-labels.xlsx")));
  const sheet = "xl/worksheets/sheet1.xml";
  const declared = (declaration: string): Uint8Array => {
    const parts = good();
    const xml = Buffer.from(parts[sheet] ?? []).toString("utf8");
    return zip({ ...parts, [sheet]: strToU8(xml.replace("<worksheet", `${declaration}<worksheet`)) });
  };

  test.each<readonly [name: string, bytes: () => Uint8Array | Promise<Uint8Array>, what: RegExp]>([
    ["an .xls", () => compoundFile("Workbook"), /old Excel workbook \(\.xls\)[\s\S]*save it as Excel Workbook/],
    ["an encrypted one", () => compoundFile("EncryptedPackage"), /encrypted with a password[\s\S]*remove the password/],
    [
      "an .xlsb",
      () => zip({ "[Content_Types].xml": strToU8("<Types/>"), "xl/workbook.bin": strToU8("x") }),
      /binary format \(\.xlsb\)/,
    ],
    ["a Word document", () => WORD, /no Excel workbook/],
    ["a CSV", () => strToU8("Site code,2.5\n"), /no Excel workbook/],
    ["half of one", cutOff, /broken/],
    ["a bomb", () => zip({ ...good(), "xl/media/a.bin": [new Uint8Array(40_000_000), { level: 9 }] }), /zip bomb/],
    ["an entity", () => declared('<!DOCTYPE w [<!ENTITY a "b">]>'), /declares entities/],
    ["an outside entity", () => declared('<!DOCTYPE w SYSTEM "file:///etc/passwd">'), /declares entities/],
    ["a path that leads out", () => zip({ ...good(), "xl/../../evil.xml": strToU8("<a/>") }), /unsafe name/],
    ["a backslash", () => zip({ ...good(), "xl\\evil.xml": strToU8("<a/>") }), /unsafe name/],
    ["a part named twice", () => zip({ ...good(), "XL/Workbook.xml": strToU8("<a/>") }), /names a part twice/],
    ["a signature", () => zip({ ...good(), "_xmlsignatures/sig1.xml": strToU8("<a/>") }), /signed/],
  ])("%s", async (_, bytes, what) => {
    const here = await deskWith();
    await here.write("form.xlsx", await bytes());
    const ran = await fill(here, "form.xlsx");
    expect(ran).toMatchObject({ code: 2, stdout: "", files: ["export.csv", "form.xlsx"] });
    expect(ran.stderr).toMatch(what);
    expect(ran.stderr).toContain("form.xlsx");
    expect(ran.stderr).not.toMatch(/\n\s+at /);
  });
});
