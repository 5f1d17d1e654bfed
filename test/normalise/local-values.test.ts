import { describe, expect, test } from "vitest";
import type { Field } from "../../src/domain/field.ts";
import type { SourceProfile } from "../../src/domain/source-profile.ts";
import { generic } from "../../src/ingest/sources/generic/index.ts";
import { findColumns } from "../../src/normalise/columns.ts";
import { localValues } from "../../src/normalise/local-values.ts";
import { withLocalWords } from "../../src/normalise/local-words.ts";
import { reading } from "../support/reading.ts";
import { ruleBook } from "../support/rule-book.ts";
import { tableOf } from "../support/table.ts";

type Values = ReadonlyMap<Field, ReadonlyMap<string, string>>;

/** The values of one column, each of whose cells is a row. */
function valuesOf(heading: string, cells: readonly string[], profile: SourceProfile = generic.profile, own: Values = new Map()) {
  const lines = cells.map((cell, index) => [`C-${index}`, "2025-05-14", cell]);
  const table = tableOf(profile, ["Complaint reference", "Date received", heading], ...lines);
  return localValues(table, findColumns(table, new Map()).columns, withLocalWords(ruleBook(), own));
}
const wordsOf = (...given: Parameters<typeof valuesOf>) => valuesOf(...given).map(({ words, rows }) => [words, rows]);
const readAs = (...given: Parameters<typeof valuesOf>) => valuesOf(...given).map((value) => value.readAs);

describe("distinct values with their rows", () => {
  test("stand under their field and their heading, in order of appearance", () => {
    expect(valuesOf("Subject", ["Transport", "Communications", "Transport"])).toMatchObject([
      { field: "subjects", heading: "Subject", words: "Transport", rows: 2 },
      { field: "subjects", heading: "Subject", words: "Communications", rows: 1 },
    ]);
  });

  test("are the same in another case", () => {
    expect(wordsOf("Outcome", ["Upheld", "UPHELD", "upheld"])).toEqual([["Upheld", 3]]);
  });

  test("count once in a row that has them twice", () => {
    expect(wordsOf("Subjects", ["Parking; Parking; Transport"])).toEqual([
      ["Parking", 1],
      ["Transport", 1],
    ]);
  });

  test("are none in blank cells", () => {
    expect(wordsOf("Outcome", ["", " "])).toEqual([]);
  });
});

describe("what a value is read as", () => {
  test.each<[string, string, unknown]>([
    ["Subjects", "Communications", { kind: "item", item: "Subject_Area_Communications" }],
    ["Subjects", "Clinical treatment", { kind: "clinical-treatment" }],
    ["Subjects", "Parking", { kind: "unknown" }],
    ["Outcome", "partly upheld", { kind: "meaning", meaning: "partially-upheld" }],
    ["Outcome", "Well founded", { kind: "unknown" }],
    ["Investigated", "Y", { kind: "meaning", meaning: "yes" }],
    ["ICB scope", "Commissioning; Other", { kind: "meaning", meaning: "commissioning" }],
    ["Site name", "Elm House (primary)", { kind: "site" }],
    ["Site code", "rzz01", { kind: "site" }],
  ])("%s %s", (heading, cell, meaning) => {
    expect(readAs(heading, [cell])).toEqual([meaning]);
  });

  test("is nothing where a system's word says so", () => {
    const own: Values = new Map([
      ["subjects", new Map([["No Subject", ""]])],
      ["outcome", new Map([["No Outcome", ""]])],
    ]);
    expect(readAs("Subjects", ["No subject"], generic.profile, own)).toEqual([{ kind: "nothing" }]);
    expect(readAs("Outcome", ["No outcome"], generic.profile, own)).toEqual([{ kind: "nothing" }]);
  });
});

describe("the values of a cell are those that are read from it", () => {
  test("several, also with commas in them", () => {
    expect(wordsOf("Subjects", ["Privacy, dignity and wellbeing, Parking\nTransport"])).toEqual([
      ["Privacy, dignity and wellbeing", 1],
      ["Parking", 1],
      ["Transport", 1],
    ]);
  });

  test("one, where a field holds one", () => {
    expect(wordsOf("Outcome", ["Upheld; Not upheld"])).toEqual([["Upheld; Not upheld", 1]]);
  });

  test("codes joined by spaces", () => {
    const own: Values = new Map([["subjects", new Map(Object.entries({ COMM: "Communications", TRANS: "Transport" }))]]);
    const spaced: SourceProfile = { ...generic.profile, codesBySpaces: ["subjects"] };
    expect(wordsOf("Subjects", ["COMM TRANS", "COMM CARP"], spaced, own)).toEqual([
      ["COMM", 1],
      ["TRANS", 1],
      ["COMM CARP", 1],
    ]);
  });

  test("without the code in front", () => {
    const coded: SourceProfile = { ...generic.profile, codeInFront: ["subjects"] };
    expect(wordsOf("Subjects", ["12- Parking"], coded)).toEqual([["Parking", 1]]);
  });

  test("its own, whatever another column says of the field", () => {
    const withdrawn = reading({ column: ["Complaint reference"], words: ["C-0"], says: { outcome: "Withdrawn" } });
    expect(wordsOf("Outcome", ["Upheld"], { ...generic.profile, readings: [withdrawn] })).toEqual([["Upheld", 1]]);
  });

  test("sites, without their mark", () => {
    expect(wordsOf("Site name", ["Elm House (primary); Oak House", "Elm House"])).toEqual([
      ["Elm House", 2],
      ["Oak House", 1],
    ]);
  });
});

test("dates, references, ages and names have none", () => {
  for (const heading of ["Date closed", "Patient age", "Date of birth", "Transferred to", "Original reference", "Date due"])
    expect(wordsOf(heading, ["x", "2025-05-14"]), heading).toEqual([]);
});
