import { describe, expect, test } from "vitest";
import type { AspectColumn } from "../../src/domain/rule-book.ts";
import { aspectReader, splitValues } from "../../src/normalise/aspects.ts";
import { withLocalWords } from "../../src/normalise/local-words.ts";
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

describe("codes joined by spaces", () => {
  const codes = new Map([
    [
      "subjects",
      new Map(Object.entries({ COMM: "Communications", TRANS: "Transport", NOSUB: "", waiting: "Other", times: "Other" })),
    ],
  ] as const);
  const { subjects } = withLocalWords(ruleBook(), codes).vocabularies;
  const spaced = aspectReader(subjects, { bySpaces: true, inFront: false, single: false });

  test("are several values where every one is known", () => {
    expect(spaced("COMM TRANS")).toMatchObject({
      items: ["Subject_Area_Communications", "Subject_Area_Transport"],
      unmapped: [],
    });
    expect(spaced("COMM  trans; Restraint").items).toEqual([
      "Subject_Area_Communications",
      "Subject_Area_Transport",
      "Subject_Area_Restraint",
    ]);
  });

  test("one of which says nothing", () => {
    expect(spaced("NOSUB COMM")).toMatchObject({ items: ["Subject_Area_Communications"], unmapped: [] });
  });

  test("stay together where one is not known", () => {
    expect(spaced("COMM PARKING")).toMatchObject({ items: [], unmapped: ["COMM PARKING"] });
  });

  test("are no codes where they are a label together", () => {
    expect(spaced("Waiting times").items).toEqual(["Subject_Area_Waiting_Times"]);
  });

  test("are one value in a system that joins nothing by spaces", () => {
    expect(aspectReader(subjects)("COMM TRANS")).toMatchObject({ items: [], unmapped: ["COMM TRANS"] });
  });
});

describe("a code in front of a label", () => {
  const { subjects } = withLocalWords(ruleBook(), new Map([["subjects", new Map([["99- Sundry", "Restraint"]])]])).vocabularies;
  const coded = aspectReader(subjects, { bySpaces: false, inFront: true, single: false });

  test.each([
    ["12- Communications", ["Subject_Area_Communications"]],
    ["A1b -\tCommunications", ["Subject_Area_Communications"]],
    ["Communications", ["Subject_Area_Communications"]],
    ["12- Communications\n13- Transport", ["Subject_Area_Communications", "Subject_Area_Transport"]],
    ["12- Communications; 13- Transport", ["Subject_Area_Communications", "Subject_Area_Transport"]],
    ["12- Communications, 13- Transport", ["Subject_Area_Communications", "Subject_Area_Transport"]],
    ["99- Sundry", ["Subject_Area_Restraint"]],
  ])("%j", (text, items) => {
    expect(coded(text)).toMatchObject({ items, unmapped: [] });
  });

  test.each([
    ["12- Parking", "Parking"],
    ["Walk-in", "Walk-in"],
    ["12-", "12-"],
    ["12- Food, catering - cold", "Food, catering - cold"],
  ])("%j is the local word %j", (text, words) => {
    expect(coded(text)).toMatchObject({ items: [], unmapped: [words] });
  });

  test("stays in a system that has none", () => {
    expect(aspectReader(subjects)("12- Communications").unmapped).toEqual(["12- Communications"]);
  });
});

test("a word that says nothing is neither an item nor a local word", () => {
  const { subjects } = withLocalWords(ruleBook(), new Map([["subjects", new Map([["No Subject", ""]])]])).vocabularies;
  expect(aspectReader(subjects)("No subject; Transport")).toMatchObject({ items: ["Subject_Area_Transport"], unmapped: [] });
});

test("a blank cell says nothing", () => {
  expect(read("services", "")).toEqual({ items: [], unmapped: [], rules: [], clinicalTreatment: false });
});
