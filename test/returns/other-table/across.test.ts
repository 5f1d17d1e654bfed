import { describe, expect, test } from "vitest";
import { ALL_READ } from "../../../src/domain/reconciliation.ts";
import { otherFigures, readOther } from "../../support/other-table.ts";
import { problemsOf } from "../../support/refusal.ts";

describe("items across", () => {
  test("are read with a row a site, known by code or name, and the totals row", () => {
    const found = readOther(
      ["Complaints 2025-26"],
      [],
      ["Site", "2.6", "Brought forward", "Complaints_Total_Resolved"],
      ["RZZ01", "26", "2", "617"],
      ["Healthcare clinic", "1,050", "", "3"],
      ["All sites", "1076", "2", "620"],
    );
    expect(found).toMatchObject({ file: "theirs.csv", kind: "table", unread: ALL_READ });
    expect(found?.rows.map(({ site, counts, place }) => [site, Object.fromEntries(counts), place])).toEqual([
      [
        "RZZ01",
        { Complaints_Total_New: 26, Complaints_Total_Brought_Forward: 2, Complaints_Total_Resolved: 617 },
        { file: "theirs.csv", row: 4 },
      ],
      ["RZZ02", { Complaints_Total_New: 1050, Complaints_Total_Resolved: 3 }, { file: "theirs.csv", row: 5 }],
      [
        null,
        { Complaints_Total_New: 1076, Complaints_Total_Brought_Forward: 2, Complaints_Total_Resolved: 620 },
        { file: "theirs.csv", row: 6 },
      ],
    ]);
  });

  test("without a column of sites are of all sites together", () => {
    expect(otherFigures(["2.6", "2.7"], ["5", "3"])).toEqual({ all: { Complaints_Total_New: 5, Complaints_Total_Resolved: 3 } });
  });

  test("may be only one", () => {
    expect(otherFigures(["Site", "Total New"], ["RZZ01", "5"], ["RZZ02", "6"])).toEqual({
      RZZ01: { Complaints_Total_New: 5 },
      RZZ02: { Complaints_Total_New: 6 },
    });
    expect(otherFigures(["Total New"], ["26"])).toEqual({ all: { Complaints_Total_New: 26 } });
  });

  test("are told from figures that look like a name of an item", () => {
    const found = otherFigures(["Site", "Total New"], ["RZZ01", "75"], ["RZZ02", "75"]);
    expect(found).toEqual({ RZZ01: { Complaints_Total_New: 75 }, RZZ02: { Complaints_Total_New: 75 } });
  });

  test("have a site in a column that no heading names, when its words are sites", () => {
    expect(otherFigures(["", "2.6", "2.7"], ["RZZ01", "5", "3"], ["RZZ02", "6", "4"])).toMatchObject({
      RZZ01: { Complaints_Total_New: 5 },
      RZZ02: { Complaints_Total_New: 6 },
    });
  });

  test("have their sites by code where the names beside it are others", () => {
    const found = otherFigures(["Site name", "Site code", "2.6"], ["The General", "RZZ01", "5"], ["The Clinic", "RZZ02", "6"]);
    expect(found).toEqual({ RZZ01: { Complaints_Total_New: 5 }, RZZ02: { Complaints_Total_New: 6 } });
  });

  test("leave a column alone whose label several have", () => {
    expect(otherFigures(["Site", "2.6", "Other", "Ambulance"], ["RZZ01", "5", "3", "1"])).toEqual({
      RZZ01: { Complaints_Total_New: 5 },
    });
  });

  test("name the rows that could not be read", () => {
    const found = readOther(["Site", "2.6"], ["RZZ01", "5"], ["Car park", "9"], ["RZZ02", "n/a"], []);
    expect(found?.rows.map(({ site }) => site)).toEqual(["RZZ01"]);
    expect(found?.unread.rows).toEqual([3, 4]);
  });

  test("name a row of which one figure could not be read, and keep the others", () => {
    const found = readOther(["Site", "2.6", "2.7"], ["RZZ01", "5", "n/a"], ["RZZ02", "6", ""]);
    expect(found?.unread.rows).toEqual([2]);
    expect(found?.rows.map(({ site, counts }) => [site, Object.fromEntries(counts)])).toEqual([
      ["RZZ01", { Complaints_Total_New: 5 }],
      ["RZZ02", { Complaints_Total_New: 6 }],
    ]);
  });

  test("are headed by the row without figures, though a row of figures has as many numbers that look like items", () => {
    expect(otherFigures(["Site", "Brought forward", "2.7"], ["RZZ01", "2.5", "7"], ["RZZ02", "4", "3"])).toEqual({
      RZZ01: { Complaints_Total_Resolved: 7 },
      RZZ02: { Complaints_Total_Brought_Forward: 4, Complaints_Total_Resolved: 3 },
    });
  });

  test("do not take a month for a site", () => {
    const found = readOther(["Site", "2.6"], ["APR25", "5"], ["MAY25", "6"], ["RZZ02", "7"]);
    expect(found?.rows.map(({ site }) => site)).toEqual(["RZZ02"]);
    expect(found?.unread.rows).toEqual([2, 3]);
  });

  test("take a code of our own kind for a site that we do not have", () => {
    expect(otherFigures(["Site", "2.6"], ["RZZ01", "5"], ["RZZ99", "6"])).toEqual({
      RZZ01: { Complaints_Total_New: 5 },
      RZZ99: { Complaints_Total_New: 6 },
    });
  });
});

