import { describe, expect, test } from "vitest";
import { findComplaints, findItem, findSite } from "../../src/trace/find.ts";
import { problemsOf } from "../support/refusal.ts";
import { BOOK, counted, keptOut, rowsOf, workbookReturn } from "../support/traced.ts";

const problemOf = async (work: () => unknown) => (await problemsOf(work))[0];

describe("an item", () => {
  const find = (typed: string) => findItem(typed, BOOK.items);

  test.each([
    "Complaints_Total_New",
    "complaints_total_new",
    "complaints total new",
    "2.6",
    " 2.6 ",
    "Total New",
    "total new",
    "2.6 Total New",
  ])("is found by its id, number or label: %j", (typed) => {
    expect(find(typed).id).toBe("Complaints_Total_New");
  });

  test("is not taken for another whose number begins alike", () => {
    expect(find("2.10").id).toBe("Complaints_Number_Not_Upheld");
    expect(find("3.20").id).toBe("Age_Total");
    expect(() => find("2.1")).toThrow();
    expect(() => find("26")).toThrow();
  });

  test("that is not known is refused with the nearest ones", async () => {
    const problem = await problemOf(() => find("Service_Matrenity"));
    expect(problem?.what).toBe('There is no item "Service_Matrenity".');
    expect(problem?.fix).toMatch(/^The nearest: 5\.34 Maternity\b/);
    expect(problem?.fix).toContain("ko41a items");
  });

  test("with nothing near is refused all the same", async () => {
    expect((await problemOf(() => find("xyzzy")))?.fix).toBe("ko41a items lists all of them.");
    expect((await problemOf(() => find("")))?.fix).toBe("ko41a items lists all of them.");
  });

  test("is not guessed from a label that several have: each of them is named", async () => {
    const problem = await problemOf(() => find("Other"));
    expect(problem).toEqual({
      what: 'There is more than one item "Other".',
      fix: "Say which: 4.25 Other; 5.35 Other; 7.69 Other; 8.81 Other.",
    });
  });
});

describe("a site", () => {
  const rows = rowsOf([counted("C-1"), counted("C-2", { site: "RZZ02" })]);
  const given = workbookReturn(rows);

  test.each([
    ["RZZ02", "RZZ02"],
    ["rzz02", "RZZ02"],
    ["Healthcare clinic", "RZZ02"],
    ["healthcare  CLINIC", "RZZ02"],
    ["General hospital", "RZZ01"],
  ])("is found by its code or name: %j", (typed, code) => {
    expect(findSite(typed, given).siteCode).toBe(code);
  });

  test("that has no row is refused with the nearest ones, every row, and the file", async () => {
    const problem = await problemOf(() => findSite("General hopsital", given));
    expect(problem?.what).toBe('There is no row for site "General hopsital".');
    expect(problem?.fix).toContain("The nearest: RZZ01 General hospital");
    expect(problem?.fix).toContain("The return has rows for RZZ01, RZZ02.");
    expect(problem?.where).toBe("filled.xlsx");
  });

  test("is not guessed from a name that two have", async () => {
    const twins = rows.map((row) => ({ ...row, siteName: "Outpatients" }));
    const problem = await problemOf(() => findSite("Outpatients", workbookReturn(twins)));
    expect(problem).toEqual({
      what: 'There is more than one row for site "Outpatients".',
      fix: "Say which: RZZ01 Outpatients; RZZ02 Outpatients.",
      where: "filled.xlsx",
    });
  });

  test("is not found in a return without rows", async () => {
    expect((await problemOf(() => findSite("RZZ01", workbookReturn([]))))?.fix).toBe("The return has rows for no site.");
  });
});

describe("a complaint", () => {
  const find = (typed: string, ...references: readonly string[]) =>
    findComplaints(
      typed,
      references.map((reference) => counted(reference)),
      "return.json",
    ).map(({ reference }) => reference);

  test("is found by its reference, whatever its case, spaces and dashes", () => {
    expect(find("C-1", "C-1", "C-11")).toEqual(["C-1"]);
    expect(find(" c/1 ", "C-1", "C-11")).toEqual(["C-1"]);
  });

  test("that is written exactly so comes before those that are alike", () => {
    expect(find("c-1", "C-1", "c-1")).toEqual(["c-1"]);
  });

  test("is not guessed from several that are alike", async () => {
    const problem = await problemOf(() => find("C 1", "C-1", "C/1", "C-2"));
    expect(problem).toEqual({
      what: 'There is more than one complaint "C 1" in the return.',
      fix: "Say which: C-1; C/1.",
      where: "return.json",
    });
  });

  test("comes with every record under its reference, the one that counts first, the others as they stand", () => {
    const records = findComplaints(
      "C-1",
      [
        keptOut("C-1", "received-missing", { fate: "refused" }),
        keptOut("C-1", "reopened", { fate: "merged", mergedInto: "C-1" }),
        keptOut("C-1", "withdrawn"),
        counted("C-1"),
        counted("C-2"),
      ],
      "return.json",
    );
    expect(records.map(({ fate }) => fate)).toEqual(["counted", "refused", "merged", "excluded"]);
  });

  test("comes with its records under one way of writing it, though another is alike", () => {
    const twice = [keptOut("C-1", "withdrawn"), counted("C-1"), counted("c-1")];
    expect(findComplaints("C-1", twice, "return.json").map(({ reference, fate }) => [reference, fate])).toEqual([
      ["C-1", "counted"],
      ["C-1", "excluded"],
    ]);
  });

  test("that is not there is refused with the nearest ones, each once, and the file", async () => {
    const problem = await problemOf(() => find("C-2O24", "C-2024", "C-2024", "PALS/7"));
    expect(problem).toEqual({
      what: 'There is no complaint "C-2O24" in the return.',
      fix: "The nearest: C-2024. ledger.csv lists every row of the export.",
      where: "return.json",
    });
  });
});
