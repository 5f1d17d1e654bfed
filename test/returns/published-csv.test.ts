import { describe, expect, test } from "vitest";
import type { SourceGrid } from "../../src/domain/source-table.ts";
import { readPublishedCsv } from "../../src/returns/published-csv.ts";
import { figures } from "../support/figures.ts";
import { problemsOf } from "../support/refusal.ts";
import { ruleBook } from "../support/rule-book.ts";

const { items } = ruleBook();
const ids = items.map(({ id }) => id);
const plain = items.map(({ id }) => String(figures()[id] ?? 0));
const gridOf = (...lines: readonly (readonly string[])[]): SourceGrid => ({
  file: "published.csv",
  sheet: null,
  rows: lines.map((cells, index) => ({ row: index + 1, cells })),
});

describe("at site level", () => {
  const read = readPublishedCsv(
    gridOf(
      ["Year", "Organisation_Code", "Organisation_Name", "Site_Code", "Site_Name", ...ids],
      ["2024-25", "RZZ", "NHS foundation trust", "RZZ01", "General hospital", ...plain],
      ["2024-25", "RZZ", "NHS foundation trust", "RZZ", "NHS foundation trust", ...plain],
      ["2024-25", "RYY", "Another trust", "RYY01", "Elsewhere", ...plain],
    ),
    items,
  );

  test("is one return for each organisation, with its site rows", () => {
    expect(read?.map(({ organisation, rows, overall }) => [organisation, rows.map(({ siteCode }) => siteCode), overall])).toEqual(
      [
        [{ code: "RZZ", name: "NHS foundation trust" }, ["RZZ01", "RZZ"], null],
        [{ code: "RYY", name: "Another trust" }, ["RYY01"], null],
      ],
    );
  });

  test("knows figures, names, year and the row of each site", () => {
    const [first] = read ?? [];
    expect(first?.rows[0]).toEqual({ siteCode: "RZZ01", siteName: "General hospital", counts: figures() });
    expect(first).toMatchObject({ kind: "published", period: "2024-25", complaints: null, balance: null });
    expect(first?.places.get("RZZ")).toEqual({ file: "published.csv", row: 3 });
  });
});

describe("at organisation level", () => {
  test("is the organisation's own row and no sites", () => {
    const [read] =
      readPublishedCsv(gridOf(["Organisation_Code", "Organisation_Name", ...ids], ["RZZ", "Trust", ...plain]), items) ?? [];
    expect(read?.rows).toEqual([]);
    expect(read?.overall).toEqual({ siteCode: "RZZ", siteName: "Trust", counts: figures() });
    expect(read?.period).toBeNull();
  });
});

describe("several periods in one file", () => {
  test("are several returns", () => {
    const lines = [
      ["2018-19", "Q1"],
      ["2018-19", "Q2"],
    ].map(([year = "", quarter = ""]) => [year, quarter, "RZZ", ...plain]);
    const read = readPublishedCsv(gridOf(["Year", "Quarter", "Organisation_Code", ...ids], ...lines), items);
    expect(read?.map(({ period }) => period)).toEqual(["2018-19 Q1", "2018-19 Q2"]);
  });

  test("a site twice in one of them is refused with both rows", async () => {
    const line = ["RZZ", "RZZ01", ...plain];
    const [problem] = await problemsOf(() =>
      readPublishedCsv(gridOf(["Organisation_Code", "Site_Code", ...ids], line, line), items),
    );
    expect(problem?.what).toBe("RZZ01 has two rows, 2 and 3.");
  });
});

test("another table is not read as one", () => {
  expect(readPublishedCsv(gridOf(["Complaint reference", "Date received"], ["C-1", "2025-05-14"]), items)).toBeNull();
});

test("without the organisation's code it is refused", async () => {
  const [problem] = await problemsOf(() => readPublishedCsv(gridOf(["Site_Code", ...ids], ["RZZ01", ...plain]), items));
  expect(problem).toMatchObject({ where: "published.csv, row 1", what: expect.stringContaining("organisation's code") });
});
