import { beforeAll, describe, expect, test } from "vitest";
import { returnOf } from "./support/outputs.ts";
import { deskWithReturns, made, published } from "./support/returns.ts";
import { type Desk, PATIENCE } from "./support/run.ts";
import { transcript } from "./support/transcript.ts";

interface Effect {
  readonly assumption: { readonly kind: string; readonly rule: string };
  readonly change: number;
  readonly references: readonly string[];
}

interface Reconciled {
  readonly schema: string;
  readonly theirs: { readonly kind: string; readonly unread: { readonly rows: readonly number[] } };
  readonly compared: number;
  readonly explanations: readonly {
    readonly assumptions: readonly object[];
    readonly explains: number;
  }[];
  readonly differences: readonly {
    readonly site: string | null;
    readonly item: string;
    readonly ours: number;
    readonly theirs: number;
    readonly explained: readonly Effect[];
    readonly rest: number;
    readonly perhaps: readonly Effect[];
    readonly elsewhere: boolean;
  }[];
}

const WITHDRAWN = { kind: "counts-what-is-kept-out", rule: "withdrawn" };

let here: Desk;
beforeAll(async () => {
  here = await deskWithReturns("before.csv");
  await made(here, "before.csv", "not upheld", "--policy", "withdrawn=not-upheld");
});

const reconcile = (...args: readonly string[]) => here.run("reconcile", ...args);
const reconciled = async (ours: string, theirs: string): Promise<Reconciled> =>
  JSON.parse((await reconcile(ours, theirs, "--format", "json")).stdout) as Reconciled;

describe.concurrent("a return in which the withdrawn count as not upheld", PATIENCE, () => {
  test("is explained by that, figure by figure, with the complaint", async () => {
    const { schema, compared, explanations, differences } = await reconciled("before", "not upheld");
    expect(schema).toBe("ko41a-reconcile/1");
    expect(compared).toBe(3 * 78);
    expect(explanations).toMatchObject([{ assumptions: [WITHDRAWN], explains: 14 }]);
    expect(differences).toHaveLength(14);
    for (const { site, ours, theirs, rest, perhaps, explained } of differences) {
      expect({ site, more: theirs - ours, rest, perhaps }).toEqual({ site: "RZZ01", more: 1, rest: 0, perhaps: [] });
      expect(explained).toEqual([{ assumption: WITHDRAWN, also: [], change: 1, references: ["E-06"] }]);
    }
    expect(differences.map(({ item }) => item)).toContain("Complaints_Number_Not_Upheld");
  });

  test("as their side; the other way round it leaves out what counts", async () => {
    const { explanations, differences } = await reconciled("not upheld", "before");
    const assumption = { kind: "leaves-out-what-counts", rule: "withdrawn" };
    expect(explanations).toMatchObject([{ assumptions: [assumption], explains: 14 }]);
    expect(differences[0]?.explained).toEqual([{ assumption, also: [], change: -1, references: ["E-06"] }]);
  });

  test("as a workbook or a published file it is explained as well", async () => {
    await here.write("sites.csv", await published(here, "not upheld", "site"));
    await here.write("whole.csv", await published(here, "not upheld", "organisation"));
    for (const [file, kind] of [
      ["not upheld/KO41a-RZZ-2025-26.xlsx", "workbook"],
      ["sites.csv", "published"],
      ["whole.csv", "published"],
    ] as const) {
      const { theirs, explanations, differences } = await reconciled("before", file);
      expect(theirs, file).toMatchObject({ kind });
      expect(explanations, file).toMatchObject([{ assumptions: [WITHDRAWN], explains: 14 }]);
      expect(differences.map(({ site }) => site)).toEqual(
        Array.from({ length: 14 }, () => (file === "whole.csv" ? null : "RZZ01")),
      );
    }
  });
});

