import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { buildReport } from "../../../src/write/report/build-report.ts";
import { reportHtml } from "../../../src/write/report/html/index.ts";
import { ACCEPTANCES, BALANCE, contextOf, FATES, FINDINGS, LABELS, STATUSES, UNMAPPED } from "./sample.ts";

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"];
const QUIET = ["--disable-background-networking", "--disable-component-update"];
const REPORT = buildReport({
  findings: FINDINGS,
  acceptances: ACCEPTANCES,
  rules: STATUSES,
  balance: BALANCE,
  fates: FATES,
  unmapped: UNMAPPED,
  labels: LABELS,
  activity: null,
  overdue: null,
  proof: null,
});
const missing = spawnSync("chromium", ["--version"]).status !== 0;

describe.skipIf(missing)(missing ? "skipped: Chromium is not installed" : "Chromium", () => {
  test("opens the report from disk and shows the verdict", () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "ko41a browser "));
    try {
      const file = path.join(folder, "report.html");
      writeFileSync(file, reportHtml(REPORT, contextOf()));
      const address = pathToFileURL(file).href;
      const ran = spawnSync(
        "chromium",
        [...FLAGS, ...QUIET, `--user-data-dir=${path.join(folder, "profile")}`, "--dump-dom", address],
        {
          encoding: "utf8",
          timeout: 60_000,
        },
      );
      expect(ran.stdout).toContain("Not ready to submit");
      expect(ran.stdout).toMatch(/<h2[^>]*>What to put right/);
      expect(ran.stderr).not.toMatch(/Content Security Policy/);
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
