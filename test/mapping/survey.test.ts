import { describe, expect, test } from "vitest";
import type { Field } from "../../src/domain/field.ts";
import type { ItemId } from "../../src/domain/item.ts";
import type { LocalValue, ReadAs } from "../../src/domain/local-value.ts";
import type { MappingLine } from "../../src/domain/mapping.ts";
import type { Mapping } from "../../src/mapping/mapping.ts";
import { readMapping } from "../../src/mapping/read-sheet.ts";
import { mappingSheet, type Surveyed, type SurveyedHeading } from "../../src/mapping/survey.ts";
import { type SheetLine, sheetOf } from "../support/mapping-rows.ts";
import { NO_REGISTER, registerOf, TWO_SITES } from "../support/register.ts";
import { ruleBook } from "../support/rule-book.ts";

const UNKNOWN: ReadAs = { kind: "unknown" };

const heading = (name: string, changes: Partial<SurveyedHeading> = {}): SurveyedHeading => ({
  heading: name,
  field: null,
  suggestion: null,
  rows: 3,
  ...changes,
});
const value = (words: string, readAs: ReadAs = UNKNOWN, changes: Partial<LocalValue> = {}): LocalValue => ({
  field: "subjects",
  heading: "Theme",
  words,
  rows: 1,
  readAs,
  ...changes,
});

function sheet(given: Partial<Surveyed>, earlier: Mapping | null = null, register = registerOf(TWO_SITES)) {
  const surveyed = { files: ["export.csv"], headings: [], values: [], ...given };
  return mappingSheet(surveyed, { book: ruleBook(), register, organisation: "RZZ", earlier });
}
const earlier = (...lines: readonly SheetLine[]) => readMapping(sheetOf(lines), ruleBook());
const lineOf = (...given: Parameters<typeof sheet>): MappingLine => {
  const [line] = sheet(...given).lines;
  if (line === undefined) throw new Error("no line");
  return line;
};

describe("a heading is", () => {
  test("understood when it is read", () => {
    expect(lineOf({ headings: [heading("Date received", { field: "received" })] })).toMatchObject({
      kind: "heading",
      heading: "Date received",
      field: "received",
      value: "",
      rows: 3,
      suggestion: "",
      choice: "",
      status: "understood",
      list: "Columns",
    });
  });

  test("to choose when it might be a column of the return", () => {
    expect(lineOf({ headings: [heading("Result", { suggestion: "outcome" })] })).toMatchObject({
      field: null,
      suggestion: "Outcome",
      status: "to choose",
    });
  });

  const ESSENTIALS = ["reference", "received", "closed", "outcome"] as const;
  const read = ESSENTIALS.map((field) => heading(field, { field }));

  test("not read when it is nothing in particular", () => {
    expect(lineOf({ headings: [heading("Weather"), ...read] })).toMatchObject({ suggestion: "", status: "not read" });
  });

  test.each(ESSENTIALS)("to choose, whatever it is, while nothing is read as the %s", (missing) => {
    const others = read.filter(({ field }) => field !== missing);
    expect(lineOf({ headings: [heading("Weather"), ...others] })).toMatchObject({ suggestion: "", status: "to choose" });
    const useless = heading("Weather", { suggestion: "known to be of no use" });
    expect(lineOf({ headings: [useless, ...others] })).toMatchObject({ suggestion: "", status: "not read" });
  });

  test.each<[string, SheetLine, string, string]>([
    ["chosen", { choice: "Outcome" }, "chosen", "Outcome"],
    ["left out when it was chosen to be", { choice: "(not needed)" }, "left out", "(not needed)"],
    ["left out when it was seen before and nobody chose", {}, "left out", ""],
  ])("%s", (_, line, status, choice) => {
    const before = earlier({ heading: "RESULT", ...line });
    expect(lineOf({ headings: [heading("Result", { suggestion: "outcome" })] }, before)).toMatchObject({ status, choice });
  });

  test("new when the earlier sheet had it not", () => {
    const before = earlier({ heading: "Theme", choice: "Subjects" });
    expect(lineOf({ headings: [heading("Result", { suggestion: "outcome" })] }, before).status).toBe("new, to choose");
    expect(lineOf({ headings: [heading("Weather"), ...read] }, before).status).toBe("not read");
  });
});

