import { readdir, symlink } from "node:fs/promises";
import path from "node:path";
import { marked, type Tokens } from "marked";
import { describe, expect, test } from "vitest";
import { junitFaults, reportFaults, sarifFaults } from "../support/schema-judges.ts";
import { OUT, reportOf, YEAR } from "./support/outputs.ts";
import { desk, PATIENCE } from "./support/run.ts";

const ALL = ["r.md", "r.xml", "r.sarif", "r.json", "r.txt"] as const;
const asked = ALL.flatMap((name) => ["--output", name]);

describe.concurrent("formats", PATIENCE, () => {
  test("are written together in one run, and each names every finding with its rule, its row and what to do", async () => {
    const here = await desk("complaints.csv");
    const ran = await here.run("generate", "complaints.csv", ...YEAR, ...asked, "--format", "github");
    expect(ran.code).toBe(1);
    expect(ran.stderr).toBe(ALL.map((name) => `Written to ${name}.\n`).join(""));
    const { findings } = await reportOf(here);
    expect(findings.length).toBeGreaterThan(6);
    const [markdown, junit, sarif, json, screen] = await Promise.all(ALL.map((name) => here.text(name)));
    const [tests, code] = [unescaped(junit ?? ""), JSON.parse(sarif ?? "")];
    const annotations = decodeURIComponent(ran.stdout).split(/^::/m).slice(1);
    const text = marked.lexer(markdown ?? "").flatMap((token) => (token.type === "table" ? (token as Tokens.Table).rows : []));
    for (const { rule, fix, source } of findings) {
      const row = String(source?.row ?? "");
      const has = (one: string): boolean => one.includes(rule) && one.includes(row) && one.includes(fix);
      expect(annotations.filter(has), rule).not.toHaveLength(0);
      expect(tests.split("<testcase").filter(has), rule).not.toHaveLength(0);
      expect(
        code.runs[0].results.filter((one: object) => has(JSON.stringify(one))),
        rule,
      ).not.toHaveLength(0);
      expect(markdown).toContain(`Rule ${rule}`);
      if (source !== null)
        expect(
          text.some((cells) => cells.some((cell) => cell.text === row)),
          row,
        ).toBe(true);
    }
    expect(annotations).toHaveLength(findings.length + 1);
    expect(code.runs[0].results).toHaveLength(findings.length);
    expect(await junitFaults([junit ?? ""])).toEqual([]);
    expect(sarifFaults(sarif ?? "")).toEqual([]);
    expect(reportFaults(json ?? "")).toEqual([]);
    expect(json).toBe(await here.text(`${OUT}/report.json`));
    expect(screen).toContain("Not ready to submit");
  });

  test("stand at the path of the file inside the checkout", async () => {
    const here = await desk();
    await here.write("exports/year 1/complaints.csv", await (await desk("complaints.csv")).text("complaints.csv"));
    const given = ["generate", "exports/year 1/complaints.csv", ...YEAR];
    const github = await here.run(...given, "--format", "github", "--dry-run");
    expect(github.stdout).toContain("file=exports/year 1/complaints.csv,line=");
    const sarif = await here.run(...given, "--format", "sarif", "--dry-run");
    expect(sarif.stdout).toContain('"uri": "exports/year%201/complaints.csv"');
    expect((await here.run(...given, "--format", "json", "--dry-run")).stdout).not.toContain("exports");
  });

  test("of a run below the checkout start at the checkout; what is outside has no place in it", async () => {
    const here = await desk("complaints.csv");
    const run = (workspace: string, format: string) =>
      here.runWith({ GITHUB_WORKSPACE: workspace }, "generate", "complaints.csv", ...YEAR, "--format", format, "--dry-run");
    const above = path.basename(here.folder);
    expect((await run(path.dirname(here.folder), "github")).stdout).toContain(`file=${above}/complaints.csv,line=`);
    const elsewhere = path.join(here.folder, "elsewhere");
    expect((await run(elsewhere, "github")).stdout).not.toContain("file=");
    const sarif = await run(elsewhere, "sarif");
    expect(sarif.stdout).toContain('"uriBaseId": "ELSEWHERE"');
    expect(sarifFaults(sarif.stdout)).toEqual([]);
  });

  test("with --max-findings Markdown tells some of each rule and how many there are more", async () => {
    const here = await desk("complaints.csv");
    const few = await here.run("generate", "complaints.csv", ...YEAR, "--format", "markdown", "--max-findings", "1", "--dry-run");
    expect(few.stdout).toMatch(/^\d+ more, not told here\.$/m);
    const all = await here.run("generate", "complaints.csv", ...YEAR, "--format", "markdown", "--dry-run");
    expect(all.stdout).not.toContain("not told here");
  });

  test("of several organisations are one file with each of them", async () => {
    const here = await desk("two-organisations.csv");
    const all = ["--org", "all", "--period", "2025-26", "--out", "out", "--fail-on", "never"];
    const ran = await here.run("generate", "two-organisations.csv", ...all, ...asked, "--quiet");
    expect(ran).toMatchObject({ code: 0, stdout: "", stderr: "" });
    const [markdown, junit, sarif, json] = await Promise.all(ALL.map((name) => here.text(name)));
    expect(markdown?.match(/^# KO41a/gm)).toHaveLength(2);
    expect(JSON.parse(sarif ?? "").runs).toHaveLength(2);
    expect(await junitFaults([junit ?? ""])).toEqual([]);
    expect(json).toBe(await here.text("out/summary.json"));
  });

  test("of figures that others made say which relation fails, in the same forms", async () => {
    const here = await desk("clean.csv");
    await here.run("generate", "clean.csv", ...YEAR);
    const broken = (await here.text(`${OUT}/return.json`)).replace(/("Complaints_Total_New": ?)/, "$19");
    await here.write("broken.json", broken);
    const ran = await here.run("validate", "broken.json", ...asked);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toBe("");
    const [markdown, junit, sarif, json] = await Promise.all(ALL.map((name) => here.text(name)));
    expect(markdown).toContain("# KO41a figures of broken.json");
    expect(markdown).toMatch(/\*\*\d+ figures break a relation\. Complaints were not looked at\.\*\*/);
    expect(await junitFaults([junit ?? ""])).toEqual([]);
    expect(sarifFaults(sarif ?? "")).toEqual([]);
    expect(reportFaults(json ?? "")).toEqual([]);
    expect(JSON.parse(sarif ?? "").runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain("age-total");
    const again = await here.run("validate", "broken.json", "--output", "r.md");
    expect(again).toMatchObject({ code: 2, stdout: "" });
    expect(again.stderr).toContain("--force");
    expect((await here.run("validate", "broken.json", "--output", "r.md", "--force")).code).toBe(1);
  });

  test("are not written over what is read, what else is written, or what is there", async () => {
    const here = await desk("complaints.csv");
    const before = await here.text("complaints.csv");
    await here.write("there.xml", "mine");
    const run = (...more: string[]) => here.run("generate", "complaints.csv", ...YEAR, ...more);
    expect((await run("--format", "junit", "--output", "complaints.csv", "--force")).stderr).toContain("it is the evidence");
    expect((await run("--format", "junit", "--output", `${OUT}/report.json`)).stderr).toContain(
      "writes another file of this name",
    );
    expect((await run("--output", "there.xml")).stderr).toContain("There is output already: there.xml.");
    expect(await here.files()).toEqual(["complaints.csv", "there.xml"]);
    expect([await here.text("complaints.csv"), await here.text("there.xml")]).toEqual([before, "mine"]);
    expect((await run("--output", "there.xml", "--force")).code).toBe(1);
    expect(await here.text("there.xml")).toMatch(/^<\?xml/);
  });

  test("are known however their path is written", async () => {
    const here = await desk("complaints.csv", "two-organisations.csv");
    const before = await here.text("complaints.csv");
    await symlink(here.folder, path.join(here.folder, "alias"), "junction");
    const run = (...more: string[]) => here.run("generate", "complaints.csv", ...YEAR, "--force", ...more);
    expect((await run("--format", "json", "--output", "alias/complaints.csv")).stderr).toContain("it is the evidence");
    expect((await run("--format", "junit", "--output", `alias/${OUT}/report.json`)).code).toBe(2);
    expect((await run("--output", "q.json", "--format", "sarif", "--output", "alias/q.json")).stderr).toContain(
      "two files of this name",
    );
    expect((await run("--format", "json", "--output", "alias")).stderr).toContain("This is a folder.");
    const all = ["--org", "all", "--period", "2025-26", "--out", "all", "--force"];
    await here.run("generate", "two-organisations.csv", ...all);
    const report = await here.text("all/RZZ/report.json");
    const clash = await here.run(
      "generate",
      "two-organisations.csv",
      ...all,
      "--format",
      "markdown",
      "--output",
      "all/RZZ/report.json",
    );
    expect(clash.code).toBe(2);
    expect(clash.stderr).toContain("two files of this name");
    expect(await here.text("all/RZZ/report.json")).toBe(report);
    expect(await here.text("complaints.csv")).toBe(before);
    expect(await readdir(here.folder)).toEqual(["alias", "all", "complaints.csv", "two-organisations.csv"]);
  });

  test("--dry-run writes none of them and says so", async () => {
    const here = await desk("complaints.csv");
    const ran = await here.run(
      "generate",
      "complaints.csv",
      ...YEAR,
      "--dry-run",
      "--format",
      "markdown",
      "--output",
      "r.md",
      "--format",
      "github",
    );
    expect(ran.stderr).toBe("r.md was not written (--dry-run).\n");
    expect(ran.files).toEqual(["complaints.csv"]);
    expect(ran.stdout).toMatch(/^::error /);
  });

  test("the same input gives the same bytes", async () => {
    const here = await desk("complaints.csv");
    const run = () => here.run("generate", "complaints.csv", ...YEAR, ...asked, "--force", "--quiet");
    await run();
    const first = await Promise.all(ALL.map((name) => here.text(name)));
    await run();
    expect(await Promise.all(ALL.map((name) => here.text(name)))).toEqual(first);
  });
});

function unescaped(xml: string): string {
  const signs: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#39": "'", "#10": "\n" };
  return xml.replace(/&(#?\w+);/g, (whole, name: string) => signs[name] ?? whole);
}
