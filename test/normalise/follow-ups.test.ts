import { describe, expect, test } from "vitest";
import type { Row } from "../support/export-file.ts";
import { runRows } from "../support/run.ts";
import { readRows } from "../support/table.ts";

const FIRST: Row = { "Record type": "Complaint", "Date closed": "2025-06-20", Outcome: "Upheld" };
const AGAIN: Row = { "Record type": "FU1/FLR1", "Date received": "2025-09-01" };

/** Of each complaint: what it is, when it was received, which it follows, and on which rows it stands. */
const shapes = (...rows: readonly Row[]) =>
  readRows(...rows).complaints.map(({ recordType, received, original, source }) => [
    recordType,
    received,
    original,
    source.map(({ row }) => row),
  ]);

describe("a follow-up under the reference of its complaint", () => {
  test("is a record of its own that follows it, whichever comes first", () => {
    expect(shapes(FIRST, AGAIN)).toEqual([
      ["complaint", "2025-05-14", "", [2]],
      ["follow-up", "2025-09-01", "C-1", [3]],
    ]);
    expect(shapes(AGAIN, FIRST)).toEqual([
      ["follow-up", "2025-09-01", "C-1", [2]],
      ["complaint", "2025-05-14", "", [3]],
    ]);
  });

  test("contradicts it in nothing, though its dates and its outcome are others", () => {
    const { findings } = readRows(FIRST, { ...AGAIN, "Date closed": "2025-10-01", Outcome: "Not upheld" });
    expect(findings).toEqual([]);
  });

  test("may stand on several rows, one for each subject", () => {
    const read = readRows(
      { ...FIRST, Subjects: "Communications" },
      { ...FIRST, Subjects: "Transport" },
      { ...AGAIN, Subjects: "Restraint" },
      { ...AGAIN, Subjects: "End of life care" },
    );
    expect(read.complaints.map(({ source, subjects }) => [source.length, subjects.items.length])).toEqual([
      [2, 2],
      [2, 2],
    ]);
  });

  test("of another day is another follow-up", () => {
    expect(shapes(FIRST, AGAIN, { ...AGAIN, "Date received": "2025-12-01" })).toHaveLength(3);
  });
});

test("rows that are all follow-ups are one record: the complaint itself is not in the export", () => {
  expect(shapes(AGAIN, AGAIN)).toEqual([["follow-up", "2025-09-01", "", [2, 3]]]);
});

test("two organisations' complaints of one number have each their own follow-ups", () => {
  const of = (organisation: string, row: Row) => ({ ...row, "Organisation code": organisation });
  const { complaints } = readRows(of("RZZ", FIRST), of("RYY", FIRST), of("RZZ", AGAIN));
  expect(complaints.map(({ organisation, recordType }) => [organisation, recordType])).toEqual([
    ["RZZ", "complaint"],
    ["RZZ", "follow-up"],
    ["RYY", "complaint"],
  ]);
});

describe("in the return", () => {
  const rows = (again: Row) => [
    { "Complaint reference": "C-1", "Date received": "2025-05-14", ...FIRST },
    {
      "Complaint reference": "C-1",
      "Date received": "2025-09-01",
      "Record type": "FU1/FLR1",
      "Date closed": "",
      Outcome: "",
      ...again,
    },
  ];

  test("it is merged into its complaint and opens it again", async () => {
    const { result, ledger } = await runRows(rows({}));
    expect(ledger.map(({ fate, rule }) => [fate, rule])).toEqual([
      ["counted", ""],
      ["merged", "reopened"],
    ]);
    const [complaint] = result.complaints;
    expect(complaint?.rules).toContain("reopened");
    expect(complaint?.items).toEqual(expect.arrayContaining(["Complaints_Total_New", "Complaints_Total_Carried_Forward"]));
    expect(complaint?.items).not.toContain("Complaints_Total_Resolved");
  });

  test("it closes it again with its own outcome", async () => {
    const { result } = await runRows(rows({ "Date closed": "2025-10-01", Outcome: "Not upheld" }));
    expect(result.complaints[0]?.items).toContain("Complaints_Number_Not_Upheld");
    expect(result.complaints[0]?.items).not.toContain("Complaints_Number_Upheld");
  });

  test("with policy new-complaint it is a complaint of its own", async () => {
    const { result } = await runRows(rows({}), { policies: { reopened: "new-complaint" } });
    expect(result.balance).toMatchObject({ counted: 2, merged: 0 });
  });
});
