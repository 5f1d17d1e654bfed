import { describe, expect, test } from "vitest";
import type { Field } from "../../src/domain/field.ts";
import type { SourceProfile } from "../../src/domain/source-profile.ts";
import { generic } from "../../src/ingest/sources/generic/index.ts";
import { cellsOf } from "../../src/normalise/cells.ts";
import { findColumns } from "../../src/normalise/columns.ts";
import { reading, type Saying } from "../support/reading.ts";
import { tableOf } from "../support/table.ts";

type Row = Readonly<Record<string, string>>;

const WITHDRAWN: Saying = {
  column: ["Stage"],
  words: ["Withdrawn", "Complaint withdrawn"],
  says: { outcome: "Withdrawn" },
};

const profileWith = (...sayings: readonly Saying[]): SourceProfile => ({ ...generic.profile, readings: sayings.map(reading) });

/** What a row says of some fields in an export of a system with these readings. */
function said(row: Row, profile: SourceProfile, ...fields: readonly Field[]): readonly string[] {
  const whole = { "Complaint reference": "C-1", "Date received": "2025-05-14", ...row };
  const table = tableOf(profile, Object.keys(whole), Object.values(whole));
  const cells = cellsOf(table, findColumns(table, new Map()).columns);
  return fields.map((field) => table.rows.map((one) => cells.text(one, field)).join());
}

describe("a column that speaks for another field", () => {
  test.each([
    ["Withdrawn", "Withdrawn"],
    ["complaint WITHDRAWN.", "Withdrawn"],
    ["Investigation", "Upheld"],
    ["Withdrawn by mistake", "Upheld"],
    ["", "Upheld"],
  ])("at %j the outcome is %j", (stage, outcome) => {
    expect(said({ Stage: stage, Outcome: "Upheld" }, profileWith(WITHDRAWN), "outcome")).toEqual([outcome]);
  });

  test.each([
    ["Open", ""],
    ["on hold", ""],
    ["RESOLVED", "Upheld"],
    ["", "Upheld"],
  ])("speaks at anything but some words: %j", (status, outcome) => {
    const open: Saying = { column: ["Status"], anyOtherThan: ["resolved"], says: { outcome: "" } };
    expect(said({ Status: status, Outcome: "Upheld" }, profileWith(open), "outcome")).toEqual([outcome]);
  });

  test("speaks also where the field has no column of its own", () => {
    expect(said({ Stage: "Withdrawn" }, profileWith(WITHDRAWN), "outcome")).toEqual(["Withdrawn"]);
  });

  test("is silent where the table has no such column", () => {
    expect(said({ Outcome: "Upheld" }, profileWith(WITHDRAWN), "outcome")).toEqual(["Upheld"]);
  });

  test("may speak for several fields, and may say that they are blank", () => {
    const open: Saying = { column: ["Stage"], words: ["Open"], says: { closed: "", outcome: "" } };
    const row = { Stage: "Open", "Date closed": "2025-06-20", Outcome: "Upheld" };
    expect(said(row, profileWith(open), "closed", "outcome")).toEqual(["", ""]);
  });

  test("may stand under one of several headings", () => {
    const two = profileWith({ ...WITHDRAWN, column: ["Stage", "com_curstage"] });
    expect(said({ com_curstage: "Withdrawn", Outcome: "Upheld" }, two, "outcome")).toEqual(["Withdrawn"]);
  });

  test("may be a column of the return, which then says both", () => {
    const dummy: Saying = { column: ["Site name"], contains: "dummy", says: { recordType: "Test" } };
    expect(said({ "Site name": "Dummy practice" }, profileWith(dummy), "siteName", "recordType")).toEqual([
      "Dummy practice",
      "Test",
    ]);
  });

  test("is read, so it does not stand among the columns that are not", () => {
    const table = tableOf(profileWith(WITHDRAWN), ["Complaint reference", "Date received", "Stage", "Handler"]);
    const { findings } = findColumns(table, new Map());
    expect(findings.map(({ detail }) => detail)).toMatchObject([{ kind: "columns-not-read", headings: ["Handler"] }]);
  });
});

describe("words anywhere in a cell", () => {
  const dummy = profileWith({ column: ["Provider"], contains: "dummy", says: { recordType: "Test" } });

  test.each([
    ["Dummy", "Test"],
    ["A-DUMMY-practice", "Test"],
    ["Elm practice", "Complaint"],
    ["Dummyson and partners", "Complaint"],
    ["", "Complaint"],
  ])("%j", (provider, type) => {
    expect(said({ Provider: provider, "Record type": "Complaint" }, dummy, "recordType")).toEqual([type]);
  });
});

describe("unless", () => {
  const consent: Saying = {
    column: ["Type"],
    words: ["Consent needed"],
    says: { consent: "Not received" },
    unless: { outcome: ["Upheld", "Not upheld"], closed: ["2025-06-20"] },
  };

  test.each<[Row, string]>([
    [{}, "Not received"],
    [{ Outcome: "" }, "Not received"],
    [{ Outcome: "Withdrawn" }, "Not received"],
    [{ Outcome: "UPHELD" }, ""],
    [{ Outcome: "", "Date closed": "2025-06-20" }, ""],
  ])("%j says %j", (row, says) => {
    expect(said({ Type: "Consent needed", ...row }, profileWith(consent), "consent")).toEqual([says]);
  });

  test("looks at a field's own column, whatever another reading says of it", () => {
    const both = profileWith({ ...WITHDRAWN, says: { outcome: "Upheld" } }, consent);
    expect(said({ Type: "Consent needed", Stage: "Withdrawn", Outcome: "" }, both, "outcome", "consent")).toEqual([
      "Upheld",
      "Not received",
    ]);
  });
});

test("of two readings that apply the first speaks", () => {
  const first: Saying = { ...WITHDRAWN, words: ["Done"], says: { outcome: "Upheld" } };
  const second: Saying = { ...WITHDRAWN, words: ["Done", "Over"], says: { outcome: "Not upheld" } };
  const both = profileWith(first, second);
  expect(said({ Stage: "Done" }, both, "outcome")).toEqual(["Upheld"]);
  expect(said({ Stage: "Over" }, both, "outcome")).toEqual(["Not upheld"]);
});
