import { spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { check } from "../write/report/markup.ts";
import { deskWithReturns } from "./support/returns.ts";
import { type Desk, PATIENCE } from "./support/run.ts";

let here: Desk;
let page = "";
beforeAll(async () => {
  here = await deskWithReturns("before.csv", "after.csv");
  page = (await here.run("diff", "before", "after", "--format", "html")).stdout;
});

describe("the page of a comparison", () => {
  test("is well formed, runs nothing and loads nothing", () => {
    const markup = check(page);
    expect(markup.faults).toEqual([]);
    expect(page).not.toMatch(/<(script|iframe|object|embed|link|img|base|form)\b/i);
    expect(markup.attributes.filter(([name]) => /^on|^style$|^src/i.test(name))).toEqual([]);
    expect(markup.values("href").filter((href) => !href.startsWith("#"))).toEqual([]);
    expect(page).not.toMatch(/https?:|url\(|@import/);
    expect(page).toContain("default-src 'none'");
  });

  test("has landmarks, headings in order, links that lead somewhere, tables with captions", () => {
    const { tags, values } = check(page);
    for (const tag of ["header", "main", "nav", "footer", "h1"]) expect(tags.filter((name) => name === tag)).toHaveLength(1);
    const levels = tags.filter((name) => /^h[1-6]$/.test(name)).map((name) => Number(name[1]));
    for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
    const ids = values("id");
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = [...values("href").map((href) => href.slice(1)), ...values("aria-labelledby")];
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
    expect(tags.filter((name) => name === "caption")).toHaveLength(tags.filter((name) => name === "table").length);
  });

  test("has every figure and every complaint that differ", () => {
    const rows = [...page.matchAll(/<tr><th scope="row"[^>]*>(.*?)<\/tr>/g)].map(([, row = ""]) => textOf(row));
    expect(rows).toHaveLength(24 + 6);
    expect(rows).toContain("RZZ01 General hospital 2.11 Total Carried Forward 3 2 -1 -33.3% E-09");
    expect(rows).toContain("RZZ02 St Anne’s unit 2.6 Total New 2 3 +1 +50% E-17");
    expect(rows.find((row) => row.startsWith("E-02"))).toMatch(/^E-02 moved RZZ01 → RZZ03 At RZZ01 in A, at RZZ03 in B/);
    expect(page).toContain("24 figures differ at 4 sites.");
  });

  test("of one return and itself says so", async () => {
    const same = await here.run("diff", "before", "before", "--format", "html");
    expect(same).toMatchObject({ code: 0, stderr: "" });
    expect(check(same.stdout).faults).toEqual([]);
    expect(same.stdout).toContain("No difference: every figure is the same.");
    expect(same.stdout).not.toContain("<table>");
  });
});

const missing = spawnSync("chromium", ["--version"]).status !== 0;

describe.skipIf(missing)(missing ? "skipped: Chromium is not installed" : "Chromium", PATIENCE, () => {
  test("opens the page from disk, has nothing to complain of and asks for no other file", async () => {
    await here.write("changes.html", page);
    const { stdout, stderr } = await open(path.join(here.folder, "changes.html"));
    expect(stdout).toContain("24 figures differ at 4 sites.");
    expect(stdout).toMatch(/<h2[^>]*>Complaints/);
    expect(stderr).not.toMatch(/CONSOLE|Content Security Policy/);
    expect(await requested()).toEqual([]);
  });

  test("would have said so", async () => {
    const bad = page.replace("</main>", '<img src="http://example.invalid/x.png"></main>');
    await here.write("blocked.html", bad);
    expect((await open(path.join(here.folder, "blocked.html"))).stderr).toMatch(/CONSOLE[\s\S]*Content Security Policy/);
    await here.write("asking.html", bad.replace(/<meta http-equiv[^>]*>/, ""));
    await open(path.join(here.folder, "asking.html"));
    expect(await requested()).toContain("http://example.invalid/x.png");
  });
});

/** What a page asked the network for; Chromium itself asks its maker, whatever it is told. */
async function requested(): Promise<readonly string[]> {
  const log = await here.text("net.json");
  const all = [...log.matchAll(/"url":"(https?:[^"]*)"/g)].map(([, url = ""]) => url);
  return all.filter((url) => !/^https?:\/\/[\w.-]*\.(google|googleapis|gstatic)\.com\//.test(url));
}

function textOf(row: string): string {
  return row
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** A page in a browser that says what it would say in its console and keeps a log of what it asks the network for. */
async function open(file: string): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"];
  const quiet = ["--disable-background-networking", "--disable-component-update", "--enable-logging=stderr"];
  const folders = [`--user-data-dir=${path.join(here.folder, "profile")}`, `--log-net-log=${path.join(here.folder, "net.json")}`];
  const browser = spawn("chromium", [...flags, ...quiet, ...folders, "--dump-dom", pathToFileURL(file).href], {
    timeout: 50_000,
  });
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const)
    browser[stream].setEncoding("utf8").on("data", (text: string) => {
      said[stream] += text;
    });
  await new Promise((resolve) => browser.on("close", resolve));
  return said;
}
