import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../src/domain/report.ts";
import type { Return } from "../src/domain/return.ts";
import type { RuleEntry } from "../src/domain/rule.ts";
import type { FormatOptions } from "../src/write/report/formats.ts";
import { reportJunit } from "../src/write/report/junit.ts";
import { reportSarif } from "../src/write/report/sarif.ts";
import { junitFaults, reportFaults, sarifFaults } from "./support/schema-judges.ts";

/** Rules that the export of one trust, with a register, cannot meet. */
const NOT_MET = new Set(["icb-scope", "organisation-missing", "no-register"]);

describe("the demo", () => {
  const root = process.cwd();
  const folder = mkdtempSync(path.join(os.tmpdir(), "ko41a demo "));
  const run = (...words: readonly string[]): string =>
    execFileSync(process.execPath, [path.join(root, "bin", "ko41a.js"), ...words], { cwd: folder, encoding: "utf8" });
  const demo = (name: string): string => path.join(root, "fixtures", "demo", name);
  let report: Report;
  let made: Return;

  beforeAll(() => {
    run(
      ...["generate", demo("complaints.csv"), "--config", demo("ko41a.yaml"), "--ods", demo("ets.csv")],
      ...["--prior", demo("last-year.csv"), "--out", "out", "--fail-on", "never", "--quiet"],
    );
    report = JSON.parse(readFileSync(path.join(folder, "out", "report.json"), "utf8"));
    made = JSON.parse(readFileSync(path.join(folder, "out", "return.json"), "utf8"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("meets every counting rule at least once", () => {
    const rules: readonly RuleEntry[] = JSON.parse(run("rules", "--format", "json"));
    const counting = rules.filter(({ kind }) => ["record", "exclusion", "site", "aspect", "timing"].includes(kind));
    const unmet = counting.filter(({ id }) => report.rules.find((rule) => rule.id === id)?.count === 0).map(({ id }) => id);
    expect(new Set(unmet)).toEqual(NOT_MET);
  });

  it("is about 600 complaints at 5 sites, one of them without an ODS code", () => {
    expect(made.complaints.length).toBeGreaterThan(580);
    expect(made.rows.map(({ siteCode }) => siteCode)).toEqual(["RZZ01", "RZZ02", "RZZ03", "RZZ1A", "RZZ"]);
  });

  it("has a prior return that is itself in order", () => {
    expect(run("validate", demo("last-year.csv"))).toContain("Every relation holds");
  });

  it("has reports for programs that keep to their schemas", async () => {
    const rules: readonly RuleEntry[] = JSON.parse(run("rules", "--format", "json"));
    const options: FormatOptions = {
      catalogue: new Map(rules.map((rule) => [rule.id, rule])),
      engine: made.provenance.engine,
      warningsFail: true,
      maxFindings: null,
      pathOf: (file) => `fixtures/demo/${file}`,
    };
    const titled = [{ title: "KO41a", report, return: made }];
    expect(reportFaults(readFileSync(path.join(folder, "out", "report.json"), "utf8"))).toEqual([]);
    expect(sarifFaults(reportSarif(titled, options))).toEqual([]);
    expect(await junitFaults([reportJunit(titled, options)])).toEqual([]);
  });
});
