import { describe, expect, test } from "vitest";
import type { AspectColumn } from "../../src/domain/rule-book.ts";
import { aspectReader, splitValues } from "../../src/normalise/aspects.ts";
import { ruleBook } from "../support/rule-book.ts";

const { vocabularies } = ruleBook();
const read = (column: AspectColumn, text: string) => aspectReader(vocabularies[column])(text);

describe("several values in one cell", () => {
  test.each([
    ["a;b", ["a", "b"]],
    ["a; b ;", ["a", "b"]],
    ["a\r\nb\n\nc\rd", ["a", "b", "c", "d"]],
    ["a, b", ["a, b"]],
    [" ", []],
  ])("%j", (text, values) => {
    expect(splitValues(text)).toEqual(values);
  });
});

describe("commas are resolved against the known labels", () => {
  test("labels that hold commas stay whole", () => {
    const cell = read("subjects", "Privacy, dignity and wellbeing, Transport, Admissions, discharge and transfers, Restraint");
    expect(cell.items).toEqual([
      "Subject_Area_Privacy_Dignity_And_Wellbeing",
      "Subject_Area_Transport",
      "Subject_Area_Admissions_Discharge_And_Transfers",
      "Subject_Area_Restraint",
    ]);
    expect(cell.unmapped).toEqual([]);
  });

  test("the longest label wins", () => {
    expect(read("professions", "Scientific, Therapeutic and Technical").items).toEqual([
      "Profession_Scientific_Therapeutic_And_Technical",
    ]);
  });

  test("words between known labels stay together as one local word", () => {
    const cell = read("subjects", "Communications, Car parks, and shuttle buses, Transport");
    expect(cell.items).toEqual(["Subject_Area_Communications", "Subject_Area_Transport"]);
    expect(cell.unmapped).toEqual(["Car parks, and shuttle buses"]);
  });

  test("numbers joined by commas", () => {
    expect(read("services", "5.28, 5.34").items).toEqual(["Service_Inpatient", "Service_Maternity"]);
  });

  test("commas without words are nothing", () => {
    expect(read("services", ", ,Inpatient,, ")).toMatchObject({ items: ["Service_Inpatient"], unmapped: [] });
  });
});

test("the same item twice, however written, is one", () => {
  expect(read("services", "Inpatient; 5.28; Service_Inpatient; in-patient").items).toEqual(["Service_Inpatient"]);
});

test("items stand in the order in which they appear", () => {
  expect(read("services", "Maternity; Inpatient").items).toEqual(["Service_Maternity", "Service_Inpatient"]);
});

test("clinical treatment is noted, and is no item", () => {
  expect(read("subjects", "Clinical treatment; Transport")).toMatchObject({
    clinicalTreatment: true,
    items: ["Subject_Area_Transport"],
    unmapped: [],
  });
  expect(read("subjects", "Transport").clinicalTreatment).toBe(false);
});

test("an item with a rule of its own brings the rule along", () => {
  expect(read("services", "Walk-in centre")).toMatchObject({
    items: ["Service_Other_Community_Healthcare"],
    rules: ["out-of-hours-and-walk-in"],
  });
});

test("a blank cell says nothing", () => {
  expect(read("services", "")).toEqual({ items: [], unmapped: [], rules: [], clinicalTreatment: false });
});
