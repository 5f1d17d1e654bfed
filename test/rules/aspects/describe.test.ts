import { describe, expect, test } from "vitest";
import type { Complaint } from "../../../src/domain/complaint.ts";
import { describe as describeComplaint } from "../../../src/rules/aspects/describe.ts";
import { aspects, complaint, contextOf, NOTHING } from "../../support/complaint.ts";

function description(changes: Partial<Complaint> = {}) {
  const one = complaint(changes);
  const { items, rules, notes } = describeComplaint(one, one.received, contextOf());
  return { items, rules, notes: notes.map(({ detail, item }) => [detail.kind, item]) };
}

const local = (...unmapped: readonly string[]) => ({ ...NOTHING, unmapped });

test("one age, one status, and every service, subject and profession", () => {
  expect(description({ services: aspects("Service_Inpatient", "Service_Maternity") })).toMatchObject({
    items: [
      "Age_26_55",
      "Status_Patient",
      "Service_Inpatient",
      "Service_Maternity",
      "Subject_Area_Communications",
      "Profession_Medical",
    ],
    notes: [],
  });
});

test("no item stands there twice", () => {
  const { items } = description({
    services: { ...aspects("Service_Other"), unmapped: ["Ward 7"] },
    subjects: { ...aspects("Subject_Area_Other"), unmapped: ["Parking"] },
    clinicalTreatment: true,
  });
  expect(new Set(items).size).toBe(items.length);
});

describe("nothing recorded counts as Other, with a note", () => {
  test.each([
    ["complainant", "Status_Other"],
    ["services", "Service_Other"],
    ["subjects", "Subject_Area_Other"],
    ["professions", "Profession_Other"],
  ] as const)("%s", (field, other) => {
    const { items, notes, rules } = description({ [field]: NOTHING });
    expect(items).toContain(other);
    expect(notes).toEqual([["aspect-missing", other]]);
    expect(rules).toContain("aspect-missing");
  });
});

describe("local words count as Other, each with a note", () => {
  test.each([
    ["complainant", "Status_Other"],
    ["services", "Service_Other"],
    ["subjects", "Subject_Area_Other"],
    ["professions", "Profession_Other"],
  ] as const)("%s", (field, other) => {
    expect(description({ [field]: local("Something else") })).toMatchObject({ notes: [["fits-nowhere", other]] });
  });

  test("two of them are one Other", () => {
    const { items, notes } = description({ services: local("Ward 7", "Ward 8") });
    expect(items.filter((item) => item === "Service_Other")).toHaveLength(1);
    expect(notes).toHaveLength(2);
  });
});

describe("one status", () => {
  test("the first recorded", () => {
    expect(description({ complainant: aspects("Status_Carer", "Status_Parent") }).items).toContain("Status_Carer");
    expect(description({ complainant: aspects("Status_Carer", "Status_Parent") }).items).not.toContain("Status_Parent");
  });

  test("a known one before a local word", () => {
    const { items, notes } = description({ complainant: { ...aspects("Status_Parent"), unmapped: ["Landlord"] } });
    expect(items).not.toContain("Status_Other");
    expect(notes).toEqual([]);
  });
});

describe("clinical treatment", () => {
  const clinical = { clinicalTreatment: true, subjects: NOTHING };

  test("counts in its recorded group", () => {
    const { items, rules, notes } = description({ ...clinical, clinicalGroups: aspects("Clinical_Treatment_Dental_Group") });
    expect(items).toContain("Clinical_Treatment_Dental_Group");
    expect(items).not.toContain("Subject_Area_Other");
    expect(rules).toContain("clinical-subject");
    expect(notes).toEqual([]);
  });

  test("else in that of its specialty", () => {
    const { items } = description({ ...clinical, specialties: aspects("Clinical_Treatment_Surgical_Group") });
    expect(items).toContain("Clinical_Treatment_Surgical_Group");
  });

  test("a recorded group, also among the subjects, wins over the specialty", () => {
    const specialties = aspects("Clinical_Treatment_Surgical_Group");
    const group = aspects("Clinical_Treatment_Dental_Group");
    for (const changes of [
      { ...clinical, specialties, clinicalGroups: group },
      { clinicalTreatment: true, specialties, subjects: group },
    ]) {
      const { items, rules } = description(changes);
      expect(items).toContain("Clinical_Treatment_Dental_Group");
      expect(items).not.toContain("Clinical_Treatment_Surgical_Group");
      expect(rules).toContain("clinical-subject");
    }
  });

  test("without any group is an error and not lost", () => {
    const { items, notes } = description(clinical);
    expect(items).toContain("Subject_Area_Other");
    expect(notes).toEqual([["clinical-group-unknown", "Subject_Area_Other"]]);
  });

  test("with a group or specialty nobody knows", () => {
    expect(description({ ...clinical, clinicalGroups: local("Ward 7 group") }).notes).toEqual([
      ["clinical-group-unknown", "Subject_Area_Other"],
    ]);
    expect(description({ ...clinical, specialties: local("Ward 7 medicine") }).notes).toEqual([
      ["clinical-group-unknown", "Subject_Area_Other"],
    ]);
  });
});

test("a specialty alone makes no clinical subject", () => {
  const { items, rules } = description({ specialties: aspects("Clinical_Treatment_Surgical_Group") });
  expect(items).not.toContain("Clinical_Treatment_Surgical_Group");
  expect(rules).not.toContain("clinical-subject");
});

test("a rule that an item brings along stands among the rules", () => {
  const services = { ...aspects("Service_Other_Community_Healthcare"), rules: ["out-of-hours-and-walk-in"] };
  expect(description({ services }).rules).toContain("out-of-hours-and-walk-in");
});
