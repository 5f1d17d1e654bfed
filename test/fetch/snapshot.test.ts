import { describe, expect, test } from "vitest";
import type { LocalDate } from "../../src/domain/local-date.ts";
import type { RawComplaint } from "../../src/fetch/listings.ts";
import { complaintOf, snapshotText } from "../../src/fetch/snapshot.ts";

const RAW: RawComplaint = {
  _id: "b",
  complaint_reported_date: "2024-05-01",
  location: "l",
  outcome: null,
  outcome_reported_date: null,
  ref: "C-1",
  referred_to_other_bodies: false,
  service_user: "s",
  subject_matter: null,
};

describe("a complaint of the snapshot", () => {
  test.each([
    ["1947-08-09", "1947-08-09"],
    ["1947-08-09 00:00:00", "1947-08-09"],
    ["09/08/1947", "1947-08-09"],
    ["1947-02-31", null],
    ["gooseberry", null],
    [null, null],
  ])("with the birth date %s", (dob, born) => {
    const people = new Map([["s", { dob }]]);
    expect(complaintOf(RAW, new Map(), new Map(), people).date_of_birth).toBe(born);
  });

  test("keeps an id whose name nobody knows, and not the service user's", () => {
    const complaint = complaintOf(RAW, new Map(), new Map(), new Map());
    expect(complaint).toMatchObject({ location: { _id: "l", name: null }, subject_matter: null, date_of_birth: null });
    expect(Object.keys(complaint)).not.toContain("service_user");
  });
});

test("the snapshot is the same whatever the order the items came in", () => {
  const query = { resource: "complaints" as const, from: "2024-01-01" as LocalDate, to: "2024-12-31" as LocalDate };
  const [a, b] = [{ _id: "a" }, { _id: "b" }];
  expect(snapshotText(query, [b, a])).toBe(snapshotText(query, [a, b]));
  expect(snapshotText(query, [])).toBe(
    '{\n  "schema": "ko41a-carehq/1",\n  "resource": "complaints",\n  "from": "2024-01-01",\n  "to": "2024-12-31",\n  "items": []\n}\n',
  );
});
