import { describe, expect, test } from "vitest";
import type { Complaint } from "../../src/domain/complaint.ts";
import { readComplaints } from "../../src/normalise/complaints.ts";
import type { Row } from "../support/export-file.ts";
import { readRows, tableWith, wordsWith } from "../support/table.ts";

/** The one complaint of a row. */
function complaintOf(row: Row): Complaint {
  const [complaint] = readRows(row).complaints;
  if (complaint === undefined) throw new Error("the row was not read");
  return complaint;
}

const findingsOf = (row: Row) => readRows(row).findings.map(({ rule, severity, source }) => [rule, severity, source?.column]);

test("a blank row is a written complaint of which nothing more is known", () => {
  expect(complaintOf({})).toMatchObject({
    reference: "C-1",
    received: "2025-05-14",
    organisation: null,
    recordType: "unknown",
    receivedBy: "unknown",
    closed: null,
    outcome: { kind: "none" },
    sites: [],
    age: { kind: "unknown" },
    investigated: "unknown",
    responded: "unknown",
    consent: "unknown",
    commissionedProvider: "none",
    icbScope: "unknown",
    transferredTo: "",
    lead: "",
  });
});

describe("words with a meaning", () => {
  test.each([
    ["Record type", "PALS", "recordType", "pals"],
    ["Record type", "Opened in error", "recordType", "opened-in-error"],
    ["Received by", "Telephone", "receivedBy", "verbal"],
    ["Investigated", "y", "investigated", "yes"],
    ["Response provided", "NO", "responded", "no"],
    ["Third-party consent", "Refused", "consent", "not-received"],
    ["Commissioned provider", "own complaints system", "commissionedProvider", "own-system"],
    ["ICB scope", "OOH", "icbScope", "out-of-hours"],
  ])("%s %s", (heading, text, field, meaning) => {
    expect(complaintOf({ [heading]: text })[field as keyof Complaint]).toBe(meaning);
    expect(findingsOf({ [heading]: text })).toEqual([]);
  });

  test("another word is read as blank, with a warning at its column", () => {
    expect(complaintOf({ "Received by": "pigeon" }).receivedBy).toBe("unknown");
    expect(findingsOf({ "Received by": "pigeon" })).toEqual([["unreadable-value", "warning", "Received by"]]);
  });
});

describe("outcomes", () => {
  test.each([
    ["Upheld", { kind: "decided", decision: "upheld" }],
    ["partly upheld", { kind: "decided", decision: "partially-upheld" }],
    ["NOT UPHELD", { kind: "decided", decision: "not-upheld" }],
    ["Withdrawn", { kind: "withdrawn" }],
    ["Inconclusive", { kind: "inconclusive", words: "Inconclusive" }],
    ["In progress", { kind: "none" }],
    ["Well founded", { kind: "unrecognised", words: "Well founded" }],
  ])("%s", (text, outcome) => {
    expect(complaintOf({ Outcome: text }).outcome).toEqual(outcome);
  });
});

describe("ages", () => {
  test.each([
    [{ "Patient age": "44" }, { kind: "years", years: 44 }],
    [
      { "Patient age": "44", "Date of birth": "12/05/1980" },
      { kind: "born", on: "1980-05-12" },
    ],
    [
      { "Patient age": "44", "Date of birth": "01/01/1900" },
      { kind: "years", years: 44 },
    ],
    [
      { "Patient age": "44", "Date of birth": "unknown" },
      { kind: "years", years: 44 },
    ],
    [{ "Date of birth": "12-May-58" }, { kind: "born", on: "1958-05-12" }],
    [{ "Date of birth": "12-May-24" }, { kind: "born", on: "2024-05-12" }],
    [{ "Patient age": "Not known" }, { kind: "unknown" }],
  ])("%j", (row, age) => {
    expect(complaintOf(row).age).toEqual(age);
    expect(findingsOf(row)).toEqual([]);
  });

  test("a date of birth that is none is never quoted", () => {
    const { findings } = readRows({ "Date of birth": "12th of Mayember" });
    expect(findings.map(({ detail }) => detail)).toEqual([{ kind: "unreadable-value", field: "dateOfBirth", value: null }]);
  });
});

