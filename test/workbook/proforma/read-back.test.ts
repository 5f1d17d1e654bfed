import { describe, expect, test } from "vitest";
import { proformaFiller } from "../../../src/workbook/proforma/fill/filler.ts";
import { readProforma } from "../../../src/workbook/proforma/read-back.ts";
import { figures } from "../../support/figures.ts";
import { problemsOf } from "../../support/refusal.ts";
import { ruleBook } from "../../support/rule-book.ts";
import { type Sheet, workbookOf } from "../../support/workbook.ts";
import { template } from "../support.ts";
import { FITTING, fiveSites } from "./support.ts";

const { items } = ruleBook();
const plain = items.map(({ id }) => figures()[id] ?? 0);

const cover: Sheet = {
  name: "Cover",
  rows: [["KO41a"], ["Organisation code", "RZZ"], ["Organisation name", null, "NHS foundation trust"], ["Period", "2025-26"]],
};
const numbers = ["", "", ...items.map(({ number }) => number)];
const labels = ["Site code", "Site name", ...items.map(({ label }) => label)];

function figuresSheet(...lines: Sheet["rows"]): Sheet {
  return { name: "Figures", rows: [numbers, labels, ...lines] };
}

async function read(...sheets: readonly Sheet[]) {
  return readProforma("KO41a.xlsx", await workbookOf(sheets), ruleBook());
}

describe("a filled workbook", () => {
  const lines = [
    ["RZZ01", "General hospital", ...plain],
    ["RZZ", "NHS foundation trust", ...plain],
  ];

  test("gives back its site rows, without blank ones", async () => {
    const found = await read(cover, figuresSheet(...lines, ["", "", ...items.map(() => null)]));
    expect(found?.rows).toEqual([
      { siteCode: "RZZ01", siteName: "General hospital", counts: figures() },
      { siteCode: "RZZ", siteName: "NHS foundation trust", counts: figures() },
    ]);
    expect(found).toMatchObject({
      kind: "workbook",
      organisation: { code: "RZZ", name: "NHS foundation trust" },
      period: "2025-26",
      overall: null,
    });
    expect(found?.places.get("RZZ01")).toEqual({ file: "KO41a.xlsx", sheet: "Figures", row: 3 });
  });

  test("has no row for a site that is listed and was not filled", async () => {
    const found = await read(figuresSheet(...lines, ["RZZ02", "Clinic", ...items.map(() => null)]));
    expect(found?.rows.map(({ siteCode }) => siteCode)).toEqual(["RZZ01", "RZZ"]);
  });

  test("has no row for a line of totals", async () => {
    const found = await read(figuresSheet(...lines, ["Total", "", ...plain.map((one) => one * 2)]));
    expect(found?.rows).toHaveLength(2);
  });

  test("has 0 for blank cells of section 6, and no figure for other blanks and for words", async () => {
    const cells = items.map(({ section, id }) => (section === 6 || id === "Age_0_5" ? null : id === "Age_6_17" ? "n/a" : 1));
    const [row] = (await read(figuresSheet(["RZZ01", "", ...cells])))?.rows ?? [];
    expect(row?.counts).toMatchObject({
      Clinical_Treatment_Dental_Group: 0,
      Clinical_Treatment_Sub_Total: 0,
      Age_0_5: Number.NaN,
      Age_6_17: Number.NaN,
      Age_18_25: 1,
    });
  });

  test("may hold figures as text, with separators of thousands", async () => {
    const cells = plain.map((one, index) => (index === 0 ? " 1,234 " : String(one)));
    const [row] = (await read(figuresSheet(["RZZ01", "", ...cells])))?.rows ?? [];
    expect(row?.counts).toEqual({ ...figures(), Complaints_Total_Brought_Forward: 1234 });
  });

  test("works out a total that has a formula and no stored result", async () => {
    const cells = plain.map((one, index) => (index === 2 ? { formula: "F3+G3+H3" } : one));
    const [row] = (await read(figuresSheet(["RZZ01", "", ...cells])))?.rows ?? [];
    expect(row?.counts).toEqual(figures());
  });
});

describe("is refused", () => {
  test.each([
    ["figures without a site code", ["", "", ...plain], /no site code/],
    ["figures beside a name alone", ["", "Community", ...plain], /no site code/],
    ["a site with two rows", ["RZZ01", "", ...plain], /RZZ01 has two rows, 3 and 4/],
    [
      "a formula that only Excel can work out",
      ["RZZ02", "", { formula: "VLOOKUP(A3,B:C,2,0)" }, ...plain.slice(1)],
      /no stored result, for example in C4/,
    ],
  ])("%s", async (_, line, what) => {
    const [problem] = await problemsOf(() => read(figuresSheet(["RZZ01", "", ...plain], line)));
    expect(problem?.what).toMatch(what);
    expect(problem?.where).toContain("KO41a.xlsx [Figures]");
  });
});

test("a workbook without such a sheet is none", async () => {
  expect(
    await read(cover, {
      name: "Other",
      rows: [
        ["Site code", "Complaints"],
        ["RZZ01", 5],
      ],
    }),
  ).toBeNull();
});

describe("what was filled is read back", () => {
  const result = fiveSites();
  const byCode = (rows: readonly { siteCode: string; counts: object }[]) =>
    Object.fromEntries(rows.map(({ siteCode, counts }) => [siteCode, counts]));

  test.each(FITTING)("$name", ({ file, bytes }) => {
    const { fill } = proformaFiller(file, bytes, ruleBook(), null);
    const found = readProforma(file, fill(result).bytes, ruleBook());
    expect(byCode(found?.rows ?? [])).toEqual(byCode(result.rows));
    expect(found?.period).toBe("2025-26");
  });

  test("from the bundled workbook, given as anybody's proforma", () => {
    const { fill } = proformaFiller("ko41a.xlsx", template, ruleBook(), null);
    const found = readProforma("ko41a.xlsx", fill(result).bytes, ruleBook());
    expect(byCode(found?.rows ?? [])).toEqual(byCode(result.rows));
    expect(found?.organisation).toEqual(result.organisation);
  });
});
