import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM, openBrowser, violations, visit } from "../support/chromium.ts";
import { pageFaults } from "../support/page-faults.ts";
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
  test("stands alone, runs nothing and can be read by everybody", () => {
    expect(pageFaults(page)).toEqual([]);
    expect(page).not.toContain("<script");
    expect(page).toContain("default-src 'none'");
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

describe.skipIf(!CHROMIUM.isHere)(`Chromium${CHROMIUM.skipped}`, PATIENCE, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => browser?.close());
  const complaintsAbout = async (text: string): Promise<readonly string[]> => {
    await here.write("page.html", text);
    const seen = await visit(browser, path.join(here.folder, "page.html"));
    await seen.page.context().close();
    return seen.complaints;
  };

  test("opens the page from disk, has nothing to complain of and asks for no other file", async () => {
    expect(await complaintsAbout(page)).toEqual([]);
  });

  test("would have said so", async () => {
    const bad = page.replace("</main>", '<img src="http://example.invalid/x.png"></main>');
    expect((await complaintsAbout(bad)).join()).toMatch(/Content Security Policy/);
    const open = bad.replace(/<meta http-equiv[^>]*>/, "");
    expect(await complaintsAbout(open)).toContain("asked for http://example.invalid/x.png");
  });

  test.each(["light", "dark"] as const)("finds it accessible in the %s theme", async (colorScheme) => {
    await here.write("page.html", page);
    const seen = await visit(browser, path.join(here.folder, "page.html"), { colorScheme });
    expect(await violations(seen.page)).toEqual([]);
    await seen.page.context().close();
  });
});

function textOf(row: string): string {
  return row
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
