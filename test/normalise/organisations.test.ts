import { expect, test } from "vitest";
import { refuseWithoutOrganisation } from "../../src/normalise/organisations.ts";
import { readRows } from "../support/table.ts";

test("every row of a complaint that names no organisation is refused", () => {
  const input = readRows(
    { "Complaint reference": "C-1", "Organisation code": "RZZ" },
    { "Complaint reference": "C-2" },
    { "Complaint reference": "C-2" },
  );
  const { complaints, refused, findings } = refuseWithoutOrganisation(input);
  expect(complaints.map(({ reference }) => reference)).toEqual(["C-1"]);
  expect(refused.map(({ rule, place }) => [rule, place.row])).toEqual([
    ["organisation-missing", 3],
    ["organisation-missing", 4],
  ]);
  expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
    ["organisation-missing", "error"],
    ["organisation-missing", "error"],
  ]);
});

test("where all name one, nothing changes", () => {
  const input = readRows({ "Organisation code": "RZZ" });
  expect(refuseWithoutOrganisation(input)).toBe(input);
});
