import { describe, expect, test } from "vitest";
import type { Field } from "../../src/domain/field.ts";
import type { SourceTable } from "../../src/domain/source-table.ts";
import { generic } from "../../src/ingest/sources/generic/index.ts";
import { cellsOf } from "../../src/normalise/cells.ts";
import { findColumns } from "../../src/normalise/columns.ts";
import { problemsOf } from "../support/refusal.ts";
import { tableOf, tableWith } from "../support/table.ts";

const cells = (table: SourceTable) => cellsOf(table, findColumns(table, new Map()).columns);

/** What the first row says of a field. */
function textOf(field: Field, headings: readonly string[], line: readonly string[]): string {
  const table = tableWith(["Complaint reference", "Date received", ...headings], ["C-1", "2025-05-14", ...line]);
  const [row] = table.rows;
  if (row === undefined) throw new Error("no row");
  return cells(table).text(row, field);
}

test("the text of a cell, without the spaces around it", () => {
  expect(textOf("outcome", ["Outcome"], ["  Upheld "])).toBe("Upheld");
});

test("a column that is not there says nothing", () => {
  expect(textOf("outcome", [], [])).toBe("");
});

describe("two columns under one heading", () => {
  test("are united where a complaint may have several values", () => {
    expect(textOf("subjects", ["Subjects", "Subjects"], ["Communications", "Transport"])).toBe("Communications\nTransport");
  });

  test.each([
    ["siteCode", "Site code"],
    ["siteName", "Site name"],
    ["services", "Service areas"],
    ["clinicalGroups", "Clinical groups"],
    ["specialty", "Specialty"],
    ["professions", "Professions"],
  ] as const)("such as %s", (field, heading) => {
    expect(textOf(field, [heading, heading], ["x", "y"])).toBe("x\ny");
  });

  test("give the one that says something where it has one value", () => {
    expect(textOf("outcome", ["Outcome", "Outcome"], ["", "Upheld"])).toBe("Upheld");
  });

  test("may say the same", () => {
    expect(textOf("outcome", ["Outcome", "Outcome"], ["Upheld", "Upheld"])).toBe("Upheld");
  });

  test("are refused where they contradict each other, with the row and the columns", async () => {
    const table = tableWith(
      ["Complaint reference", "Outcome", "Date received", "Outcome"],
      ["C-1", "Upheld", "2025-05-14", "Upheld"],
      ["C-2", "Upheld", "2025-05-14", "Not upheld"],
    );
    const problems = await problemsOf(() => cells(table));
    expect(problems).toEqual([
      expect.objectContaining({ where: "export.csv, row 3", what: expect.stringMatching(/Columns 2 and 4 .*"Outcome"/) }),
    ]);
  });
});

describe("the next heading, where the best one's cell is blank", () => {
  const profile = { ...generic.profile, orElse: ["closed", "siteName"] as const };
  const table = tableOf(
    profile,
    ["Complaint reference", "Date received", "Closed", "Date closed", "Closed date", "Site"],
    ["C-1", "2025-05-14", "2025-06-01", "2025-06-02", "2025-06-03", "Elm"],
    ["C-2", "2025-05-14", "2025-06-01", " ", "2025-06-03", ""],
    ["C-3", "2025-05-14", "2025-06-01", "", "", ""],
    ["C-4", "2025-05-14", "", "", "", ""],
  );

  test("is read row by row", () => {
    const { text } = cells(table);
    expect(table.rows.map((row) => text(row, "closed"))).toEqual(["2025-06-02", "2025-06-03", "2025-06-01", ""]);
    expect(table.rows.map((row) => text(row, "siteName"))).toEqual(["Elm", "", "", ""]);
  });

  test("does not contradict the best one, and is no heading that was not used", () => {
    const { columns, findings } = findColumns(table, new Map());
    expect(columns.get("closed")).toEqual({ places: [3], orElse: [4, 2] });
    expect(findings).toEqual([]);
  });

  test("is read where the best one has the day that the system writes for none", () => {
    const noDates = tableOf(
      { ...profile, noDates: ["1900-01-01"] },
      ["Complaint reference", "Date received", "Date closed", "Closed"],
      ["C-1", "2025-05-14", "01/01/1900 00:00", "2025-06-01"],
      ["C-2", "2025-05-14", "1900-01-01", ""],
      ["C-3", "2025-05-14", "", "1900-01-01"],
      ["C-4", "2025-05-14", "2025-06-02", "1900-01-01"],
    );
    const { text } = cells(noDates);
    expect(noDates.rows.map((row) => text(row, "closed"))).toEqual(["2025-06-01", "1900-01-01", "1900-01-01", "2025-06-02"]);
  });

  test("is passed over where the system does not say so", () => {
    const plain = { ...table, profile: generic.profile };
    expect(plain.rows.map((row) => cells(plain).text(row, "closed"))).toEqual(["2025-06-02", "", "", ""]);
  });

  test("is not read where the trust named the heading itself", () => {
    const { columns } = findColumns(table, new Map<Field, string>([["closed", "Date closed"]]));
    expect(columns.get("closed")).toEqual({ places: [3], orElse: [] });
  });
});

test("a heading is given as the officer sees it, or else by its name in the generic export", () => {
  const found = cells(tableWith(["complaint_ref", "Received"]));
  expect(found.heading("received")).toBe("Received");
  expect(found.heading("outcome")).toBe("Outcome");
});