describe("two dates of birth in one cell", () => {
  test.each(["12/05/1980, 12/05/1980", "12/05/1980; 1980-05-12", "12 May 1980\n12/05/1980"])("%j is one", (text) => {
    expect(complaintOf({ "Date of birth": text }).age).toEqual({ kind: "born", on: "1980-05-12" });
    expect(findingsOf({ "Date of birth": text })).toEqual([]);
  });

  test.each(["12/05/1980, 13/05/1980", "12/05/1980; soon", "12/05/1980 12/05/1980"])("%j is nobody's", (text) => {
    const { complaints, findings } = readRows({ "Date of birth": text });
    expect(complaints[0]?.age).toEqual({ kind: "unknown" });
    expect(findings.map(({ detail }) => detail)).toEqual([{ kind: "unreadable-value", field: "dateOfBirth", value: null }]);
    expect(JSON.stringify(findings)).not.toMatch(/1980|soon/);
  });

  test("leave the age that was recorded", () => {
    expect(complaintOf({ "Date of birth": "12/05/1980, 13/05/1980", "Patient age": "44" }).age).toEqual({
      kind: "years",
      years: 44,
    });
  });
});

describe("words that say nothing in a system", () => {
  const read = (row: Row) => {
    const words = wordsWith(new Map([["outcome", new Map([["No Outcome", ""]])]]));
    const whole = { "Complaint reference": "C-1", "Date received": "2025-05-14", ...row };
    return readComplaints([tableWith(Object.keys(whole), Object.values(whole))], new Map(), () => words);
  };

  test("are as good as a blank cell", () => {
    const { complaints, findings } = read({ Outcome: "no outcome" });
    expect(complaints[0]?.outcome).toEqual({ kind: "none" });
    expect(findings).toEqual([]);
  });
});

describe("the day the response is due, and whether the record was approved", () => {
  test.each([
    ["Date due", "30/06/2025", "due", "2025-06-30"],
    ["Overdue", "True", "overdue", "yes"],
    ["Record approval", "In holding area, awaiting review", "approval", "unapproved"],
    ["Record approval", "Rejected", "approval", "rejected"],
  ])("%s %s", (heading, text, field, meaning) => {
    expect(complaintOf({ [heading]: text })[field as keyof Complaint]).toBe(meaning);
    expect(findingsOf({ [heading]: text })).toEqual([]);
  });
});

describe("dates besides the date received", () => {
  test("are read as blank when they are none, with a warning", () => {
    expect(complaintOf({ "Date closed": "soon" }).closed).toBeNull();
    expect(findingsOf({ "Date closed": "soon" })).toEqual([["unreadable-value", "warning", "Date closed"]]);
  });

  test.each(["1900-01-01", "30/12/1899", "01/01/1753", "31/12/9999"])("%s means no date", (text) => {
    expect(complaintOf({ "Date closed": text }).closed).toBeNull();
    expect(findingsOf({ "Date closed": text })).toEqual([]);
  });
});

describe("a row that cannot be a complaint is refused with its place", () => {
  test.each([
    [{ "Complaint reference": "" }, "reference-missing", "Complaint reference"],
    [{ "Date received": "soon" }, "received-unreadable", "Date received"],
    [{ "Date received": "1900-01-01" }, "implausible-date", "Date received"],
    [{ "Date received": "" }, "received-missing", undefined],
  ])("%j", (row, rule, column) => {
    const { complaints, refused, findings } = readRows(row);
    expect(complaints).toEqual([]);
    expect(refused).toEqual([expect.objectContaining({ rule, place: expect.objectContaining({ file: "export.csv", row: 2 }) })]);
    expect(findings).toEqual([expect.objectContaining({ rule, severity: "error" })]);
    if (column !== undefined) expect(findings[0]?.source?.column).toBe(column);
  });
});

test("free text and names are nowhere in what was read", () => {
  const read = readRows({ Description: "Mrs Smith waited", "Patient name": "Ann Smith", Notes: "Smith", Investigated: "Yes" });
  expect(JSON.stringify(read)).not.toContain("Smith");
});
