import { describe, expect, test } from "vitest";
import { type NamedGrid, readFilledWorkbook } from "../../src/returns/workbook.ts";
import { figures } from "../support/figures.ts";
import { problemsOf } from "../support/refusal.ts";
import { ruleBook } from "../support/rule-book.ts";

const { items } = ruleBook();
const plain = items.map(({ id }) => String(figures()[id] ?? 0));

function sheet(name: string, ...lines: readonly (readonly string[])[]): NamedGrid {
  return { file: "KO41a.xlsx", sheet: null, name, rows: lines.map((cells, index) => ({ row: index + 1, cells })) };
}

const cover = sheet(
  "Cover",
  ["KO41a"],
  ["Organisation code", "RZZ"],
  ["Organisation name", "", "NHS foundation trust"],
  ["Period", "2025-26"],
);
const figuresSheet = sheet(
  "Figures",
  ["", "", ...items.map(({ number }) => number)],
  ["Site code", "Site name", ...items.map(({ label }) => label)],
  ["RZZ01", "General hospital", ...plain],
  ["RZZ", "NHS foundation trust", ...plain],
  ["", "", ...items.map(() => "")],
);

describe("a filled workbook", () => {
  const read = readFilledWorkbook([cover, figuresSheet], items);

  test("gives back its site rows, without blank ones", () => {
    expect(read?.rows).toEqual([
      { siteCode: "RZZ01", siteName: "General hospital", counts: figures() },
      { siteCode: "RZZ", siteName: "NHS foundation trust", counts: figures() },
    ]);
    expect(read?.overall).toBeNull();
  });

  test("says whose it is and for when, from beside the words on any sheet", () => {
    expect(read).toMatchObject({
      kind: "workbook",
      organisation: { code: "RZZ", name: "NHS foundation trust" },
      period: "2025-26",
    });
  });

  test("knows where each site stands", () => {
    expect(read?.places.get("RZZ01")).toEqual({ file: "KO41a.xlsx", sheet: "Figures", row: 3 });
  });
});

test("blank cells of section 6 are 0, elsewhere no figures", () => {
  const blanks = items.map(({ section, id }) => (section === 6 || id === "Age_0_5" ? "" : "1"));
  const [row] =
    readFilledWorkbook([sheet("Figures", ["Site code", ...items.map(({ number }) => number)], ["RZZ01", ...blanks])], items)
      ?.rows ?? [];
  expect(row?.counts).toMatchObject({ Clinical_Treatment_Dental_Group: 0, Clinical_Treatment_Sub_Total: 0, Age_0_5: Number.NaN });
});

describe("is refused", () => {
  const numbers = items.map(({ number }) => number);

  test.each([
    ["figures without a site code", ["", ...plain], /no site code/],
    ["a line of totals", ["Total", ...plain], /no site code/],
    ["a site with two rows", ["RZZ01", ...plain], /RZZ01 has two rows, 2 and 3/],
  ])("%s", async (_, line, what) => {
    const sheets = [sheet("Figures", ["Site code", ...numbers], ["RZZ01", ...plain], line)];
    const [problem] = await problemsOf(() => readFilledWorkbook(sheets, items));
    expect(problem?.what).toMatch(what);
  });
});

test("a workbook without such a sheet is none", () => {
  expect(readFilledWorkbook([cover, sheet("Other", ["Site code", "Complaints"], ["RZZ01", "5"])], items)).toBeNull();
});
