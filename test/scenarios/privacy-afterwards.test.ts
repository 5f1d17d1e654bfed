import { describe, expect, test } from "vitest";
import { delimited } from "./support/exports.ts";
import { OUT, YEAR } from "./support/outputs.ts";
import { HEADINGS, PERSONAL, ROWS, saysNothing } from "./support/personal.ts";
import { type Desk, desk, PATIENCE } from "./support/run.ts";
import { STEERS, wicked } from "./support/wicked.ts";

describe.concurrent("free text, names and birth dates are in nothing that is said of a return afterwards:", PATIENCE, () => {
  /** Two returns of personal exports, and somebody else's report with personal words in every row. */
  const withReturns = async (): Promise<Desk> => {
    const here = await desk();
    await here.write("a.csv", delimited([HEADINGS, ...ROWS]));
    await here.write(
      "b.csv",
      delimited([HEADINGS, ...ROWS.slice(1).map((row) => row.map((cell) => cell.replace("V-2", "V-9")))]),
    );
    const word = PERSONAL.notes;
    await here.write(
      "vendor.csv",
      `${PERSONAL.title},\r\nMeasure,Figure,Remark\r\nTotal New,9,${word}\r\nTotal Resolved,9,${word}\r\n${PERSONAL.patient},1,\r\n`,
    );
    await Promise.all(["a", "b"].map((name) => here.run("generate", `${name}.csv`, ...YEAR, "--out", name)));
    return here;
  };

  test.each([
    ["explain, of a figure", ["explain", "a", "--item", "2.6"], ["console", "json"], [0]],
    ["explain, of a total", ["explain", "a", "--item", "7.71"], ["console", "json"], [0]],
    ["explain, of a complaint", ["explain", "a", "--complaint", "V-1"], ["console", "json"], [0]],
    ["explain, of a refused one", ["explain", "a", "--complaint", "V-4"], ["console", "json"], [0]],
    ["explain, of one that is not there", ["explain", "a", "--complaint", "V-77"], ["console"], [2]],
    ["diff", ["diff", "a", "b"], ["console", "json", "markdown", "html"], [1]],
    ["reconcile with a return", ["reconcile", "a", "b"], ["console", "json", "markdown"], [1]],
    ["reconcile with a report", ["reconcile", "a", "vendor.csv"], ["console", "json", "markdown"], [1]],
  ] as const)("%s", async (_, args, formats, codes) => {
    const here = await withReturns();
    for (const format of formats) {
      const ran = await here.run(...args, "--format", format);
      expect(codes, ran.stderr).toContain(ran.code);
      expect(`${ran.stdout}${ran.stderr}`).toMatch(/V-\d|2\\?\.6|Total_New/);
      saysNothing("standard output", ran.stdout);
      saysNothing("standard error", ran.stderr);
    }
  });
});

test("nothing that a program might obey is in it", PATIENCE, async () => {
  const { here } = await wicked();
  const rows = await here.text("export.csv");
  await here.write("export.csv", rows.replaceAll("2025-06-01", "2025-07-01").replaceAll(",RZZ1", ",RZZ2"));
  await here.run("generate", "export.csv", ...YEAR, "--out", "moved");
  await here.write("=1+1 \u202e.csv", "Site,Total New\r\n=1+1,4\r\n<script>,5\r\nRZZ10,2\r\n");
  const runs = await Promise.all([
    here.run("explain", OUT, "--item", "2.6"),
    here.run("explain", OUT, "--complaint", "<script>alert(1)</script>"),
    here.run("explain", OUT, "--item", "\u001b[2J2.6"),
    here.run("explain", OUT, "--item", "2.6", "--site", "rightlefd"),
    here.run("diff", OUT, "moved"),
    here.run("diff", OUT, "moved", "--format", "markdown"),
    here.run("diff", OUT, "moved", "--format", "html"),
    here.run("reconcile", OUT, "moved"),
    here.run("reconcile", OUT, "=1+1 \u202e.csv"),
    here.run("reconcile", OUT, "moved", "--format", "markdown"),
  ]);
  for (const ran of runs) {
    expect(`${ran.stdout}${ran.stderr}`.length).toBeGreaterThan(20);
    expect(`${ran.stdout}${ran.stderr}`.replaceAll("\t", ""), ran.args.join(" ")).not.toMatch(STEERS);
    if (ran.args.includes("html")) expect(ran.stdout).not.toMatch(/<script|<img/i);
  }
});
