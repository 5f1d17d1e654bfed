import { describe, expect, test } from "vitest";
import { cite, placesInWords, referencesInWords, timesInWords } from "../../src/write/cite.ts";

describe("a source", () => {
  test.each([
    [
      { document: "KO41a guidance", heading: "Withdrawn complaints", edited: "2026-03-11" },
      "KO41a guidance, “Withdrawn complaints”, 11 March 2026",
    ],
    [{ document: "KO41a guidance", heading: "Ages", edited: "not known" }, "KO41a guidance, “Ages”, date not known"],
    [{ document: "ko41a", heading: "a choice of the program", edited: "2026-03-11" }, "ko41a (a choice of the program)"],
    [{ document: "none", heading: "an arithmetic rule", edited: "not known" }, "No source: an arithmetic rule"],
  ])("is cited in one line", (source, said) => {
    expect(cite(source)).toBe(said);
  });
});

describe("places", () => {
  test("are named by file, sheet and row", () => {
    expect(placesInWords([{ file: "export.csv", row: 12 }])).toBe("export.csv row 12");
    expect(placesInWords([{ file: "more.xlsx", sheet: "North", row: 4 }])).toBe("more.xlsx [North] row 4");
    expect(placesInWords([])).toBe("");
  });

  test("in one file are named together, in the order they came", () => {
    const places = [
      { file: "a.csv", row: 12 },
      { file: "b.xlsx", sheet: "One", row: 4 },
      { file: "a.csv", row: 3 },
      { file: "b.xlsx", sheet: "Two", row: 4 },
    ];
    expect(placesInWords(places)).toBe("a.csv rows 12 and 3; b.xlsx [One] row 4; b.xlsx [Two] row 4");
  });

  test("of two rows are rows", () => {
    const places = [4, 5].map((row) => ({ file: "a.csv", row }));
    expect(placesInWords(places)).toBe("a.csv rows 4 and 5");
  });

  test("have names that steer nothing", () => {
    expect(placesInWords([{ file: "\u001b[31ma\u202e.csv", sheet: "x\u0007\ny", row: 1 }])).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe("references", () => {
  const MANY = Array.from({ length: 10 }, (_, at) => `E-${at}`);

  test("that repeat stand once and say how often", () => {
    expect(timesInWords(["b", "a", "b"])).toEqual(["b (twice)", "a"]);
    expect(timesInWords(["a", "a", "a"])).toEqual(["a (3 times)"]);
    expect(timesInWords([])).toEqual([]);
  });

  test("in a long list end with how many more", () => {
    expect(referencesInWords(MANY, 10)).toBe(MANY.join(", "));
    expect(referencesInWords(MANY, 3)).toBe("E-0, E-1, E-2 and 7 more");
    expect(referencesInWords([...MANY, ...MANY], 2)).toBe("E-0 (twice), E-1 (twice) and 8 more");
  });

  test("steer nothing", () => {
    expect(referencesInWords(["\u001b[31ma\u202e", "\u009b2J\n"], 5)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
