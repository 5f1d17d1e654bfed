import path from "node:path";
import { expect, test } from "vitest";
import { CHROMIUM, openBrowser, visit } from "../support/chromium.ts";
import { LARGE, largeExport } from "../support/large-export.ts";
import { desk, PATIENCE } from "./support/run.ts";

test.skipIf(!CHROMIUM.isHere)(
  `a return of 300 sites and 20,000 complaints can be opened, searched and asked${CHROMIUM.skipped}`,
  PATIENCE,
  async () => {
    const here = await desk();
    await here.write("large.csv", largeExport());
    const ran = await here.run("generate", "large.csv", "--org", "RZZ", "--period", "2025-26", "--out", "out", "--quiet");
    expect(ran).toMatchObject({ code: 1, stderr: "" });
    const browser = await openBrowser();
    try {
      const { page, complaints } = await visit(browser, path.join(here.folder, "out", "report.html"));
      expect(await page.locator("table.figures tbody tr").count()).toBe(8 * (LARGE.sites + 1));
      const said = page.getByRole("status").first();
      await page.getByLabel("Search the findings").fill("C-19998");
      expect(await said.innerText()).toMatch(/^2 findings of 16,6\d\d\.$/);
      expect(await page.locator("article.card:visible tbody tr:visible").count()).toBe(2);
      await page.getByLabel("Search the findings").fill("");
      await page.locator("#card-closed-without-outcome-stop summary").click();
      await page.locator("#card-closed-without-outcome-stop .rest button").click();
      expect(await page.locator("#card-closed-without-outcome-stop tbody tr").count()).toBe(200);

      await page.locator("dl.key dd a", { hasText: "20,000" }).click();
      await expect.poll(() => page.locator("dialog[open]").innerText()).toContain("20,000 complaints are behind this figure.");
      expect(await page.locator("dialog .places tbody tr").count()).toBe(200);
      await page.getByLabel("Search these complaints").fill("c-1234");
      expect(await page.locator("dialog .places tbody tr").count()).toBe(11);
      await page.keyboard.press("Escape");

      // A table wider than the page would have every page printed smaller; what a card does not show is said on paper too.
      await page.setViewportSize({ width: 703, height: 1000 });
      await page.emulateMedia({ media: "print" });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(703);
      expect(
        await page
          .getByText(/more in findings\.xlsx and report\.json/)
          .first()
          .isVisible(),
      ).toBe(true);
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  },
);
