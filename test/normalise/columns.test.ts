import { describe, expect, test } from "vitest";
import type { Field } from "../../src/domain/field.ts";
import { findColumns } from "../../src/normalise/columns.ts";
import { problemsOf } from "../support/refusal.ts";
import { tableWith } from "../support/table.ts";

/** Everything that a return needs to know of a complaint. */
const NEEDED_HEADINGS = [
  "Complaint reference",
  "Date received",
  "Date closed",
  "Outcome",
  "Site code",
  "Patient age",
  "Complainant status",
  "Service areas",
  "Subjects",
  "Professions",
] as const;
const NOBODY = new Map<Field, string>();
const find = (headings: readonly string[], named: ReadonlyMap<Field, string> = NOBODY) => findColumns(tableWith(headings), named);

const at = (...places: readonly number[]) => ({ places, orElse: [] });

test("headings match without regard to case, spaces, punctuation and underscores", () => {
  const { columns } = find(["COMPLAINT_REFERENCE", "date-received", "Third party consent", "notes"]);
  expect([...columns]).toEqual([
    ["reference", at(0)],
    ["received", at(1)],
    ["consent", at(2)],
  ]);
});

test("a blank heading is the heading of nothing", () => {
  expect(find(["Complaint reference", "", "Date received", " "]).columns.get("received")).toEqual(at(2));
});

test("the same heading twice gives both columns", () => {
  expect(find(["Complaint reference", "Subjects", "Date received", "subjects"]).columns.get("subjects")).toEqual(at(1, 3));
});

test("headings of columns that are not read are named", () => {
  const { findings } = find([...NEEDED_HEADINGS, "Notes", "", "Handler"]);
  expect(findings.map(({ severity, detail }) => [severity, detail])).toEqual([
    ["info", { kind: "columns-not-read", headings: ["Notes", "Handler"], missing: [] }],
  ]);
});

describe("a column that is missing may be one of those", () => {
  const notRead = (...headings: readonly string[]) =>
    find([...headings, "Column 7"]).findings.map(({ severity, detail }) => [severity, detail]);
  const without = (...headings: readonly string[]) => NEEDED_HEADINGS.filter((heading) => !headings.includes(heading));

  test.each([
    ["Date closed", "closed"],
    ["Outcome", "outcome"],
    ["Complainant status", "complainant"],
    ["Service areas", "services"],
    ["Subjects", "subjects"],
    ["Professions", "professions"],
  ])("without %s it is a warning", (heading, field) => {
    expect(notRead(...without(heading))).toEqual([
      ["warning", { kind: "columns-not-read", headings: ["Column 7"], missing: [field] }],
    ]);
  });

  test("without a site or an age it is none: the return says so itself", () => {
    expect(notRead(...without("Site code", "Patient age"))).toEqual([
      ["info", { kind: "columns-not-read", headings: ["Column 7"], missing: ["siteName", "dateOfBirth"] }],
    ]);
  });

  test("one of two that say the same is enough", () => {
    expect(notRead(...without("Site code", "Patient age"), "Site name", "Date of birth")).toMatchObject([
      ["info", { missing: [] }],
    ]);
  });

  test("where every column is read nothing can be put right here", () => {
    expect(find(["Complaint reference", "Date received"]).findings).toEqual([]);
  });
});

describe("two headings for one thing", () => {
  test("the better known one is read, and the other is named", () => {
    const { columns, findings } = find(["Ref", "Complaint reference", "Date received"]);
    expect(columns.get("reference")).toEqual(at(1));
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
    expect(columns.get("received")).toEqual(at(2));
    expect(findings.map(({ detail }) => detail)).toMatchObject([{ kind: "columns-not-read", headings: ["Date received"] }]);
  });

  test("must be there; otherwise the export's own headings are listed", async () => {
    const problems = await problemsOf(() => find(["Complaint reference", "", "Date received"], new Map([["closed", "Done on"]])));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.what).toContain('"Done on"');
    expect(problems[0]?.fix).toContain('"Complaint reference", "Date received"');
    expect(problems[0]?.where).toBe("export.csv, row 1");
  });
});
