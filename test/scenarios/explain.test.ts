import { beforeAll, describe, expect, test } from "vitest";
import { openEdition } from "../../src/library.ts";
import { figureJson } from "../../src/write/explain/json.ts";
import { returnOf } from "./support/outputs.ts";
import { changed, deskWithReturns, plusOne } from "./support/returns.ts";
import { type Desk, PATIENCE } from "./support/run.ts";
import { transcript } from "./support/transcript.ts";

interface Explained {
  readonly schema: string;
  readonly kind: string;
  readonly item: { readonly id: string; readonly number: string };
  readonly site: string | null;
  readonly figure: number;
  readonly distinctComplaints: number;
  readonly untraced: number;
  readonly sites: readonly { readonly code: string; readonly figure: number; readonly untraced: number }[];
  readonly parts: readonly { readonly number: string; readonly figure: number }[];
  readonly complaints: readonly { readonly reference: string; readonly site: string; readonly item: string }[];
}

let here: Desk;
beforeAll(async () => {
  here = await deskWithReturns("before.csv");
});

const explain = (...args: readonly string[]) => here.run("explain", "before", ...args);
const figureOf = async (...args: readonly string[]): Promise<Explained> =>
  JSON.parse((await explain(...args, "--format", "json")).stdout) as Explained;

describe.concurrent("a figure", PATIENCE, () => {
  test("is shown with its sites, its rules and its complaints", async ({ expect: golden }) => {
    const ran = await explain("--item", "Total New");
    await golden(transcript(ran)).toMatchFileSnapshot("golden/explain-figure.txt");
    expect(ran).toMatchObject({ code: 0, stderr: "" });
  });

  test("that is a total is shown with what adds up to it", async ({ expect: golden }) => {
    const ran = await explain("--item", "7.71", "--site", "RZZ01");
    await golden(transcript(ran)).toMatchFileSnapshot("golden/explain-total.txt");
    expect(ran).toMatchObject({ code: 0, stderr: "" });
  });

  test.each([
    ["2.6", "Complaints_Total_New"],
    ["complaints_total_new", "Complaints_Total_New"],
    ["total new", "Complaints_Total_New"],
    ["2.10", "Complaints_Number_Not_Upheld"],
    ["7.68 Waiting times", "Subject_Area_Waiting_Times"],
    ["Waiting times", "Subject_Area_Waiting_Times"],
  ])("is found by id, number or label: %s", async (typed, id) => {
    expect((await figureOf("--item", typed)).item.id).toBe(id);
  });

  test.each([
    ["RZZ02", "RZZ02", ["E-04", "E-15"]],
    ["rzz02", "RZZ02", ["E-04", "E-15"]],
    ["st anne's unit", "RZZ02", ["E-04", "E-15"]],
    ["General hospital", "RZZ01", ["E-01", "E-03", "E-09"]],
    ["RZZ", "RZZ", []],
  ])("is that of one site, by its code or name: %s", async (typed, site, references) => {
    const explained = await figureOf("--item", "2.6", "--site", typed);
    expect(explained).toMatchObject({ schema: "ko41a-explain/1", kind: "figure", site, figure: references.length, untraced: 0 });
    expect(explained.complaints.map(({ reference }) => reference)).toEqual(references);
  });

  test("of aspects names a complaint once for each aspect", async () => {
    const explained = await figureOf("--item", "Subject_Area_Total");
    expect(explained).toMatchObject({ figure: 8, distinctComplaints: 5, untraced: 0 });
    expect(
      explained.complaints.map(({ reference, item }) => `${reference} ${item.replace(/^[A-Za-z]+_[A-Za-z]+_/, "")}`),
    ).toEqual([
      "E-01 Communications",
      "E-01 Waiting_Times",
      "E-03 Communications",
      "E-03 Waiting_Times",
      "E-03 Facilities_Services",
      "E-04 Surgical_Group",
      "E-09 Values_And_Behaviours",
      "E-15 Appointments",
    ]);
    expect(explained.parts.map(({ number, figure }) => `${number} ${figure}`)).toEqual(["6.49 1", "7.70 7"]);
    expect(explained.sites.map(({ code, figure }) => `${code} ${figure}`)).toEqual(["RZZ01 6", "RZZ02 2", "RZZ 0"]);
  });

  test.each(["2.5", "2.7", "2.11", "3.20", "4.26", "5.36", "6.49", "7.70", "8.82"])(
    "of all sites is the sum of its sites and of its complaints: %s",
    async (number) => {
      const explained = await figureOf("--item", number);
      const { rows } = await returnOf(here, "before");
      expect(explained.sites.map(({ code, figure }) => [code, figure])).toEqual(
        rows.map(({ siteCode, counts }) => [siteCode, counts[explained.item.id]]),
      );
      expect(explained.figure).toBe(explained.sites.reduce((sum, { figure }) => sum + figure, 0));
      expect(explained.complaints).toHaveLength(explained.figure);
      expect(explained.figure).toBeGreaterThan(0);
    },
  );

  test("has as many complaints as it says, whatever the item and the site", async () => {
    const { items, readTraced, explainFigure } = await openEdition("2025-26");
    const own = await readTraced(`${here.folder}/before`);
    const asked = [undefined, ...own.rows.map(({ siteCode }) => siteCode)].flatMap((site) =>
      items.map(({ id }) => ({ id, site })),
    );
    const explained = asked.map(({ id, site }) => JSON.parse(figureJson(explainFigure(own, id, site))) as Explained);
    expect(explained).toHaveLength(78 * 4);
    expect(explained.filter(({ figure, complaints }) => complaints.length !== figure)).toEqual([]);
    expect(explained.filter(({ untraced }) => untraced !== 0)).toEqual([]);
    expect(explained.filter(({ figure }) => figure > 0).length).toBeGreaterThan(60);
    expect(explained.flatMap(({ sites }) => sites).filter(({ untraced }) => untraced !== 0)).toEqual([]);
    expect(await figureOf("--item", "2.11", "--site", "RZZ")).toEqual({
      ...explained.find(({ item, site }) => item.number === "2.11" && site === "RZZ"),
      file: "before/return.json",
    });
  });

  test("that is 0 says that no complaint counts there", async () => {
    const ran = await explain("--item", "Restraint");
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(ran.stdout).toContain("\n0: no complaint counts here.\n");
    expect(ran.stdout).not.toContain("Rules at work");
  });

  test("that somebody changed in return.json is told of, with exit code 1", async () => {
    await here.write("changed.json", await changed(here, "before", (made) => plusOne(made, "RZZ01", "Complaints_Total_New")));
    const [said, json] = await Promise.all(
      [[], ["--format", "json"]].map((more) => here.run("explain", "changed.json", "--item", "2.6", ...more)),
    );
    expect(said).toMatchObject({ code: 1, stderr: "" });
    expect(said?.stdout).toContain(
      "\n5 complaints.\nSomebody has changed changed.json. Make it again with ko41a generate.\n  RZZ01 says 4, and the complaints are 3.\n",
    );
    expect(json?.code).toBe(1);
    expect(JSON.parse(json?.stdout ?? "")).toMatchObject({
      figure: 6,
      untraced: 1,
      sites: [
        { code: "RZZ01", figure: 4, untraced: 1 },
        { code: "RZZ02", figure: 2, untraced: 0 },
        { code: "RZZ", figure: 0, untraced: 0 },
      ],
    });
    expect(await here.run("explain", "changed.json", "--item", "2.5")).toMatchObject({ code: 0 });
  });
});

