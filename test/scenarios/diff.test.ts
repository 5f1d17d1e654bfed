import { beforeAll, describe, expect, test } from "vitest";
import { returnOf } from "./support/outputs.ts";
import { changed, deskWithReturns, made, plusOne } from "./support/returns.ts";
import { type Desk, PATIENCE } from "./support/run.ts";
import { transcript } from "./support/transcript.ts";

interface Compared {
  readonly schema: string;
  readonly returns: readonly { readonly settings: readonly object[]; readonly traced: boolean }[];
  readonly changes: readonly {
    readonly site: string;
    readonly item: string;
    readonly a: number;
    readonly b: number;
    readonly change: number;
    readonly percent: number | null;
    readonly entered: readonly string[];
    readonly left: readonly string[];
    readonly untraced: number | null;
  }[];
  readonly complaints: readonly {
    readonly reference: string;
    readonly kind: string;
    readonly reasons: readonly { readonly kind: string; readonly causes: readonly object[]; readonly message: string }[];
  }[];
}

let here: Desk;
beforeAll(async () => {
  here = await deskWithReturns("before.csv", "after.csv");
  await made(here, "before.csv", "not upheld", "--policy", "withdrawn=not-upheld");
});

const diff = (...args: readonly string[]) => here.run("diff", ...args);
const compared = async (a: string, b: string): Promise<Compared> =>
  JSON.parse((await diff(a, b, "--format", "json")).stdout) as Compared;

describe.concurrent("two runs of one export, before and after it was put right", PATIENCE, () => {
  test("on the screen", async ({ expect: golden }) => {
    const ran = await diff("before", "after");
    await golden(transcript(ran)).toMatchFileSnapshot("golden/diff.txt");
    expect(ran).toMatchObject({ code: 1, stderr: "" });
  });

  test("in two folders can be told apart by name", async () => {
    const { stdout } = await diff("before", "after");
    const [, a, b] = /^ {2}A {2}(.*)\n {2}B {2}(.*)$/m.exec(stdout) ?? [];
    expect(a).toMatch(/2025-26/);
    expect(b).not.toBe(a);
  });

  test("in Markdown", async ({ expect: golden }) => {
    const ran = await diff("before", "after", "--format", "markdown");
    await golden(ran.stdout).toMatchFileSnapshot("golden/diff.md");
    expect(ran).toMatchObject({ code: 1, stderr: "" });
  });

  test("in JSON, figure by figure", async () => {
    const { schema, changes } = await compared("before", "after");
    expect(schema).toBe("ko41a-diff/1");
    expect(
      changes.map(({ site, item, a, b, entered, left }) => [site, item, a, b, entered.join(), left.join()].join(" ")),
    ).toEqual([
      "RZZ01 Complaints_Total_Brought_Forward 1 0  E-02",
      "RZZ01 Complaints_Number_Upheld 0 1 E-09 ",
      "RZZ01 Complaints_Number_Not_Upheld 1 0  E-02",
      "RZZ01 Complaints_Total_Carried_Forward 3 2  E-09",
      "RZZ01 Subject_Area_Transport 0 1 E-01 ",
      "RZZ01 Subject_Area_Waiting_Times 2 1  E-01",
      "RZZ02 Complaints_Total_Brought_Forward 1 0  E-12",
      "RZZ02 Complaints_Total_New 2 3 E-17 ",
      "RZZ02 Age_0_5 0 1 E-17 ",
      "RZZ02 Age_Total 2 3 E-17 ",
      "RZZ02 Status_Parent 0 1 E-17 ",
      "RZZ02 Status_Total 2 3 E-17 ",
      "RZZ02 Service_Maternity 0 1 E-17 ",
      "RZZ02 Service_Total 2 3 E-17 ",
      "RZZ02 Subject_Area_Staffing_Numbers 0 1 E-17 ",
      "RZZ02 Subject_Area_Sub_Total 1 2 E-17 ",
      "RZZ02 Subject_Area_Total 2 3 E-17 ",
      "RZZ02 Profession_Midwifery 0 1 E-17 ",
      "RZZ02 Profession_Total 2 3 E-17 ",
      "RZZ03 Complaints_Total_Brought_Forward 0 1 E-02 ",
      "RZZ03 Complaints_Total_Resolved 0 1 E-02 ",
      "RZZ03 Complaints_Number_Not_Upheld 0 1 E-02 ",
      "RZZ Complaints_Total_Brought_Forward 1 0  E-05",
      "RZZ Complaints_Total_Carried_Forward 1 0  E-05",
    ]);
    expect(changes.filter(({ untraced, change, a, b }) => untraced !== 0 || change !== b - a)).toEqual([]);
    expect(changes.find(({ item }) => item === "Complaints_Total_New")?.percent).toBe(50);
    expect(changes.find(({ item }) => item === "Complaints_Number_Upheld")?.percent).toBeNull();
  });

  test("in JSON, figures that are not named are the same", async () => {
    const { changes } = await compared("before", "after");
    const [before, after] = await Promise.all(["before", "after"].map((folder) => returnOf(here, folder)));
    const figure = (one: typeof before, site: string, item: string): number =>
      one?.rows.find(({ siteCode }) => siteCode === site)?.counts[item] ?? 0;
    const items = Object.keys(before?.rows[0]?.counts ?? {});
    const differing = ["RZZ01", "RZZ02", "RZZ03", "RZZ"].flatMap((site) =>
      items.filter((item) => figure(before, site, item) !== figure(after, site, item)).map((item) => `${site} ${item}`),
    );
    expect(changes.map(({ site, item }) => `${site} ${item}`)).toEqual(differing);
  });

  test("in JSON, complaint by complaint, all by their records", async () => {
    const { complaints } = await compared("before", "after");
    expect(complaints.map(({ reference, kind, reasons }) => [reference, kind, ...reasons.map((one) => one.kind)])).toEqual([
      ["E-01", "changed", "aspects"],
      ["E-02", "moved", "site"],
      ["E-05", "left", "counting"],
      ["E-09", "changed", "outcome"],
      ["E-12", "left", "presence"],
      ["E-17", "entered", "presence"],
    ]);
    for (const { reasons } of complaints) expect(reasons.flatMap(({ causes }) => causes)).toEqual([{ kind: "record" }]);
  });

  test("the other way round everything is mirrored", async () => {
    const [there, back] = await Promise.all([compared("before", "after"), compared("after", "before")]);
    const mirrored = there.changes.map((one) => ({
      ...one,
      a: one.b,
      b: one.a,
      change: -one.change,
      entered: one.left,
      left: one.entered,
    }));
    expect(back.changes.map(({ percent: _, ...one }) => one)).toEqual(mirrored.map(({ percent: _, ...one }) => one));
    const opposite: Readonly<Record<string, string>> = { entered: "left", left: "entered" };
    expect(back.complaints.map(({ reference, kind }) => [reference, kind])).toEqual(
      there.complaints.map(({ reference, kind }) => [reference, opposite[kind] ?? kind]),
    );
  });
});