describe("the long form", () => {
  test("is read with a line for each site and item", () => {
    const found = readOther(
      ["Site code", "Item", "Figure"],
      ["RZZ01", "Total New", "26"],
      ["RZZ01", "Total Resolved", "617"],
      ["RZZ02", "Total New", "75"],
      ["All sites", "Total New", "101"],
    );
    expect(found?.rows.map(({ site, counts, place }) => [site, Object.fromEntries(counts), place?.row])).toEqual([
      ["RZZ01", { Complaints_Total_New: 26, Complaints_Total_Resolved: 617 }, 2],
      ["RZZ02", { Complaints_Total_New: 75 }, 4],
      [null, { Complaints_Total_New: 101 }, 5],
    ]);
  });

  test("finds its sites without a heading", () => {
    expect(otherFigures(["RZZ01", "2.6", "5"], ["RZZ02", "2.6", "6"])).toEqual({
      RZZ01: { Complaints_Total_New: 5 },
      RZZ02: { Complaints_Total_New: 6 },
    });
  });

  test("names the lines of places that are no site, each once", () => {
    const found = readOther(["Site", "Item", "Figure"], ["Car park", "2.6", "5"], ["RZZ01", "2.6", "6"]);
    expect(found?.unread.rows).toEqual([2]);
    const twice = readOther(["Site", "Item", "RZZ01", "Total"], ["Car park", "2.6", "5", "5"], ["RZZ01", "2.6", "6", "6"]);
    expect(twice?.unread.rows).toEqual([2]);
  });
});

describe("two figures for one site and item", () => {
  test("are refused where they differ", async () => {
    const [problem] = await problemsOf(() =>
      readOther(["Site", "2.6", "2.7"], ["RZZ01", "5", "1"], ["General hospital", "6", "1"]),
    );
    expect(problem).toMatchObject({ what: "RZZ01 has two figures for Complaints_Total_New.", where: "theirs.csv, row 3" });
    const [total] = await problemsOf(() => readOther(["Item", "Figure"], ["2.6", "5"], ["Total New", "6"]));
    expect(total?.what).toBe("The table has two figures for Complaints_Total_New.");
  });

  test("are refused in one row as well", async () => {
    const [problem] = await problemsOf(() => readOther(["Site", "2.6", "Total New"], ["RZZ01", "5", "6"], ["RZZ02", "1", "1"]));
    expect(problem?.what).toBe("RZZ01 has two figures for Complaints_Total_New.");
    expect(problem?.where).toBe("theirs.csv, row 2");
    expect(otherFigures(["Site", "2.6", "Total New"], ["RZZ01", "5", "5"], ["RZZ02", "1", ""])).toEqual({
      RZZ01: { Complaints_Total_New: 5 },
      RZZ02: { Complaints_Total_New: 1 },
    });
  });

  test("are one where they are the same", () => {
    expect(otherFigures(["Item", "Figure"], ["2.6", "5"], ["Total New", "5"])).toEqual({ all: { Complaints_Total_New: 5 } });
  });
});

test("a table that names no item is none", () => {
  expect(readOther(["Site", "Visitors"], ["RZZ01", "26"])).toBeNull();
  expect(readOther()).toBeNull();
  expect(readOther([], ["", ""])).toBeNull();
});

describe("what is not read of a table", () => {
  test("is named by column, where a heading is no item and figures stand under it", () => {
    const found = readOther(["Site", "2.6", "Closed late", "Comment"], ["RZZ01", "5", "2", "as before"]);
    expect(found?.unread).toEqual({ rows: [], columns: [{ name: "C", heading: "Closed late" }] });
  });

  test("is named by column, where a heading is no site and others are", () => {
    const found = readOther(["Measure", "RZZ01", "Trust"], ["2.6", "5", "999"], ["2.7", "3", "999"]);
    expect(found?.unread).toEqual({ rows: [], columns: [{ name: "C", heading: "Trust" }] });
  });

  test("is named by row, also above the first item that is understood", () => {
    const found = readOther(["Report"], ["Measure", "Figure"], ["Complaints received", "399"], ["2.7", "3"], ["Late", "2"]);
    expect(found?.unread).toEqual({ rows: [3, 5], columns: [] });
  });
});
