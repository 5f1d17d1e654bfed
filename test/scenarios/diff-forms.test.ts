import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { returnOf } from "./support/outputs.ts";
import { changed, deskWithReturns, made, plusOne, published } from "./support/returns.ts";
import { type Desk, PATIENCE } from "./support/run.ts";

const PROFORMA = "02-items-down-sites-across.xlsx";
const CHANGE = { site: "RZZ02", item: "Profession_Dental", by: 3 } as const;

interface Compared {
  readonly returns: readonly { readonly organisation: string; readonly level: string; readonly traced: boolean }[];
  readonly onlyIn: { readonly a: readonly string[]; readonly b: readonly string[] };
  readonly changes: readonly { readonly site: string; readonly item: string; readonly a: number; readonly b: number }[];
  readonly complaints: readonly object[];
}

let here: Desk;
beforeAll(async () => {
  here = await deskWithReturns("before.csv");
  await here.write(PROFORMA, readFileSync(path.join(import.meta.dirname, "../../fixtures/proformas", PROFORMA)));
  await made(here, "before.csv", "own", "--template", PROFORMA);
  await here.write("sites.csv", await published(here, "before", "site"));
  await here.write("organisation.csv", await published(here, "before", "organisation"));
  await here.write("sites changed.csv", await published(here, "before", "site", CHANGE));
  await here.write("organisation changed.csv", await published(here, "before", "organisation", { ...CHANGE, site: "RZZ" }));
  await here.write("other.json", await changed(here, "before", (own) => ({ ...own, organisation: { code: "RZY", name: "Y" } })));
});

const diff = (...args: readonly string[]) => here.run("diff", ...args);
const compared = async (a: string, b: string): Promise<Compared> =>
  JSON.parse((await diff(a, b, "--format", "json")).stdout) as Compared;

describe.concurrent("every form of a return is the same return:", PATIENCE, () => {
  const FORMS = ["before/KO41a-RZZ-2025-26.xlsx", "own/KO41a-RZZ-2025-26.xlsx", "sites.csv", "organisation.csv"];

  test.each(FORMS)("return.json and %s", async (form) => {
    for (const pair of [
      ["before", form],
      [form, "before"],
    ]) {
      const ran = await diff(...pair);
      expect(ran, ran.stdout).toMatchObject({ code: 0, stderr: "" });
      expect(ran.stdout).toContain("No difference");
      expect(ran.stdout).toMatch(/only a return\.json names them/);
    }
  });

  test("a published file and a workbook", async () => {
    expect(await diff("sites.csv", "before/KO41a-RZZ-2025-26.xlsx")).toMatchObject({ code: 0 });
  });

  test.each([
    ["sites changed.csv", "site", "RZZ02"],
    ["organisation changed.csv", "organisation", "RZZ"],
  ])("%s has the one figure that differs", async (file, level, site) => {
    const { returns, changes, complaints } = await compared("before", file);
    expect(returns).toMatchObject([{ organisation: "RZZ", level, traced: false }]);
    expect(changes).toMatchObject([{ site, item: "Profession_Dental", a: 0, b: 3, change: 3, percent: null, untraced: null }]);
    expect(complaints).toEqual([]);
    expect(await diff("before", file)).toMatchObject({ code: 1, stderr: "" });
  });

  test("a figure that NHS England left out is no figure, not 0", async () => {
    const text = await here.text("organisation.csv");
    await here.write("hidden.csv", text.replace(/,\d+\r\n$/, ",*\r\n"));
    const ran = await diff("before", "hidden.csv");
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/^ {2}All sites +8\.82 Profession total +\d+ +no figure$/m);
    expect(ran.stdout).not.toMatch(/NaN|null/);
  });
});

test("a row of the workbook is read back whatever its site is called", PATIENCE, async () => {
  await made(here, "before.csv", "example", "--org-name", "Example NHS trust");
  const ran = await diff("example", "example/KO41a-RZZ-2025-26.xlsx");
  expect(ran, ran.stdout).toMatchObject({ code: 0 });
});

