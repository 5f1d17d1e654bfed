import { execFile } from "node:child_process";
import { mkdir, symlink } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { deskWithReturns, made } from "./support/returns.ts";
import { type Desk, PATIENCE } from "./support/run.ts";

const ROOT = path.join(import.meta.dirname, "../..");

let here: Desk;
beforeAll(async () => {
  here = await deskWithReturns("before.csv", "after.csv");
  await made(here, "before.csv", "not upheld", "--policy", "withdrawn=not-upheld");
  await mkdir(path.join(here.folder, "node_modules"));
  await symlink(ROOT, path.join(here.folder, "node_modules", "ko41a"), "junction");
});

/** Runs a file in the folder with Node; the network of packages is the folder's own. */
function node(...args: readonly string[]): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: here.folder, encoding: "utf8", maxBuffer: 20_000_000 }, (error, stdout, stderr) => {
      if (error === null) resolve({ code: 0, stdout, stderr });
      else if (typeof error.code === "number") resolve({ code: error.code, stdout, stderr });
      else reject(error);
    });
  });
}

/** What a script of a few lines prints as JSON. */
async function printed(name: string, ...lines: readonly string[]): Promise<unknown> {
  const script = ['import { openEdition, Refusal } from "ko41a";', ...lines, "console.log(JSON.stringify(said));"];
  await here.write(`${name}.mjs`, script.map((line) => `${line}\n`).join(""));
  const ran = await node(`${name}.mjs`);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  return JSON.parse(ran.stdout);
}

const json = async (...args: readonly string[]): Promise<unknown> =>
  JSON.parse((await here.run(...args, "--format", "json")).stdout);

describe.concurrent('a script that imports "ko41a"', PATIENCE, () => {
  test("gets the figures and complaints of explain", async () => {
    const said = await printed(
      "figure",
      'const edition = await openEdition("2025-26");',
      'const own = await edition.readTraced("before");',
      'const { figure, counts, untraced } = edition.explainFigure(own, "7.71", "General hospital");',
      'const { fate, rules } = edition.explainComplaint(own, "E-06");',
      "const said = { figure, untraced, complaints: counts, fate, rules: rules.map(({ rule }) => rule.id) };",
    );
    const figure = await json("explain", "before", "--item", "7.71", "--site", "RZZ01");
    expect(said).toMatchObject({ fate: "excluded", rules: ["withdrawn"], figure: 6 });
    expect(figure).toMatchObject(pick(said, "figure", "untraced", "complaints"));
  });

  test("gets the changes of diff", async () => {
    const said = await printed(
      "diff",
      "const edition = await openEdition();",
      'const [a, b] = [await edition.read("before"), await edition.read("after")];',
      "const { returns } = edition.diff(a, b);",
      "const said = { changes: returns[0].changes.map(({ siteName, ...one }) => one), complaints: returns[0].complaints };",
    );
    expect(await json("diff", "before", "after")).toMatchObject(pick(said, "changes", "complaints"));
    expect(Object.values(said as object).map((list: readonly unknown[]) => list.length)).toEqual([24, 6]);
  });

  test("gets the differences of reconcile", async () => {
    const said = await printed(
      "reconcile",
      "const edition = await openEdition();",
      'const own = await edition.readTraced("before/return.json");',
      'const said = edition.reconcile(own, await edition.readOther("not upheld", own));',
    );
    expect(await json("reconcile", "before", "not upheld")).toMatchObject(pick(said, "compared", "differences"));
    expect(said).toMatchObject({ compared: 234, differences: Array.from({ length: 14 }, () => ({ rest: 0 })) });
  });

  test("gets the findings of --prior", async () => {
    const said = await printed(
      "prior",
      'const edition = await openEdition("2025-26");',
      'const [own] = await edition.read("before");',
      'const prior = { ...own, period: "2024-25" };',
      "const said = edition.checkPrior(own, prior).map(({ rule, reference }) => [rule, reference]);",
    );
    expect(said).toEqual(expect.arrayContaining([["not-brought-forward", "E-01"]]));
  });

  test("gets the items and rules of the commands", async () => {
    const said = await printed(
      "lists",
      "const { name, items, rules } = await openEdition();",
      "const said = { name, items: items.map(({ id }) => id), rules: rules.map(({ id }) => id) };",
    );
    const [items, rules] = (await Promise.all([json("items"), json("rules")])) as { readonly id: string }[][];
    expect(said).toEqual({ name: "2025-26", items: items?.map(({ id }) => id), rules: rules?.map(({ id }) => id) });
  });

  test("is refused in words what cannot be done", async () => {
    const said = await printed(
      "refused",
      "const edition = await openEdition();",
      "const why = async (work) => { try { await work(); } catch (error) { return error instanceof Refusal ? error.problems[0].what : String(error); } };",
      'const own = await edition.readTraced("before");',
      "const said = [",
      '  await why(() => openEdition("1999-00")),',
      '  await why(() => edition.read("nowhere.json")),',
      '  await why(() => edition.readTraced("before/KO41a-RZZ-2025-26.xlsx")),',
      '  await why(() => edition.explainFigure(own, "9.99")),',
      "];",
    );
    expect(said).toEqual([
      expect.stringContaining("1999-00"),
      "There is no such file.",
      "This is no return.json, and nothing else names the complaints behind the figures.",
      'There is no item "9.99".',
    ]);
  });
});

describe.concurrent("the types", PATIENCE, () => {
  const compile = async (name: string, ...lines: readonly string[]) => {
    const opening = ['import { type FigureExplanation, openEdition } from "ko41a";', "const edition = await openEdition();"];
    await here.write(`${name}.mts`, [...opening, ...lines].map((line) => `${line}\n`).join(""));
    const tsc = path.join(ROOT, "node_modules", "typescript", "bin", "tsc");
    return node(tsc, "--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", `${name}.mts`);
  };

  test("let a right use pass", async () => {
    const ran = await compile(
      "right",
      'const own = await edition.readTraced("before");',
      'const explained: FigureExplanation = edition.explainFigure(own, "2.6");',
      "const figure: number = explained.figure;",
      "const references: readonly string[] = explained.counts.map(({ reference }) => reference);",
      "export const said = { figure, references, rules: edition.diff([own], [own]).returns.length };",
    );
    expect(ran, ran.stdout).toMatchObject({ code: 0, stdout: "" });
  });

  test.each([
    [
      "a figure as a text",
      'export const figure: string = edition.explainFigure(await edition.readTraced("x"), "2.6").figure;',
      3,
    ],
    ["a return that names no complaints", 'edition.explainFigure((await edition.read("x"))[0], "2.6");', 3],
    ["a change of what was read", 'edition.explainFigure(await edition.readTraced("x"), "2.6").figure = 1;', 3],
  ])("do not let pass %s", async (name, line, at) => {
    const ran = await compile(name, line);
    expect(ran.code).not.toBe(0);
    expect(
      ran.stdout
        .trimEnd()
        .split("\n")
        .filter((text) => text.includes("error TS")),
    ).toEqual([expect.stringContaining(`${name}.mts(${at},`)]);
  });
});

function pick(from: unknown, ...keys: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(from as object).filter(([key]) => keys.includes(key)));
}
