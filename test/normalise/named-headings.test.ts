import { describe, expect, test } from "vitest";
import type { Field } from "../../src/domain/field.ts";
import { readComplaints } from "../../src/normalise/complaints.ts";
import { problemsOf } from "../support/refusal.ts";
import { tableWith, wordsWith } from "../support/table.ts";

const THEME = new Map<Field, string>([["subjects", "Theme"]]);
const ours = { ...tableWith(["Ref", "Received", "Theme"], ["C-1", "2025-05-14", "Transport"]), file: "ours.csv" };
const theirs = { ...tableWith(["Ref", "Received", "Subjects"], ["C-2", "2025-05-14", "Restraint"]), file: "theirs.csv" };
const read = (...tables: readonly (typeof ours)[]) => readComplaints(tables, THEME, () => wordsWith());

describe("a heading that the trust named", () => {
  test("need not stand in every export: the others are read by their own", () => {
    const { complaints, headingOf } = read(theirs, ours);
    expect(complaints.map(({ subjects }) => subjects.items)).toEqual([["Subject_Area_Restraint"], ["Subject_Area_Transport"]]);
    expect([headingOf("subjects", "ours.csv"), headingOf("subjects", "theirs.csv")]).toEqual(["Theme", "Subjects"]);
  });

  test("must stand in one", async () => {
    const [problem] = await problemsOf(() => read(theirs));
    expect(problem).toMatchObject({ where: "theirs.csv, row 1", what: expect.stringContaining('"Theme"') });
  });
});
