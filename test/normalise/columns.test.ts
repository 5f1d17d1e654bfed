import { describe, expect, test } from "vitest";
import type { Field } from "../../src/domain/field.ts";
import { generic } from "../../src/ingest/sources/generic/index.ts";
import { findColumns } from "../../src/normalise/columns.ts";
import { problemsOf } from "../support/refusal.ts";
import { tableWith } from "../support/table.ts";

const NOBODY = new Map<Field, string>();
const find = (headings: readonly string[], named: ReadonlyMap<Field, string> = NOBODY) =>
  findColumns(tableWith(headings), generic.headings, named);

test("headings match without regard to case, spaces, punctuation and underscores", () => {
  const { columns } = find(["COMPLAINT_REFERENCE", "date-received", "Third party consent", "notes"]);
  expect([...columns]).toEqual([
    ["reference", [0]],
    ["received", [1]],
    ["consent", [2]],
  ]);
});

test("a blank heading is the heading of nothing", () => {
  expect(find(["Complaint reference", "", "Date received", " "]).columns.get("received")).toEqual([2]);
});

test("the same heading twice gives both columns", () => {
  expect(find(["Complaint reference", "Subjects", "Date received", "subjects"]).columns.get("subjects")).toEqual([1, 3]);
});

test("headings of columns that are not read are named", () => {
  const { findings } = find(["Complaint reference", "Notes", "", "Date received", "Handler"]);
  expect(findings.map(({ severity, detail }) => [severity, detail])).toEqual([
    ["info", { kind: "columns-not-read", headings: ["Notes", "Handler"] }],
  ]);
});

describe("two headings for one thing", () => {
  test("the better known one is read, and the other is named", () => {
    const { columns, findings } = find(["Ref", "Complaint reference", "Date received"]);
    expect(columns.get("reference")).toEqual([1]);
    expect(findings.map(({ severity, detail }) => [severity, detail])).toEqual([
      ["info", { kind: "heading-not-used", heading: "Ref", used: "Complaint reference" }],
    ]);
  });
});

describe("a heading that the trust named", () => {
  test("wins over the known ones", () => {
    const { columns, findings } = find(
      ["Complaint reference", "Date received", "First contact"],
      new Map([["received", "first contact"]]),
    );
    expect(columns.get("received")).toEqual([2]);
    expect(findings.map(({ detail }) => detail)).toEqual([{ kind: "columns-not-read", headings: ["Date received"] }]);
  });

  test("must be there; otherwise the export's own headings are listed", async () => {
    const problems = await problemsOf(() => find(["Complaint reference", "", "Date received"], new Map([["closed", "Done on"]])));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.what).toContain('"Done on"');
    expect(problems[0]?.fix).toContain('"Complaint reference", "Date received"');
    expect(problems[0]?.where).toBe("export.csv, row 1");
  });
});