describe.concurrent("a vendor's report with a few items down a column", PATIENCE, () => {
  const REPORT = [
    "Complaints report 2025-26,",
    "Measure,Figure",
    "Total New,6",
    "Total Resolved,5",
    "2.8,1",
    "Number Not Upheld,2",
    "Total Carried Forward,4",
    "Parking,12",
    "7.54 Communications,5",
    "Made by the vendor's system,",
  ].map((line) => `${line}\r\n`);

  beforeAll(() => here.write("vendor.csv", REPORT.join("")));

  test("on the screen and in Markdown", async ({ expect: golden }) => {
    const ran = await reconcile("before", "vendor.csv");
    await golden(transcript(ran)).toMatchFileSnapshot("golden/reconcile.txt");
    expect(ran).toMatchObject({ code: 1, stderr: "" });
    const markdown = await reconcile("before", "vendor.csv", "--format", "markdown");
    await golden(markdown.stdout).toMatchFileSnapshot("golden/reconcile.md");
    expect(markdown).toMatchObject({ code: 1, stderr: "" });
  });

  test("in JSON, with what is explained and by whom", async () => {
    const { theirs, compared, explanations, differences } = await reconciled("before", "vendor.csv");
    expect(theirs).toMatchObject({ kind: "table", unread: { rows: [8] } });
    expect(compared).toBe(6);
    // Five figures of a table prove nothing for certain.
    expect(explanations).toEqual([]);
    const told = differences.map(({ item, ours, theirs: their, rest, perhaps }) => [
      item,
      ours,
      their,
      rest,
      perhaps
        .filter(({ assumption }) => [WITHDRAWN.rule, "closed-without-outcome"].includes(assumption.rule))
        .map(({ references }) => references.join()),
    ]);
    expect(told).toEqual([
      ["Complaints_Total_New", 5, 6, 1, ["E-06"]],
      ["Complaints_Total_Resolved", 3, 5, 2, []],
      ["Complaints_Number_Not_Upheld", 1, 2, 1, ["E-06"]],
      ["Complaints_Total_Carried_Forward", 5, 4, -1, ["E-09"]],
      ["Subject_Area_Communications", 2, 5, 3, []],
    ]);
  });
});

describe.concurrent("no difference", PATIENCE, () => {
  test.each(["before", "before/KO41a-RZZ-2025-26.xlsx"])("ends with exit code 0: %s", async (theirs) => {
    const [ran, json] = await Promise.all([reconcile("before", theirs), reconciled("before", theirs)]);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(ran.stdout).toContain("No difference: 234 figures compared.");
    expect(json).toMatchObject({ compared: 234, differences: [], explanations: [] });
  });

  test("nor with a table that has all our figures of one item", async () => {
    const { rows } = await returnOf(here, "before");
    const lines = rows.map(({ siteCode, counts }) => `${siteCode},${counts.Complaints_Total_New}`);
    await here.write("new.csv", `Site,Total New\r\n${lines.join("\r\n")}\r\n`);
    expect(await reconcile("before", "new.csv")).toMatchObject({ code: 0, stderr: "" });
    expect((await reconciled("before", "new.csv")).compared).toBe(3);
  });
});

test("complaints at another site agree over all sites, and it says so", PATIENCE, async () => {
  await here.write("moved.csv", "Site,Total New\r\nRZZ01,2\r\nRZZ02,3\r\n");
  const { differences } = await reconciled("before", "moved.csv");
  expect(differences.map(({ site, rest, elsewhere }) => [site, rest, elsewhere])).toEqual([
    ["RZZ01", -1, true],
    ["RZZ02", 1, true],
  ]);
  const { stdout } = await reconcile("before", "moved.csv");
  expect(stdout).toContain("\nThe total of all sites agrees; only the sites differ.\n");
  expect(stdout).toMatch(/ {2}RZZ01 +2\.6 Total New +3 +2 +-1\n {2}RZZ02 +2\.6 Total New +2 +3 +\+1\n/);
});

test("--output writes it once, and again only with --force", PATIENCE, async () => {
  const args = ["before", "not upheld", "--output", "kept/reconciled.md", "--format", "markdown"];
  expect(await reconcile(...args)).toMatchObject({ code: 1, stdout: "", stderr: "Written to kept/reconciled.md.\n" });
  const text = await here.text("kept/reconciled.md");
  expect(text).toContain("| RZZ01 |");
  expect(await reconcile(...args)).toMatchObject({ code: 2, stdout: "" });
  expect(await reconcile(...args, "--force")).toMatchObject({ code: 1 });
  expect(await here.text("kept/reconciled.md")).toBe(text);
});
