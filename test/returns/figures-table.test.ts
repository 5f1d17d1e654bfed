import { describe, expect, test } from "vitest";
import type { ItemId } from "../../src/domain/item.ts";
import type { SourceGrid } from "../../src/domain/source-table.ts";
import { figuresTable } from "../../src/returns/figures-table.ts";
import { problemsOf } from "../support/refusal.ts";
import { ruleBook } from "../support/rule-book.ts";

const { items } = ruleBook();
const gridOf = (...lines: readonly (readonly string[])[]): SourceGrid => ({
  file: "figures.csv",
  sheet: null,
  rows: lines.map((cells, index) => ({ row: index + 1, cells })),
});

/** The figures of one row under these headings. */
function countsUnder(headings: readonly string[], figures: readonly string[]) {
  const table = figuresTable(gridOf(["A title"], headings, figures), items);
  const [row] = table?.body ?? [];
  if (table === null || row === undefined) throw new Error("no figures were found");
  return table.counts(row);
}

const numbered = items.map((_, index) => String(index));

describe("headings", () => {
  test.each([
    ["ids", items.map(({ id }) => id as string)],
    ["ids in other words", items.map(({ id }) => id.replaceAll("_", " ").toLowerCase())],
    ["numbers", items.map(({ number }) => number)],
    ["numbers and labels", items.map(({ number, label }) => `${number} ${label}`)],
  ])("%s", (_, headings) => {
    expect(countsUnder(headings, numbered)).toMatchObject({ Complaints_Total_Brought_Forward: 0, Profession_Total: 77 });
  });

  test("in any order, with other columns between", () => {
    const headings = ["Site_Code", ...items.map(({ id }) => id).toReversed(), "Comment"];
    expect(countsUnder(headings, ["RZZ01", ...numbered.toReversed(), ""])).toMatchObject({ Age_0_5: 7, Profession_Total: 77 });
  });

  test("are none when few items are named", () => {
    expect(figuresTable(gridOf(items.slice(0, 30).map(({ id }) => id)), items)).toBeNull();
  });

  test("that lack an item are refused, and it is named", async () => {
    const [problem] = await problemsOf(() => figuresTable(gridOf(items.slice(1).map(({ id }) => id)), items));
    expect(problem).toMatchObject({
      where: "figures.csv, row 1",
      what: expect.stringContaining("2.5 Complaints_Total_Brought_Forward"),
    });
  });
});

describe("a figure", () => {
  const ids = items.map(({ id }) => id);
  const withCell = (id: string, text: string) =>
    countsUnder(
      ids,
      ids.map((one) => (one === id ? text : "1")),
    );

  test("may have separators of thousands and spaces around it", () => {
    expect(withCell("Age_0_5", " 1,234 ")).toMatchObject({ Age_0_5: 1234 });
  });

  test("may be blank in section 6, which is 0", () => {
    expect(withCell("Clinical_Treatment_Dental_Group", "")).toMatchObject({ Clinical_Treatment_Dental_Group: 0 });
  });

  test.each([
    ["Age_0_5", ""],
    ["Age_0_5", "five"],
    ["Clinical_Treatment_Dental_Group", "n/a"],
  ])("is no figure elsewhere when blank, nor when it is words: %s %j", (id, text) => {
    expect(withCell(id, text)[id as ItemId]).toBeNaN();
  });
});