describe.concurrent("one export under two settings", PATIENCE, () => {
  test("the policy is the cause, and no record", async () => {
    const { returns, complaints, changes } = await compared("before", "not upheld");
    const setting = { what: "policy", name: "withdrawn", a: "exclude", b: "not-upheld" };
    expect(returns).toMatchObject([{ settings: [setting], traced: true }]);
    expect(complaints).toMatchObject([
      { reference: "E-06", kind: "entered", reasons: [{ kind: "counting", causes: [{ kind: "setting", ...setting }] }] },
    ]);
    expect(changes.map(({ entered }) => entered)).toEqual(Array.from({ length: 14 }, () => ["E-06"]));
  });

  test("of an export and a policy that both changed, each may be the cause", async () => {
    await made(here, "after.csv", "both", "--policy", "withdrawn=not-upheld");
    const { complaints } = await compared("before", "both");
    const causes = (reference: string) => complaints.find((one) => one.reference === reference)?.reasons[0]?.causes;
    expect(causes("E-06")).toMatchObject([{ kind: "setting", what: "policy" }]);
    expect(causes("E-02")).toEqual([{ kind: "record" }]);
  });
});

describe.concurrent("a return and itself", PATIENCE, () => {
  test.each(["console", "markdown", "json"])("have no difference, with exit code 0, in %s", async (format) => {
    const ran = await diff("before", "before", "--format", format);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    if (format === "json") expect(JSON.parse(ran.stdout)).toMatchObject({ changes: [], complaints: [] });
    else expect(ran.stdout).toContain("No difference: every figure is the same.");
  });
});

test("figures changed by hand have no complaint to be named", PATIENCE, async () => {
  await here.write("changed.json", await changed(here, "before", (own) => plusOne(own, "RZZ02", "Service_Ambulance")));
  const { changes, complaints } = await compared("before", "changed.json");
  expect(changes).toMatchObject([{ site: "RZZ02", item: "Service_Ambulance", a: 0, b: 1, entered: [], left: [], untraced: 1 }]);
  expect(complaints).toEqual([]);
});

test("--max-complaints shortens the list and says so", PATIENCE, async () => {
  const [screen, markdown] = await Promise.all([
    diff("before", "after", "--max-complaints", "2"),
    diff("before", "after", "--max-complaints", "2", "--format", "markdown"),
  ]);
  for (const { stdout } of [screen, markdown]) {
    expect(stdout).toContain("and 4 more");
    expect(stdout).not.toMatch(/not in the export/i);
  }
  expect(await diff("before", "after", "--max-complaints", "few")).toMatchObject({ code: 2, stdout: "" });
});
