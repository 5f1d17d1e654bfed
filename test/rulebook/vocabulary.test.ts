import { describe, expect, test } from "vitest";
import type { AspectColumn } from "../../src/domain/rule-book.ts";
import { normaliseWords } from "../../src/domain/words.ts";
import { ruleBook } from "../support/rule-book.ts";

const { vocabularies, items } = ruleBook();

function meaningOf(column: AspectColumn, words: string): string | undefined {
  const entry = vocabularies[column].get(normaliseWords(words));
  return entry?.kind === "item" ? entry.item : entry?.kind;
}

describe("every way to write an item", () => {
  test.each(["Service_Emergency", "5.30", "5.3", "Emergency", "5.30 Emergency", "emergency", "5.30 - EMERGENCY"])(
    "%s",
    (words) => {
      expect(meaningOf("services", words)).toBe("Service_Emergency");
    },
  );
});

test("each label means the item of its own column", () => {
  const columns: Readonly<Record<number, AspectColumn>> = {
    4: "complainant",
    5: "services",
    6: "clinicalGroups",
    7: "subjects",
    8: "professions",
  };
  for (const { id, section, label, kind, number } of items) {
    const column = columns[section];
    if (column === undefined || kind === "total") continue;
    for (const words of [id, label, number]) expect(meaningOf(column, words), words).toBe(id);
  }
});

test("Other among the subjects is the subject Other", () => {
  expect(meaningOf("subjects", "Other")).toBe("Subject_Area_Other");
});

test("a clinical group may stand among the subjects", () => {
  expect(meaningOf("subjects", "Surgical group")).toBe("Clinical_Treatment_Surgical_Group");
});

test("clinical treatment by itself is no item", () => {
  expect(meaningOf("subjects", "Clinical treatment")).toBe("clinical-treatment");
});

test("totals cannot be recorded", () => {
  expect(meaningOf("services", "Service_Total")).toBeUndefined();
  expect(meaningOf("services", "5.36")).toBeUndefined();
});

test("out of hours carries the rule that says where it counts", () => {
  expect(vocabularies.services.get("out of hours")).toEqual({
    kind: "item",
    item: "Service_Other_Community_Healthcare",
    rule: "out-of-hours-and-walk-in",
  });
});

test.each(["Spouse", "MP", "Solicitor", "Daughter"])("a %s is a complainant of another kind", (words) => {
  expect(meaningOf("complainant", words)).toBe("Status_Other");
});

test.each([
  ["Cardiology", "Clinical_Treatment_General_Medicine_Group"],
  ["Intensive care medicine", "Clinical_Treatment_Anaesthetics"],
  ["Trauma and orthopaedic surgery", "Clinical_Treatment_Surgical_Group"],
  ["Emergency medicine", "Clinical_Treatment_Accident_And_Emergency"],
])("the specialty %s", (words, item) => {
  expect(meaningOf("specialty", words)).toBe(item);
});

test("a word for one section is none for another", () => {
  expect(meaningOf("services", "Nurse")).toBeUndefined();
  expect(meaningOf("professions", "Inpatient")).toBeUndefined();
});
