import { beforeAll, describe, expect, test } from "vitest";
import { deskWithReturns } from "./support/returns.ts";
import { type Desk, PATIENCE } from "./support/run.ts";

let here: Desk;
beforeAll(async () => {
  here = await deskWithReturns("before.csv");
});

const NO_RETURN = /This is no return\.json, and nothing else names[\s\S]*return\.json that ko41a generate wrote/;

const explain = (...args: readonly string[]) => here.run("explain", "before", ...args);

describe.concurrent("what cannot be explained is refused on standard error:", PATIENCE, () => {
  test.each([
    ["an unknown item", ["--item", "wating times"], /"wating times"[\s\S]*do: +The nearest: 7\.68 Waiting times\. ko41a items/],
    ["a number without its last 0", ["--item", "7.5"], /"7\.5"[\s\S]*7\.50/],
    ["an item near to none", ["--item", "xyzzy"], /"xyzzy"[\s\S]*ko41a items/],
    ["a label of two items", ["--item", "Ambulance"], /5\.27[\s\S]*8\.78/],
    ["an unknown site", ["--item", "2.6", "--site", "RZZ09"], /"RZZ09"[\s\S]*RZZ01 General hospital[\s\S]*RZZ02/],
    ["a site near to one", ["--item", "2.6", "--site", "Hosptal"], /The nearest: RZZ01 General hospital/],
    ["an unknown reference", ["--complaint", "E-1"], /"E-1"[\s\S]*The nearest: E-01; E-1\d[\s\S]*ledger\.csv/],
    ["neither item nor complaint", [], /--item[\s\S]*--complaint/],
    ["both item and complaint", ["--item", "2.6", "--complaint", "E-01"], /--item[\s\S]*--complaint/],
    ["a site for a complaint", ["--complaint", "E-01", "--site", "RZZ01"], /--site/],
    ["an unknown format", ["--item", "2.6", "--format", "markdown"], /markdown/],
  ] as const)("%s", async (_, args, says) => {
    const ran = await explain(...args);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(says);
    expect(ran.stderr).not.toMatch(/^ {4}at /m);
  });

  test.each([
    ["a workbook", "before/KO41a-RZZ-2025-26.xlsx", NO_RETURN],
    ["an export", "before.csv", NO_RETURN],
    ["a ledger", "before/ledger.csv", NO_RETURN],
    ["a report", "before/report.json", /not a return\.json/],
    ["nothing at all", "nowhere", /no such file/],
  ])("%s", async (_, file, says) => {
    const ran = await here.run("explain", file, "--item", "2.6");
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(says);
    expect(ran.stderr).toContain("do: ");
  });
});

test("--output writes the same to a file once, and again only with --force", PATIENCE, async () => {
  const printed = await explain("--item", "2.6");
  const first = await explain("--item", "2.6", "--output", "kept/figure.txt");
  expect(first).toMatchObject({ code: 0, stdout: "", stderr: "Written to kept/figure.txt.\n" });
  expect(await here.text("kept/figure.txt")).toBe(printed.stdout);
  const refused = await explain("--item", "2.5", "--output", "kept/figure.txt");
  expect(refused).toMatchObject({ code: 2, stdout: "" });
  expect(refused.stderr).toMatch(/figure\.txt[\s\S]*--force[\s\S]*--output/);
  expect(await here.text("kept/figure.txt")).toBe(printed.stdout);
  expect(await explain("--item", "2.5", "--output", "kept/figure.txt", "--force")).toMatchObject({ code: 0, stdout: "" });
  expect(await here.text("kept/figure.txt")).toContain("2.5 Total Brought Forward");
});
