import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { CHROMIUM, openBrowser, violations, visit } from "../support/chromium.ts";
import { OUT, OUTPUTS, returnOf, YEAR } from "./support/outputs.ts";
import { desk, PATIENCE } from "./support/run.ts";

const DEMO = path.resolve(import.meta.dirname, "../../fixtures/demo");
const SHARED = [...OUTPUTS, "board.html"].sort();

/** A desk with the demo's files, and how to make its return. */
async function demo() {
  const here = await desk();
  for (const name of ["complaints.csv", "ko41a.yaml", "ets.csv", "last-year.csv"])
    await here.write(name, await readFile(path.join(DEMO, name)));
  const options = ["--config", "ko41a.yaml", "--ods", "ets.csv", "--prior", "last-year.csv", "--fail-on", "never"];
  return { here, make: (...more: readonly string[]) => here.run("generate", "complaints.csv", ...options, ...more) };
}

describe.concurrent("--share", PATIENCE, () => {
  test("writes board.html, and only then; the same bytes every time, and no other file changes", async () => {
    const { here, make } = await demo();
    const [plain, shared] = [await make("--out", "plain"), await make("--out", "shared", "--share")];
    const again = await make("--out", "again", "--share");
    expect([plain.code, shared.code, again.code]).toEqual([0, 0, 0]);
    expect(plain.files.filter((name) => name.startsWith("plain/"))).toEqual([...OUTPUTS].sort().map((name) => `plain/${name}`));
    expect(again.files.filter((name) => name.startsWith("shared/"))).toEqual(SHARED.map((name) => `shared/${name}`));
    expect(plain.stdout).not.toContain("board");
    expect(shared.stdout).toContain(
      `  worklist  ${path.join("shared", "findings.xlsx")}\n  board     ${path.join("shared", "board.html")}\n`,
    );
    expect(await here.bytes("again/board.html")).toEqual(await here.bytes("shared/board.html"));
    for (const name of OUTPUTS) expect(await here.bytes(`shared/${name}`)).toEqual(await here.bytes(`plain/${name}`));
  });

  test("tells of no complaint: no reference, file, row or word of the export", async () => {
    const { here, make } = await demo();
    await make("--share", "--out", "out");
    const page = (await here.text("out/board.html")).replace(/<style>[^<]*<\/style>/, "");
    const made = await returnOf(here, "out");
    expect(made.complaints.length).toBeGreaterThan(500);
    for (const { reference } of made.complaints) expect(page).not.toContain(reference);
    for (const file of ["complaints.csv", "ko41a.yaml", "ets.csv", "last-year.csv", "ledger.csv", "return.json"])
      expect(page).not.toContain(file);
    const { findings, unmapped, balance } = JSON.parse(await here.text("out/report.json")) as {
      readonly findings: readonly { readonly message: string; readonly fix: string }[];
      readonly unmapped: readonly { readonly words: string }[];
      readonly balance: Readonly<Record<string, number>>;
    };
    expect(unmapped.length).toBeGreaterThan(0);
    for (const { message, fix } of findings) expect([message, fix].filter((text) => page.includes(text))).toEqual([]);
    for (const { words } of unmapped) expect(page).not.toContain(words);
    expect(page).not.toContain("Lost property");
    expect(page).not.toMatch(new RegExp(`\\b(${balance.rows}|${balance.counted})\\b`));
    expect(page).not.toMatch(/\brow \d|[0-9a-f]{64}/);
  });

  test("masks what is small, and with 0 nothing", async () => {
    const { here, make } = await demo();
    await make("--share", "--out", "five");
    await make("--share", "--out", "none", "--policy", "smallNumbers=0");
    const cellsOf = (page: string): readonly string[] =>
      [...page.matchAll(/<td class="n">(.*?)<\/td>/g)].map(([, cell = ""]) => cell);
    const [five, none] = [await here.text("five/board.html"), await here.text("none/board.html")];
    expect(cellsOf(five).filter((cell) => /^[0-5]$/.test(cell))).toEqual([]);
    expect(five).toContain("2 more categories, together 16: Guardian; Carer.");
    expect(cellsOf(none).filter((cell) => /^[1-5]$/.test(cell)).length).toBeGreaterThan(3);
    expect(none).not.toContain("not shown");
    expect((await returnOf(here, "none")).policies.smallNumbers).toBe("0");
    expect((await returnOf(here, "none")).rows).toEqual((await returnOf(here, "five")).rows);
  });

  test("takes the number from ko41a.yaml, with or without quotation marks", async () => {
    const here = await desk("clean.csv");
    for (const [name, written] of [
      ["bare", "7"],
      ["quoted", '"7"'],
    ] as const) {
      await here.write(`${name}.yaml`, `policies:\n  smallNumbers: ${written}\n`);
      const ran = await here.run("generate", "clean.csv", ...YEAR, "--config", `${name}.yaml`, "--share", "--out", name);
      expect(ran).toMatchObject({ code: 0, stderr: "" });
      expect((await returnOf(here, name)).policies.smallNumbers).toBe("7");
      expect(await here.text(`${name}/board.html`)).toContain("0 to 7");
    }
  });

  test.each(["11", "-1", "five", "1.5"])("refuses %s as a small number", async (value) => {
    const here = await desk("clean.csv");
    const ran = await here.run("generate", "clean.csv", ...YEAR, "--share", "--policy", `smallNumbers=${value}`);
    expect(ran).toMatchObject({ code: 2, stdout: "", files: ["clean.csv"] });
    expect(ran.stderr).toContain(`Policy smallNumbers cannot be "${value}".`);
    expect(ran.stderr).toContain("Choose one of: 0, 1, 2,");
  });

  test("does not replace a page that is there, unless asked", async () => {
    const here = await desk("clean.csv");
    await here.write(`${OUT}/board.html`, "kept");
    const run = (...more: readonly string[]) => here.run("generate", "clean.csv", ...YEAR, ...more);
    const refused = await run("--share");
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("board.html");
    expect(await here.text(`${OUT}/board.html`)).toBe("kept");
    expect(await run("--share", "--force")).toMatchObject({ code: 0 });
    expect(await here.text(`${OUT}/board.html`)).toContain("<!doctype html>");
  });

  test("says of a page of an earlier run that it was left as it was", async () => {
    const here = await desk("clean.csv");
    const run = (...more: readonly string[]) => here.run("generate", "clean.csv", ...YEAR, ...more);
    await run("--share");
    const page = await here.text(`${OUT}/board.html`);
    const said = `${path.join(OUT, "board.html")} is of an earlier run; --share makes it anew.\n`;
    expect((await run("--force", "--quiet", "--policy", "smallNumbers=3")).stderr).toBe(said);
    expect(await here.text(`${OUT}/board.html`)).toBe(page);
    expect((await run("--force", "--dry-run")).stderr).not.toContain("earlier run");
    expect((await run("--force", "--share")).stderr).toBe("");
  });

  test("gives every organisation its own page with --org all", async () => {
    const here = await desk();
    await here.write("two.csv", "Complaint reference,Date received,Organisation code\nA-1,2025-05-01,RZZ\nB-1,2025-05-01,RZY\n");
    const ran = await here.run(
      "generate",
      "two.csv",
      "--org",
      "all",
      "--period",
      "2025-26",
      "--share",
      "--out",
      "all",
      "--fail-on",
      "never",
    );
    expect(ran.stderr).toBe("");
    expect(ran.files.filter((name) => name.endsWith("board.html"))).toEqual(["all/RZY/board.html", "all/RZZ/board.html"]);
  });
});

test.skipIf(!CHROMIUM.isHere)(
  `the page of the board is accessible in both themes and runs nothing${CHROMIUM.skipped}`,
  PATIENCE,
  async () => {
    const { here, make } = await demo();
    await make("--share", "--out", "out");
    const browser = await openBrowser();
    try {
      for (const colorScheme of ["light", "dark"] as const) {
        const { page, complaints } = await visit(browser, path.join(here.folder, "out", "board.html"), { colorScheme });
        expect(await violations(page)).toEqual([]);
        expect(await page.locator("script").count()).toBe(0);
        expect(complaints).toEqual([]);
      }
    } finally {
      await browser.close();
    }
  },
);
