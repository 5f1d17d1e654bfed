import { describe, expect, test } from "vitest";
import { otherFigures, readOther } from "../../support/other-table.ts";
import { problemsOf } from "../../support/refusal.ts";

describe("items down a column", () => {
  test("are read by number beside a label, for all sites together", () => {
    const found = otherFigures(
      ["No", "Item", "Figure"],
      ["2.6", "Total New", "26"],
      ["2.7", "Total Resolved", "617"],
      ["3.12", "0-5", "75"],
    );
    expect(found).toEqual({ all: { Complaints_Total_New: 26, Complaints_Total_Resolved: 617, Age_0_5: 75 } });
  });

  test("are read with a column a site and one of the total", () => {
    const found = otherFigures(["Item", "RZZ01", "Healthcare clinic", "Total"], ["2.6", "5", "1", "6"], ["2.7", "3", "1", "4"]);
    expect(found).toEqual({
      RZZ01: { Complaints_Total_New: 5, Complaints_Total_Resolved: 3 },
      RZZ02: { Complaints_Total_New: 1, Complaints_Total_Resolved: 1 },
      all: { Complaints_Total_New: 6, Complaints_Total_Resolved: 4 },
    });
  });

  test("are read in a column of a site that left most of them blank", () => {
    const found = otherFigures(["Item", "RZZ01", "RZZ02"], ["2.5", "1", ""], ["2.6", "5", "1"], ["2.7", "3", ""]);
    expect(found).toMatchObject({ RZZ01: { Complaints_Total_New: 5 }, RZZ02: { Complaints_Total_New: 1 } });
  });

  test("need no heading", () => {
    expect(otherFigures(["2.6", "5"], ["2.7", "3"])).toEqual({ all: { Complaints_Total_New: 5, Complaints_Total_Resolved: 3 } });
  });

  test("are left out where their label is that of several, and named", () => {
    const found = readOther(["Item", "Figure"], ["Inpatient", "5"], ["Other", "3"], ["Maternity", "1"]);
    expect(found?.unread.rows).toEqual([3]);
    expect([...(found?.rows[0]?.counts ?? [])]).toEqual([
      ["Service_Inpatient", 5],
      ["Service_Maternity", 1],
    ]);
  });

  test("with several columns of numbers are refused, unless a heading says which", async () => {
    const lines = [
      ["2.6", "5", "7"],
      ["2.7", "3", "4"],
    ];
    const [problem] = await problemsOf(() => readOther(["Item", "This year", "Last year"], ...lines));
    expect(problem?.what).toContain("several columns of numbers");
    expect(problem?.where).toBe("theirs.csv, row 1");
    expect(otherFigures(["Item", "Total", "Last year"], ...lines)).toMatchObject({ all: { Complaints_Total_New: 5 } });
  });

  test("without a heading are refused in the file, at no row that there is not", async () => {
    const [problem] = await problemsOf(() => readOther(["2.6", "5", "7"], ["2.7", "3", "4"]));
    expect(problem?.what).toContain("several columns of numbers");
    expect(problem?.where).toBe("theirs.csv");
  });

  test("without any figures are refused", async () => {
    const [problem] = await problemsOf(() => readOther(["Item", "Remark"], ["2.6", "many"], ["2.7", "few"]));
    expect(problem?.what).toBe("There are items, and no column beside them that holds whole numbers in most of its cells.");
  });

  test("may be only one", () => {
    expect(otherFigures(["Item", "Figure"], ["2.6", "26"])).toEqual({ all: { Complaints_Total_New: 26 } });
    expect(otherFigures(["Item", "Figure"], ["Total New", "26"])).toEqual({ all: { Complaints_Total_New: 26 } });
    expect(otherFigures(["Item", "Figure"], ["Other", "3"], ["Total New", "26"], ["Total", "3"])).toEqual({
      all: { Complaints_Total_New: 26 },
    });
  });

  test("have their sites in the heading, though a line names a section between", () => {
    const found = otherFigures(["Item", "RZZ01", "RZZ02"], ["Overall numbers", "", ""], ["2.6", "5", "1"], ["2.7", "3", "1"]);
    expect(found).toEqual({
      RZZ01: { Complaints_Total_New: 5, Complaints_Total_Resolved: 3 },
      RZZ02: { Complaints_Total_New: 1, Complaints_Total_Resolved: 1 },
    });
  });

  test("have their site in the heading, though nothing stands above the items", () => {
    expect(otherFigures(["", "RZZ01"], ["2.6", "5"], ["2.7", "3"])).toEqual({
      RZZ01: { Complaints_Total_New: 5, Complaints_Total_Resolved: 3 },
    });
    expect(otherFigures(["", "RZZ01", "RZZ02"], ["2.6", "5", "1"], ["2.7", "3", "1"])).toEqual({
      RZZ01: { Complaints_Total_New: 5, Complaints_Total_Resolved: 3 },
      RZZ02: { Complaints_Total_New: 1, Complaints_Total_Resolved: 1 },
    });
  });

  test("are known by a number that a spreadsheet cut short", () => {
    expect(otherFigures(["Item", "Figure"], ["2.9", "4"], ["2.1", "7"], ["3.2", "9"])).toEqual({
      all: { Complaints_Number_Partially_Upheld: 4, Complaints_Number_Not_Upheld: 7, Age_Total: 9 },
    });
  });

  test("may be labels that end in a sign, beside figures of the same digits", () => {
    expect(otherFigures(["Age of patient", "Figure"], ["0-5", "75"], ["75+", "617"], ["6-17", "75"])).toEqual({
      all: { Age_0_5: 75, Age_75_And_Over: 617, Age_6_17: 75 },
    });
  });

  test("stand beside a column of months, which are no sites", async () => {
    const [problem] = await problemsOf(() => readOther(["Item", "APR25", "MAY25"], ["2.6", "5", "7"], ["2.7", "3", "4"]));
    expect(problem?.what).toContain("several columns of numbers");
  });

  test("name the rows whose figure is in words", () => {
    const found = readOther(["Item", "Figure"], ["2.6", "5"], ["2.7", "n/a"], ["2.5", "3"]);
    expect(found?.unread.rows).toEqual([3]);
    expect(found?.rows.map(({ counts }) => [...counts.keys()])).toEqual([
      ["Complaints_Total_New", "Complaints_Total_Brought_Forward"],
    ]);
  });

  test("name the rows of which one figure of several is in words, and keep the others", () => {
    const found = readOther(["Item", "RZZ01", "RZZ02"], ["2.5", "1", "1"], ["2.6", "5", "n/a"], ["2.7", "3", ""]);
    expect(found?.unread.rows).toEqual([3]);
    expect(found?.rows.map(({ site, counts }) => [site, counts.size])).toEqual([
      ["RZZ01", 3],
      ["RZZ02", 1],
    ]);
  });

  test("are read though most figures are blank", () => {
    expect(otherFigures(["Item", "Figure"], ["2.5", ""], ["2.6", "3"], ["2.7", ""])).toEqual({
      all: { Complaints_Total_New: 3 },
    });
  });
});