describe("a value is", () => {
  test("understood when it has a meaning", () => {
    const readAs: ReadAs = { kind: "item", item: "Service_Inpatient" as ItemId };
    expect(lineOf({ values: [value("In hospital", readAs, { field: "services", heading: "Where", rows: 7 })] })).toMatchObject({
      kind: "value",
      heading: "Where",
      field: "services",
      value: "In hospital",
      rows: 7,
      suggestion: "",
      status: "understood",
      list: "Service areas",
    });
  });

  test("to choose when it has none, with the nearest entry of its list", () => {
    expect(lineOf({ values: [value("Comunication")] })).toMatchObject({
      readAs: "",
      suggestion: "7.54 Communications",
      choice: "",
      status: "to choose",
    });
  });

  test("to choose without a suggestion when nothing is near", () => {
    expect(lineOf({ values: [value("Xyzzy")] })).toMatchObject({ suggestion: "", status: "to choose" });
  });

  test("suggested by any of the words that an item is known under", () => {
    const line = lineOf({ values: [value("Walk in centres", UNKNOWN, { field: "services", heading: "Where" })] });
    expect(line.suggestion).toMatch(/community/i);
  });

  test.each<[SheetLine, string, string]>([
    [{ choice: "7.69 Other" }, "chosen", "7.69 Other"],
    [{ choice: "(says nothing)" }, "chosen", "(says nothing)"],
    [{}, "left out", ""],
  ])("%j, after an earlier sheet that has it", (line, status, choice) => {
    const before = earlier({ heading: "Theme", choice: "Subjects" }, { heading: "theme", value: "COMUNICATION", ...line });
    expect(lineOf({ values: [value("Comunication")] }, before)).toMatchObject({ status, choice });
  });

  test("new after an earlier sheet that has it not", () => {
    const before = earlier({ heading: "Theme", value: "Parking" });
    expect(lineOf({ values: [value("Comunication")] }, before)).toMatchObject({
      status: "new, to choose",
      suggestion: "7.54 Communications",
    });
  });

  test("to choose when it is clinical treatment, and no column says of which group", () => {
    const treatment = value("Treatment", { kind: "clinical-treatment" });
    expect(lineOf({ values: [treatment] })).toMatchObject({ readAs: "Clinical treatment", status: "to choose" });
    const { lines } = sheet({ headings: [heading("Ward", { field: "specialty" })], values: [treatment] });
    expect(lines.at(-1)).toMatchObject({ readAs: "Clinical treatment", status: "understood" });
  });

  test("the same where its heading is called otherwise this time", () => {
    const before = earlier({ heading: "Cause", column: "Subjects", value: "Comunication", choice: "Other" });
    expect(lineOf({ values: [value("Comunication")] }, before)).toMatchObject({ status: "chosen", choice: "Other" });
  });

  test("not the same under another column of the return", () => {
    const before = earlier({ heading: "Cause", column: "Service areas", value: "Comunication", choice: "Other" });
    expect(lineOf({ values: [value("Comunication")] }, before)).toMatchObject({ status: "new, to choose", choice: "" });
  });

  test("kept with its choice where this export has it not", () => {
    const before = earlier({ heading: "Theme", column: "Subjects", value: "Parking", choice: "Other" });
    const { lines, lists } = sheet({ values: [value("Noise")] }, before);
    expect(lines.map(({ value: words, rows, choice, status }) => [words, rows, choice, status])).toEqual([
      ["Noise", 1, "", "new, to choose"],
      ["Parking", 0, "Other", "chosen"],
    ]);
    expect([...lists.keys()]).toContain("Subjects");
  });
});

describe("what a value is read as stands there as in its list", () => {
  test.each<[Field, string, ReadAs, string]>([
    ["subjects", "Comms", { kind: "item", item: "Subject_Area_Communications" as ItemId }, "7.54 Communications"],
    ["subjects", "Treatment", { kind: "clinical-treatment" }, "Clinical treatment"],
    ["subjects", "None", { kind: "nothing" }, "(says nothing)"],
    ["outcome", "partly upheld", { kind: "meaning", meaning: "partially-upheld" }, "Partially upheld"],
    ["overdue", "false", { kind: "meaning", meaning: "no" }, "No"],
    ["siteCode", "RZZ01", { kind: "site" }, "RZZ01 General hospital"],
    ["siteName", "general HOSPITAL", { kind: "site" }, "RZZ01 General hospital"],
    ["siteCode", "RZZ", { kind: "site" }, "RZZ (a site without an ODS code)"],
    ["siteName", "Elm House", { kind: "site" }, ""],
    ["siteCode", "RZZ99", { kind: "site" }, ""],
  ])("%s %s", (field, words, readAs, label) => {
    const made = sheet({ values: [value(words, readAs, { field })] });
    expect(made.lines[0]?.readAs).toBe(label);
    if (label !== "") expect(made.lists.get(made.lines[0]?.list ?? "")).toContain(label);
  });

  test("a site code that no register can check is taken at its word", () => {
    expect(lineOf({ values: [value("RZZ01", { kind: "site" }, { field: "siteCode" })] }, null, NO_REGISTER)).toMatchObject({
      readAs: "RZZ01",
      status: "understood",
    });
  });

  test("a site that is not known is suggested by its name", () => {
    expect(lineOf({ values: [value("The General Hospital", { kind: "site" }, { field: "siteName" })] })).toMatchObject({
      suggestion: "RZZ01 General hospital",
      status: "to choose",
    });
  });
});

describe("the sheet", () => {
  test("has headings first, then values by column, the most frequent first", () => {
    const values = [
      value("B", UNKNOWN, { rows: 1 }),
      value("X", UNKNOWN, { field: "outcome", heading: "Result", rows: 9 }),
      value("C", UNKNOWN, { rows: 5 }),
      value("A", UNKNOWN, { rows: 1 }),
    ];
    const headings = [heading("Theme", { field: "subjects" }), heading("Result", { field: "outcome" })];
    const lines = sheet({ headings, values }).lines.map((line) => `${line.heading}: ${line.value}`);
    expect(lines).toEqual(["Theme: ", "Result: ", "Theme: C", "Theme: A", "Theme: B", "Result: X"]);
  });

  test("has the list that each of its lines chooses from", () => {
    const { lists, lines } = sheet({
      headings: [heading("Theme")],
      values: [value("A"), value("B", UNKNOWN, { field: "outcome" })],
    });
    for (const { list } of lines) expect([...lists.keys()]).toContain(list);
    expect(lists.size).toBe(3);
  });

  test("says which columns are missing that a return needs", () => {
    expect(sheet({}).missing).toEqual(expect.arrayContaining(["reference", "received", "siteName", "dateOfBirth"]));
    const headings = [
      heading("Ref", { field: "reference" }),
      heading("Site", { field: "siteCode" }),
      heading("Age", { field: "age" }),
    ];
    const { missing } = sheet({ headings });
    expect(missing).toContain("received");
    for (const field of ["reference", "siteName", "dateOfBirth"] as const) expect(missing).not.toContain(field);
  });
});
