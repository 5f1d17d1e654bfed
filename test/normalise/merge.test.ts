import { describe, expect, test } from "vitest";
import type { Row } from "../support/export-file.ts";
import { readRows } from "../support/table.ts";

/** Rows of one reference as one complaint. */
function merge(...rows: readonly Row[]) {
  const { complaints, findings } = readRows(...rows);
  expect(complaints).toHaveLength(1);
  const [complaint] = complaints;
  if (complaint === undefined) throw new Error("no complaint");
  return { complaint, findings: findings.map(({ rule, severity, detail }) => ({ rule, severity, detail })) };
}

describe("aspects are united", () => {
  test.each([
    [
      "Subjects",
      "subjects",
      ["Subject_Area_Communications", "Subject_Area_Transport"],
      "Communications",
      "Transport; Communications",
    ],
    ["Service areas", "services", ["Service_Inpatient", "Service_Maternity"], "Inpatient", "Maternity"],
    ["Professions", "professions", ["Profession_Medical", "Profession_Nursing"], "Medical", "Nursing; Medical"],
    [
      "Clinical groups",
      "clinicalGroups",
      ["Clinical_Treatment_Dental_Group", "Clinical_Treatment_Anaesthetics"],
      "Dental group",
      "6.38",
    ],
  ] as const)("%s", (heading, field, items, first, second) => {
    const { complaint, findings } = merge({ [heading]: first }, { [heading]: second });
    expect(complaint[field].items).toEqual(items);
    expect(findings).toEqual([]);
  });

  test("local words too", () => {
    expect(merge({ Subjects: "Parking" }, { Subjects: "Chaplaincy; Parking" }).complaint.subjects.unmapped).toEqual([
      "Parking",
      "Chaplaincy",
    ]);
  });

  test("clinical treatment on one row and its group on another", () => {
    const { complaint } = merge({ Subjects: "Clinical treatment" }, { "Clinical groups": "Dental group" });
    expect(complaint.clinicalTreatment).toBe(true);
    expect(complaint.clinicalGroups.items).toEqual(["Clinical_Treatment_Dental_Group"]);
  });
});

describe("single values", () => {
  test("come from the first row that has one", () => {
    const { complaint, findings } = merge({ Outcome: "" }, { Outcome: "Upheld" }, { Outcome: "" });
    expect(complaint.outcome).toEqual({ kind: "decided", decision: "upheld" });
    expect(findings).toEqual([]);
  });

  test.each([
    ["Date received", "received", "2025-05-14", "2025-05-15"],
    ["Date closed", "closed", "2025-06-20", "2025-06-21"],
    ["Outcome", "outcome", "Upheld", "Not upheld"],
    ["Patient age", "age", "44", "45"],
    ["Complainant status", "complainant", "Parent", "Carer"],
    ["Investigated", "investigated", "Yes", "No"],
    ["Third-party consent", "consent", "Received", "Not received"],
    ["Transferred to", "transferredTo", "RYY", "RXX"],
    ["Date withdrawn", "withdrawn", "2025-06-20", "2025-06-21"],
  ])("%s: a contradiction names the rows", (heading, field, first, second) => {
    const { findings } = merge({ [heading]: first }, {}, { [heading]: second });
    const rows = heading === "Date received" ? [2, 3, 4] : [2, 4];
    expect(findings).toEqual([
      {
        rule: "conflicting-rows",
        severity: "error",
        detail: { kind: "conflicting-rows", field, rows: rows.map((row) => expect.objectContaining({ row })) },
      },
    ]);
  });
});

test("a year of birth in two digits is the same on every row, also on one without the date received", () => {
  const born = { "Date of birth": "12/05/58" };
  const { complaint, findings } = merge({ ...born, "Date received": "" }, born);
  expect(complaint.age).toEqual({ kind: "born", on: "1958-05-12" });
  expect(findings).toEqual([]);
});

test.each([
  ["Patient age", "44", "45"],
  ["Date of birth", "12/05/1958", "12/05/1985"],
])("%s: a row without the date received can contradict, too", (heading, first, second) => {
  const { findings } = merge({ [heading]: first, "Date received": "" }, { [heading]: second });
  expect(findings.map(({ rule }) => rule)).toEqual(["conflicting-rows"]);
});

describe("sites", () => {
  test("of all rows, each once", () => {
    const { complaint } = merge({ "Site code": "RZZ01" }, { "Site code": "RZZ02" }, { "Site code": "RZZ01" });
    expect(complaint.sites.map(({ code }) => code)).toEqual(["RZZ01", "RZZ02"]);
  });
});

test("every row is a source", () => {
  expect(merge({}, {}, {}).complaint.source.map(({ row }) => row)).toEqual([2, 3, 4]);
});

test("a row without an organisation belongs to the only one of its reference", () => {
  expect(merge({ "Organisation code": "" }, { "Organisation code": "rzz" }).complaint.organisation).toBe("RZZ");
});

test("one reference in two organisations is two complaints", () => {
  const { complaints } = readRows({ "Organisation code": "RZZ" }, { "Organisation code": "RYY" }, { "Organisation code": "RZZ" });
  expect(complaints.map(({ organisation, source }) => [organisation, source.length])).toEqual([
    ["RZZ", 2],
    ["RYY", 1],
  ]);
});
