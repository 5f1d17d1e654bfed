import type { Browser, Page } from "playwright-core";
import { openBrowser, visit } from "../../test/support/chromium.ts";

interface Ratios {
  readonly opened: number;
  readonly searched: number;
}

/** Medians: opening a large page until it can be searched, against opening a small one; and a search in it. */
export async function timePages(large: string, small: string, runs: number): Promise<Ratios> {
  const browser = await openBrowser();
  try {
    const opened: number[] = [];
    const searched: number[] = [];
    for (let run = 0; run <= runs; run++) {
      const [a, b] = [await timeOf(browser, large), await timeOf(browser, small)];
      if (run === 0) continue;
      opened.push(a.open / b.open);
      searched.push(a.search / a.open);
    }
    return { opened: median(opened), searched: median(searched) };
  } finally {
    await browser.close();
  }
}

async function timeOf(browser: Browser, file: string): Promise<{ readonly open: number; readonly search: number }> {
  const start = performance.now();
  const { page } = await visit(browser, file);
  const search = page.getByLabel("Search the findings");
  await search.waitFor();
  const open = performance.now() - start;
  const took = await searchOnce(page);
  await page.context().close();
  return { open, search: took };
}

async function searchOnce(page: Page): Promise<number> {
  const start = performance.now();
  await page.getByLabel("Search the findings").fill("C-1999");
  await page.getByText(/findings? of/).waitFor();
  return performance.now() - start;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((x, y) => x - y)[Math.floor(numbers.length / 2)] ?? 0;
}
