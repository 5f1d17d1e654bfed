import { describe, expect, test } from "vitest";
import { readActivity } from "../../../src/ingest/read-activity.ts";
import { isHomeVisit } from "../../../src/ingest/sources/carehq/home-visits.ts";
import { exportFile } from "../../support/export-file.ts";
import { problemsOf } from "../../support/refusal.ts";
import { periodOf } from "../../support/rule-book.ts";

type Fields = Readonly<Record<string, unknown>>;

const visit = (fields: Fields = {}) => ({
  _id: "v1",
  care_enquiry: { _id: "e1", name: "PRIVATE-enquirer" },
  location: { _id: "l1", name: "Elm House" },
  date_time: "2025-05-14T09:00:00.000Z",
  completed: null,
  cancelled: null,
  host: { _id: "u1", name: "PRIVATE-host" },
  ...fields,
});
const PERIOD = periodOf("2025-26");
const activity = (document: unknown) => readActivity(exportFile("visits.json", JSON.stringify(document)), PERIOD);
const read = async (document: unknown) => (await activity(document)).visits;

describe("a visit", () => {
  test("is its location, its day and what became of it, and nobody's name", async () => {
    expect(await read([visit()])).toEqual([{ location: "Elm House", date: "2025-05-14", state: "booked" }]);
  });

  test.each<[Fields, string]>([
    [{}, "booked"],
    [{ completed: "2025-05-14T10:00:00Z" }, "completed"],
    [{ cancelled: "2025-05-13T10:00:00Z" }, "cancelled"],
    [{ completed: "2025-05-14T10:00:00Z", cancelled: "2025-05-15T10:00:00Z" }, "cancelled"],
    [{ completed: "", cancelled: undefined }, "booked"],
  ])("%j is %s", async (fields, state) => {
    expect(await read([visit(fields)])).toMatchObject([{ state }]);
  });

  test.each<[unknown, string]>([
    ["l1", "l1"],
    [{ _id: "l1" }, "l1"],
    [null, ""],
    [undefined, ""],
  ])("at %j is at %j", async (location, said) => {
    expect(await read([visit({ location })])).toMatchObject([{ location: said }]);
  });

  test("is of the day it was in London", async () => {
    expect(await read([visit({ date_time: "2025-06-30T23:30:00Z" })])).toMatchObject([{ date: "2025-07-01" }]);
  });

  test("may have no day", async () => {
    expect(await read([visit({ date_time: null })])).toMatchObject([{ date: null }]);
  });
});

describe("every shape", () => {
  const two = [visit(), visit({ _id: "v2" })];

  test.each<[string, unknown, number]>([
    ["one object", visit(), 1],
    ["a page", { items: two }, 2],
    ["pages", [{ items: [visit()] }, { items: [visit({ _id: "v2" })] }], 2],
    ["an array", two, 2],
    ["a snapshot", { schema: "ko41a-carehq/1", resource: "home-visits", items: two }, 2],
    ["a snapshot of none", { schema: "ko41a-carehq/1", resource: "home-visits", items: [] }, 0],
  ])("%s", async (_, document, number) => {
    expect(await read(document)).toHaveLength(number);
  });

  test("a visit that was saved twice is one, as it was saved last", async () => {
    const later = visit({ completed: "2025-05-14T10:00:00Z" });
    expect(await read([visit(), visit({ _id: "v2" }), later])).toMatchObject([{ state: "completed" }, { state: "booked" }]);
  });
});

describe("is refused", () => {
  test.each<[string, unknown]>([
    ["complaints", [{ _id: "a1", complaint_reported_date: "2025-05-14" }]],
    ["complaints among visits", [visit(), { _id: "a1", complaint_reported_date: "2025-05-14" }]],
    ["another object of the API", [{ _id: "l1", name: "Elm House" }]],
    ["nothing at all", []],
  ])("%s", async (_, document) => {
    const [problem] = await problemsOf(() => read(document));
    expect(problem).toMatchObject({ where: "visits.json", what: expect.stringContaining("no CareHQ home visits") });
  });

  test("a visit whose day cannot be read, by its row and without a word of it", async () => {
    const [problem] = await problemsOf(() => read([visit(), visit({ _id: "v2", date_time: "PRIVATE-soon" })]));
    expect(problem?.where).toBe("visits.json, row 2");
    expect(JSON.stringify(problem)).not.toContain("PRIVATE-");
  });

  test("a file that is no JSON", async () => {
    const [problem] = await problemsOf(() =>
      readActivity(exportFile("visits.csv", "care_enquiry,date_time\n1,2025-05-14\n"), PERIOD),
    );
    expect(problem?.what).toContain("JSON");
  });
});

test("a visit is told from a complaint and from other things with a day", () => {
  expect(isHomeVisit(visit())).toBe(true);
  expect(isHomeVisit(visit({ complaint_reported_date: "2025-05-14" }))).toBe(false);
  expect(isHomeVisit({ _id: "x", date_time: "2025-05-14" })).toBe(false);
  for (const value of [null, "v1", 7, []]) expect(isHomeVisit(value)).toBe(false);
});

describe("a file of visits that is not whole says so", () => {
  const snapshot = (from: string, to: string) => ({
    schema: "ko41a-carehq/1",
    resource: "home-visits",
    from,
    to,
    items: [visit()],
  });

  test.each<[string, unknown, readonly unknown[]]>([
    ["a page of a longer list", { items: [visit()], item_count: 30, page: 1 }, [{ missing: "pages", found: "1", wanted: "30" }]],
    ["a snapshot of some months", snapshot("2025-10-01", "2025-12-31"), [{ missing: "earlier" }, { missing: "later" }]],
    ["a snapshot of the period", snapshot("2025-04-01", "2026-03-31"), []],
  ])("%s", async (_, document, notes) => {
    const found = (await activity(document)).notes;
    expect(found).toMatchObject(notes.map((note) => ({ of: "home visits", ...(note as object) })));
    expect(found).toHaveLength(notes.length);
  });
});