describe.concurrent("files with several organisations", PATIENCE, () => {
  const lines = async (...names: readonly string[]): Promise<string> => {
    const texts = await Promise.all(names.map((name) => here.text(name)));
    const [head = ""] = texts[0]?.split("\r\n") ?? [];
    return [head, ...texts.flatMap((text) => text.trimEnd().split("\r\n").slice(1))].map((line) => `${line}\r\n`).join("");
  };

  test("go together by organisation, and those in one file only are named", async () => {
    const other = (await here.text("sites.csv")).replaceAll("RZZ", "RZY");
    await here.write("y.csv", other);
    await here.write("x.csv", other.replaceAll("RZY", "RZX"));
    await here.write("a.csv", await lines("sites.csv", "y.csv"));
    await here.write("b.csv", await lines("sites changed.csv", "x.csv"));
    const { returns, onlyIn, changes } = await compared("a.csv", "b.csv");
    expect(returns.map(({ organisation }) => organisation)).toEqual(["RZZ"]);
    expect(onlyIn).toEqual({ a: ["RZY 2025-26"], b: ["RZX 2025-26"] });
    expect(changes).toMatchObject([{ site: "RZZ02", item: "Profession_Dental" }]);
    const said = await diff("a.csv", "b.csv");
    expect(said.stdout).toMatch(
      /Only in A: RZY 2025-26\n[\s\S]*Only in B: RZX 2025-26\n[\s\S]*1 figure differs at 1 site\. 2 returns in one file only\./,
    );
  });

  test("hold ours among others", async () => {
    await here.write("many.csv", await lines("sites changed.csv", "other.csv"));
    expect((await compared("before", "many.csv")).changes).toMatchObject([{ site: "RZZ02", item: "Profession_Dental" }]);
  });

  beforeAll(async () => {
    await here.write("other.csv", (await here.text("sites.csv")).replaceAll("RZZ", "RZY"));
  });
});

describe.concurrent("what cannot be compared is refused with exit code 2:", PATIENCE, () => {
  test.each([
    ["another organisation's return", ["before", "other.json"], /No organisation is in both[\s\S]*RZZ[\s\S]*RZY/],
    ["an export", ["before", "before.csv"], /before\.csv[\s\S]*do: /],
    ["a file that is not there", ["before", "nowhere.json"], /nowhere\.json/],
    ["a folder without a return", ["before", "."], /do: /],
    ["one file only", ["before"], /missing|--help/],
    ["an unknown format", ["before", "sites.csv", "--format", "pdf"], /pdf/],
  ] as const)("%s", async (_, args, says) => {
    const ran = await diff(...args);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(says);
    expect(ran.stderr).not.toMatch(/^ {4}at /m);
  });

  test.each([
    ["cut off", (text: string) => text.slice(0, 900), /not JSON/],
    ["of another schema", (text: string) => text.replace("ko41a-return/1", "ko41a-return/9"), /not a return\.json/],
    ["without its complaints", (text: string) => text.replace('"complaints"', '"complaint"'), /damaged at complaints/],
    ["with a figure that is a word", (text: string) => text.replace(/("Age_0_5": )\d/, '$1"two"'), /damaged at rows\.0/],
    ["without a figure", (text: string) => text.replace(/"Age_0_5": \d,/, ""), /Figures are missing: RZZ01 Age_0_5/],
  ] as const)("a return.json %s", async (name, damage, says) => {
    await here.write(`${name}.json`, damage(await here.text("before/return.json")));
    const ran = await diff("before", `${name}.json`);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(says);
  });
});

test("--output writes the page once, and again only with --force", PATIENCE, async () => {
  const args = ["before", "sites changed.csv", "--format", "html", "--output", "kept/changes.html"];
  expect(await diff(...args)).toMatchObject({ code: 1, stdout: "", stderr: "Written to kept/changes.html.\n" });
  const page = await here.text("kept/changes.html");
  await here.write("kept/changes.html", "mine");
  expect((await diff(...args)).stderr).toMatch(/changes\.html[\s\S]*--force/);
  expect(await here.text("kept/changes.html")).toBe("mine");
  expect(await diff(...args, "--force")).toMatchObject({ code: 1 });
  expect(await here.text("kept/changes.html")).toBe(page);
});

test("a change of one figure is the one that was made", PATIENCE, async () => {
  await here.write("one.json", await changed(here, "before", (own) => plusOne(own, "RZZ01", "Age_Unknown")));
  const { rows } = await returnOf(here, "before");
  const { changes } = await compared("one.json", "before/KO41a-RZZ-2025-26.xlsx");
  const was = rows[0]?.counts.Age_Unknown ?? Number.NaN;
  expect(changes).toMatchObject([{ site: "RZZ01", item: "Age_Unknown", a: was + 1, b: was }]);
});
