import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const found = (process.env.PATH ?? "")
  .split(path.delimiter)
  .map((folder) => path.join(folder, "chromium"))
  .find((file) => existsSync(file));
/** What a test's title says where Debian's Chromium is missing. */
export const CHROMIUM = {
  isHere: found !== undefined,
  skipped: found === undefined ? " (skipped: chromium is not installed)" : "",
};

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
];

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: found ?? "chromium", args: QUIET });
}

export interface Visit {
  readonly page: Page;
  /** Everything the browser complained of, and everything it asked for beside the file. */
  readonly complaints: readonly string[];
}

/** Opens a file as somebody would who clicks on it. */
export async function visit(browser: Browser, file: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (request.url() !== address) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  return { page, complaints };
}

/** What axe finds wrong with the page as it stands, each with the first element it is about. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].target.join(' ')))",
  );
}