test("a complaint that somebody moved from site to site by hand is told of, also over all sites", PATIENCE, async () => {
  const moved = await changed(here, "before", (made) => ({
    ...made,
    rows: made.rows.map((row) => {
      const by = { RZZ01: 1, RZZ02: -1 }[row.siteCode] ?? 0;
      return { ...row, counts: { ...row.counts, Complaints_Total_New: (row.counts.Complaints_Total_New ?? 0) + by } };
    }),
  }));
  await here.write("moved.json", moved);
  const [one, all] = await Promise.all(
    [["--site", "RZZ01"], []].map((more) => here.run("explain", "moved.json", "--item", "2.6", ...more)),
  );
  expect(one).toMatchObject({ code: 1, stderr: "" });
  expect(one?.stdout).toMatch(/ RZZ01 says 4, and the complaints are 3\.\n(?! )/);
  expect(all, all?.stdout).toMatchObject({ code: 1, stderr: "" });
  expect(all?.stdout).toContain("  RZZ01 says 4, and the complaints are 3.\n  RZZ02 says 1, and the complaints are 2.\n");
});

test("the file may be named, or the folder that it is in", PATIENCE, async () => {
  const [folder, file] = await Promise.all([
    explain("--item", "2.6"),
    here.run("explain", "before/return.json", "--item", "2.6"),
  ]);
  expect(file).toMatchObject({ code: 0, stdout: folder.stdout });
});
