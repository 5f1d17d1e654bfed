import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM, openBrowser, type Visit, violations, visit } from "../support/chromium.ts";
import { type Desk, desk, PATIENCE } from "./support/run.ts";

const DEMO = path.resolve("fixtures/demo");
const demo = (name: string): string => path.join(DEMO, name);

interface Return {
  readonly rows: readonly { readonly siteCode: string; readonly counts: Readonly<Record<string, number>> }[];
  readonly complaints: readonly {
    readonly reference: string;
    readonly fate: string;
    readonly site: string | null;
    readonly items: readonly string[];
  }[];
}

let here: Desk;
let made: Return;
let file = "";
let browser: Browser;

describe.skipIf(!CHROMIUM.isHere)(`report.html in Chromium${CHROMIUM.skipped}`, PATIENCE, () => {
  beforeAll(async () => {
    here = await desk();
    const files = ["--config", demo("ko41a.yaml"), "--ods", demo("ets.csv"), "--prior", demo("last-year.csv")];
    const ran = await here.run("generate", demo("complaints.csv"), ...files, "--out", "my return", "--quiet");
    expect(ran.code).toBe(1);
    file = path.join(here.folder, "my return", "report.html");
    made = JSON.parse(await here.text("my return/return.json")) as Return;
    browser = await openBrowser();
  }, PATIENCE.timeout);
  afterAll(async () => browser?.close());

  const done = async ({ page, complaints }: Visit): Promise<void> => {
    expect(complaints).toEqual([]);
    await page.context().close();
  };
  const panel = async (page: Page): Promise<string> => page.locator("dialog[open]").innerText();
  const references = async (page: Page): Promise<readonly string[]> => {
    await page.locator("dialog[open]").waitFor();
    return page.locator("dialog[open] tbody th").allInnerTexts();
  };

  test("leads from a figure to its complaints, on to one of them and its rules, and back", async () => {
    const seen = await visit(browser, file);
    const { page } = seen;
    const item = "Age_6_17";
    const wanted = made.complaints.filter(({ site, items }) => site === "RZZ01" && items.includes(item));
    const cell = page.locator("table.figures tr", { hasText: "6-17" }).locator("td").first();
    expect(await cell.innerText()).toBe(String(wanted.length));
    await cell.locator("a").click();
    await expect.poll(() => panel(page)).toContain(`${wanted.length} complaints are behind this figure.`);
    expect(await references(page)).toEqual(wanted.map(({ reference }) => reference));

    await page.locator("dialog tbody th a").first().click();
    await expect.poll(() => page.locator("#panel-title").innerText()).toBe(wanted[0]?.reference);
    await expect.poll(() => panel(page)).toMatch(/Counted at RZZ01[\s\S]*6-17[\s\S]*Age of the patient age-band/);
    await page.getByRole("button", { name: "Back" }).click();
    await expect.poll(() => page.locator("#panel-title").innerText()).toMatch(/6-17/);

    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
    await expect.poll(() => new URL(page.url()).hash).toBe("");
    expect(await page.evaluate("document.activeElement.textContent")).toBe(String(wanted.length));
    await done(seen);
  });

  test("has behind every figure of the return as many complaints as it says", async () => {
    const seen = await visit(browser, file);
    const links = await seen.page.evaluate<[string, string][]>(
      "[...document.querySelectorAll('table.figures a')].map((a) => [a.hash, a.textContent])",
    );
    expect(links.length).toBeGreaterThan(200);
    const titles = await seen.page.evaluate<string[]>(`(async () => {
      const titles = [];
      for (const { hash } of document.querySelectorAll("table.figures a")) {
        const shown = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
        location.hash = hash;
        await shown;
        titles.push(document.getElementById("panel-title").textContent);
      }
      return titles;
    })()`);
    expect(titles.map((title) => title.split(": ").at(-1))).toEqual(links.map(([, figure]) => figure));
    const sums = new Map(links);
    for (const { siteCode, counts } of made.rows)
      for (const [item, count] of Object.entries(counts))
        expect(sums.get(`#/figure/${siteCode}/${item}`) ?? "0", `${siteCode} ${item}`).toBe(count.toLocaleString("en-GB"));
    await done(seen);
  });

  test("adds a total up from its parts, and all sites from each", async () => {
    const seen = await visit(browser, file);
    const { page } = seen;
    await page.goto(`${pathToFileURL(file).href}#/figure/*/Subject_Area_Total`);
    const total = made.rows.reduce((sum, { counts }) => sum + (counts.Subject_Area_Total ?? 0), 0);
    const lists = await page.evaluate<number[][]>(
      "[...document.querySelectorAll('dialog .pieces')].map((list) => [...list.querySelectorAll('strong')].map((a) => Number(a.textContent)))",
    );
    expect(lists).toHaveLength(2);
    for (const list of lists) expect(list.reduce((sum, one) => sum + one, 0)).toBe(total);
    await expect.poll(() => panel(page)).toMatch(/\d+ aspects of \d+ complaints? make this figure/);
    await done(seen);
  });

  test("shows what a rule kept out, and what was found about a complaint", async () => {
    const seen = await visit(browser, file);
    const { page } = seen;
    await page.locator("#left-out tr", { hasText: "Not a complaint" }).locator("td.n a").click();
    await expect.poll(() => page.locator("#panel-title").innerText()).toBe("Left out: Not a complaint");
    expect(await references(page)).toHaveLength(7);
    await page.keyboard.press("Escape");
    await page.locator("#put-right td[data-complaint] a").first().click();
    await expect
      .poll(() => panel(page))
      .toMatch(/What was found about it\n+Rows of one complaint contradict each other: C-30900 is on rows/);
    await done(seen);
  });

  test("shows every merged and every refused row that the ledger has", async () => {
    const seen = await visit(browser, file);
    const { page } = seen;
    const ledger = (await here.text("my return/ledger.csv")).split("\r\n");
    const rows = page.locator("#rows tr");
    await rows.filter({ hasText: "Merged" }).locator("td.n a").first().click();
    const merged = new Set(ledger.filter((line) => line.includes(",merged,")).map((line) => line.split(",")[2] ?? ""));
    expect(new Set(await references(page))).toEqual(merged);
    await page.keyboard.press("Escape");
    await rows.filter({ hasText: "Refused" }).locator("td.n a").first().click();
    expect(await references(page)).toHaveLength(ledger.filter((line) => line.includes(",refused,")).length);
    await expect.poll(() => panel(page)).toContain("rows, in no figure of the return.");
    await done(seen);
  });

  test("goes back to where one came from, and no farther", async () => {
    const seen = await visit(browser, file);
    const { page } = seen;
    const back = page.getByRole("button", { name: "Back", exact: true });
    await page.locator("nav a", { hasText: "What to confirm" }).click();
    await page.locator("dl.key dd a").first().click();
    await expect.poll(() => back.isVisible()).toBe(false);
    await page.locator("dialog .pieces a").first().click();
    await expect.poll(() => back.isVisible()).toBe(true);
    await page.getByRole("button", { name: "Close" }).click();
    await expect.poll(() => new URL(page.url()).hash).toBe("#confirm");
    expect(await page.evaluate("history.state")).toBeNull();
    await page.goto("about:blank");
    await page.goto(`${pathToFileURL(file).href}#/figure/RZZ01/Complaints_Total_New`);
    await expect.poll(() => back.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Close" }).click();
    await expect.poll(() => new URL(page.url()).hash).toBe("");
    await page.context().close();
  });

  test("says so when an address leads to nothing", async () => {
    const seen = await visit(browser, file);
    for (const hash of ["#/figure/RZZ99/Age_6_17", "#/figure/*/Nothing", "#/complaint/C-0"]) {
      await seen.page.goto(`${pathToFileURL(file).href}${hash}`);
      await expect.poll(() => seen.page.locator("#panel-title").innerText()).toBe("Not in this report");
    }
    await done(seen);
  });

  test("searches and filters the findings", async () => {
    const seen = await visit(browser, file);
    const { page } = seen;
    const shown = async (): Promise<number> => page.locator("article.card:visible").count();
    const all = await shown();
    await page.getByLabel("Search the findings").fill("c-30900");
    expect(await page.getByRole("status").first().innerText()).toMatch(/^1 finding of \d+\.$/);
    expect(await shown()).toBe(1);
    await page.getByRole("button", { name: "Clear" }).click();
    await page.waitForFunction(`document.querySelectorAll("article.card[hidden]").length === 0`);
    expect(await shown()).toBe(all);
    await page.locator(".finder select").first().selectOption("What to confirm");
    expect(await page.locator("#put-right article.card:visible").count()).toBe(0);
    const confirm = await page.locator("#confirm article.card:visible").count();
    expect(confirm).toBeGreaterThan(3);
    await page.locator(".finder select").nth(1).selectOption({ label: "A local category that fits nowhere" });
    expect(await shown()).toBe(1);
    await page.getByLabel("Search the findings").fill("subjects  PARKING");
    expect(await page.getByRole("status").first().innerText()).toMatch(/^[1-9]\d* findings?/);
    await page.getByLabel("Search the findings").fill("nothing is called this");
    expect(await page.getByRole("status").first().innerText()).toMatch(/^0 findings/);
    expect(await shown()).toBe(0);
    expect(await page.getByText("Nothing here is what you search for.").first().isVisible()).toBe(true);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await shown()).toBe(all);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await shown()).toBe(0);
    await done(seen);
  });

  test.each(["light", "dark"] as const)(
    "has nothing for axe to find in the %s theme, in the page and in its panel",
    async (colorScheme) => {
      const seen = await visit(browser, file, { colorScheme });
      expect(await violations(seen.page)).toEqual([]);
      await seen.page.goto(`${pathToFileURL(file).href}#/figure/*/Service_Total`);
      expect(await violations(seen.page)).toEqual([]);
      await seen.page.goto(`${pathToFileURL(file).href}#/complaint/C-30900`);
      expect(await violations(seen.page)).toEqual([]);
      await done(seen);
    },
  );

  test.each([360, 768, 1920])("fits a screen of %d pixels, panel and all", async (width) => {
    const seen = await visit(browser, file, { viewport: { width, height: 800 } });
    const over = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    expect(await seen.page.evaluate(over)).toBe(0);
    await seen.page.goto(`${pathToFileURL(file).href}#/figure/*/Subject_Area_Total`);
    const box = await seen.page.locator("dialog[open]").boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    await done(seen);
  });

  test("can be read without its script: every part is there, and nothing that would not work", async () => {
    const seen = await visit(browser, file, { javaScriptEnabled: false });
    const { page } = seen;
    for (const title of ["What to put right", "What became of every row", "The return by site", "Left out of the return"])
      expect(await page.getByRole("heading", { name: title, exact: true }).isVisible()).toBe(true);
    expect(await page.locator("table.figures").count()).toBe(7);
    expect(await page.locator("button, input, select, dialog, [data-figure] a, [data-with-script]:visible").count()).toBe(0);
    await done(seen);
  });

  test("prints on A4 with every finding, without what is for the screen", async () => {
    const seen = await visit(browser, file);
    const { page } = seen;
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(new TextDecoder().decode(paper.subarray(0, 5))).toBe("%PDF-");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("nav:visible, .finder:visible, summary:visible").count()).toBe(0);
    const wide = await page.evaluate(
      "[...document.querySelectorAll('.scroll')].filter((one) => getComputedStyle(one).overflow !== 'visible').length",
    );
    expect(wide).toBe(0);
    await done(seen);
  });
});
