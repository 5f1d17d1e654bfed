import { describe, expect, test } from "vitest";
import type { ReadReturn } from "../../../src/domain/read-return.ts";
import { compareFiles, type File } from "../../../src/trace/diff/pair.ts";
import { siteRow } from "../../support/figures.ts";
import { problemsOf } from "../../support/refusal.ts";
import { BOOK, CATALOGUE, workbookReturn } from "../../support/traced.ts";

const one = (code: string, period: string | null = "2025-26", fresh = 5): ReadReturn =>
  workbookReturn([siteRow(`${code}01`, { Complaints_Total_New: fresh })], {
    kind: "published",
    file: "published.csv",
    organisation: { code, name: code },
    period,
  });
const nameless = workbookReturn([siteRow("RZZ01")], { organisation: { code: "", name: "" }, period: null });
const compare = (a: File, b: File) => compareFiles(a, b, BOOK, CATALOGUE);
const paired = (a: File, b: File) =>
  compare(a, b).returns.map(({ organisation, periods }) => [organisation.code, periods.a, periods.b]);

describe("two files with a return each", () => {
  test("are compared, though their periods differ", () => {
    expect(paired([one("RZZ", "2024-25")], [one("RZZ", "2025-26")])).toEqual([["RZZ", "2024-25", "2025-26"]]);
  });

  test("say which files they are", () => {
    const { a, b, only } = compare([workbookReturn([])], [one("RZZ")]);
    expect(a).toEqual({ file: "filled.xlsx", kind: "workbook" });
    expect(b).toEqual({ file: "published.csv", kind: "published" });
    expect(only).toEqual({ a: [], b: [] });
  });

  test("are compared when one or both do not say whose they are", () => {
    expect(paired([nameless], [one("RZZ")])).toEqual([["RZZ", null, "2025-26"]]);
    expect(paired([one("RZZ")], [nameless])).toEqual([["RZZ", "2025-26", null]]);
    expect(paired([nameless], [nameless])).toEqual([["", null, null]]);
  });

  test("of two organisations are refused, and both are named", async () => {
    const [problem] = await problemsOf(() => compare([one("RZZ")], [one("RYY")]));
    expect(problem).toMatchObject({
      what: "No organisation is in both files.",
      where: "published.csv: RZZ; published.csv: RYY",
    });
  });
});

describe("files with several organisations", () => {
  test("are compared organisation by organisation, and say which are in one only", () => {
    const found = compare([one("RZZ"), one("RYY"), one("RXX")], [one("RVV"), one("RYY"), one("RZZ", "2025-26", 6)]);
    expect(found.returns.map(({ organisation, changes }) => [organisation.code, changes.length])).toEqual([
      ["RYY", 0],
      ["RZZ", 1],
    ]);
    expect(found.only).toEqual({ a: ["RXX 2025-26"], b: ["RVV 2025-26"] });
  });

  test("are compared with a file of one organisation, and the rest is named", () => {
    const found = compare([one("RZZ")], [one("RYY"), one("RZZ")]);
    expect(found.returns.map(({ organisation }) => organisation.code)).toEqual(["RZZ"]);
    expect(found.only).toEqual({ a: [], b: ["RYY 2025-26"] });
    expect(compare([one("RYY", null), one("RZZ")], [one("RZZ")]).only).toEqual({ a: ["RYY"], b: [] });
  });

  test("that have none in common are refused with the first of them", async () => {
    const codes = ["RAA", "RBB", "RCC", "RDD", "REE", "RFF", "RGG"];
    const [first, ...rest] = codes.map((code) => one(code));
    if (first === undefined) throw new Error("there are seven");
    const [problem] = await problemsOf(() => compare([first, ...rest], [one("RZZ")]));
    expect(problem?.where).toBe("published.csv: RAA, RBB, RCC, RDD, REE and 2 more; published.csv: RZZ");
  });

  test("are not each taken for the one that a form does not name", async () => {
    const [problem] = await problemsOf(() => compare([nameless], [one("RYY"), one("RZZ")]));
    expect(problem?.where).toContain("filled.xlsx");
  });
});

describe("several periods of one organisation", () => {
  test("go together by period, in the order of the first file", () => {
    expect(paired([one("RZZ", "Q2"), one("RZZ", "Q1")], [one("RZZ", "Q1"), one("RZZ", "Q2")])).toEqual([
      ["RZZ", "Q2", "Q2"],
      ["RZZ", "Q1", "Q1"],
    ]);
  });

  test("leave the one that the other file has", () => {
    expect(paired([one("RZZ", "Q2")], [one("RZZ", "Q1"), one("RZZ", "Q2")])).toEqual([["RZZ", "Q2", "Q2"]]);
  });

  test("that found no partner are named, each on its side", () => {
    const { only } = compare([one("RZZ", "Q3"), one("RZZ", "Q2")], [one("RZZ", "Q1"), one("RZZ", "Q2"), one("RYY", "Q2")]);
    expect(only).toEqual({ a: ["RZZ Q3"], b: ["RZZ Q1", "RYY Q2"] });
  });

  test("are not each taken for that of a form, and it is said whose they are", async () => {
    for (const work of [
      () => compare([nameless], [one("RZZ", "Q1"), one("RZZ", "Q2")]),
      () => compare([one("RZZ", "Q1"), one("RZZ", "Q2")], [nameless]),
    ])
      expect((await problemsOf(work))[0]?.what).toBe("RZZ has several periods, and none is in both files.");
  });

  test("of which none is in both files are refused, with all of them", async () => {
    const [problem] = await problemsOf(() => compare([one("RZZ", "Q1"), one("RZZ", null)], [one("RZZ", "Q3")]));
    expect(problem?.what).toBe("RZZ has several periods, and none is in both files.");
    expect(problem?.where).toBe("published.csv: Q1, without a period; published.csv: Q3");
  });
});
