import { describe, expect, test } from "vitest";
import { readExport } from "../../../src/ingest/read-export.ts";
import { carehq } from "../../../src/ingest/sources/carehq/index.ts";
import { sourcesFor } from "../../../src/ingest/sources/index.ts";
import { exportFile } from "../../support/export-file.ts";
import { problemsOf } from "../../support/refusal.ts";
import { periodOf } from "../../support/rule-book.ts";
import { runExports } from "../../support/run.ts";

type Fields = Readonly<Record<string, unknown>>;

const complaint = (fields: Fields = {}) => ({
  _id: "a1",
  ref: "R-1",
  complaint_reported_date: "2025-05-14T09:00:00Z",
  outcome: "not_upheld",
  outcome_reported_date: "2025-06-20T09:00:00Z",
  location: { _id: "l1", name: "Elm House" },
  subject_matter: { _id: "s1", name: "Communications" },
  date_of_birth: "1940-02-03",
  notes: "PRIVATE-notes",
  service_user: { _id: "u1", name: "PRIVATE-user" },
  created: "2025-05-14T09:00:00Z",
  modified: "2025-06-20T09:00:00Z",
  ...fields,
});
const other = (fields: Fields = {}) => complaint({ _id: "a2", ref: "R-2", ...fields });
const page = (...items: readonly unknown[]) => ({ items, item_count: items.length, page: 1 });
const snapshot = (resource: string, ...items: readonly unknown[]) => ({
  schema: "ko41a-carehq/1",
  resource,
  from: "2024-04-01",
  to: "2026-03-31",
  items,
});

const reading = { sources: sourcesFor("auto"), columns: new Map(), period: periodOf("2025-26") };
const read = async (text: string) => (await readExport(exportFile("saved.json", text), reading)).tables[0];
const entriesOf = (...values: readonly unknown[]) => values.map((value, index) => ({ row: index + 1, value }));
const document = (...values: readonly unknown[]) =>
  carehq.readDocument?.(entriesOf(...values), { file: "saved.json", period: reading.period }) ?? null;
const records = (...values: readonly unknown[]) => document(...values)?.records ?? null;

describe("every shape in which the API's answers are saved", () => {
  test.each<[string, string, readonly string[]]>([
    ["one object", JSON.stringify(complaint()), ["R-1"]],
    ["one object over several lines", JSON.stringify(complaint(), null, 2), ["R-1"]],
    ["one page", JSON.stringify(page(complaint(), other())), ["R-1", "R-2"]],
    ["one page over several lines", JSON.stringify(page(complaint(), other()), null, 2), ["R-1", "R-2"]],
    ["an array of pages", JSON.stringify([page(complaint()), page(), page(other())]), ["R-1", "R-2"]],
    ["a page on each line", [page(complaint()), page(other())].map((one) => JSON.stringify(one)).join("\n"), ["R-1", "R-2"]],
    ["an array of complaints", JSON.stringify([complaint(), other()]), ["R-1", "R-2"]],
    ["a complaint on each line", [complaint(), other()].map((one) => JSON.stringify(one)).join("\n"), ["R-1", "R-2"]],
    ["a snapshot of fetch", JSON.stringify(snapshot("complaints", complaint(), other()), null, 2), ["R-1", "R-2"]],
  ])("%s", async (_, text, references) => {
    const table = await read(text);
    expect(table?.profile.name).toBe("carehq");
    const at = table?.headings.indexOf("ref") ?? -1;
    expect(table?.rows.map(({ cells }) => cells[at])).toEqual(references);
    expect(table?.rows.map(({ row }) => row)).toEqual(references.map((_, index) => index + 1));
  });

  test("a page without complaints is an export without complaints", async () => {
    expect(await read(JSON.stringify(page()))).toMatchObject({ profile: { name: "carehq" }, rows: [] });
  });

  test("a snapshot without complaints is an export without complaints", async () => {
    expect(await read(JSON.stringify(snapshot("complaints")))).toMatchObject({ profile: { name: "carehq" }, rows: [] });
  });
});

describe("a reference", () => {
  const run = async (...files: readonly (readonly unknown[])[]) => {
    const exports = files.map((items, index) => exportFile(`page-${index + 1}.json`, JSON.stringify(items)));
    const { result } = await runExports(exports);
    return { references: result.complaints.map(({ reference }) => reference), balance: result.balance };
  };

  test("is the complaint's own", async () => {
    expect((await run([complaint({ ref: " R-1 " }), other({ ref: 7 })])).references).toEqual(["R-1", "7"]);
  });

  test.each([[undefined], [null], [""], ["  "]])("is the id where it is %j", async (ref) => {
    expect((await run([complaint({ ref })])).references).toEqual(["a1"]);
  });

  test("is the id where two complaints have the same, also in two files", async () => {
    const twins = [complaint({ ref: "R-1" }), other({ ref: "R-1" })];
    const third = complaint({ _id: "a3", ref: "R-3" });
    expect((await run([...twins, third])).references).toEqual(["a1", "a2", "R-3"]);
    expect((await run(...[...twins, third].map((one) => [one]))).references).toEqual(["a1", "a2", "R-3"]);
    expect(await run(twins, [twins[0]])).toMatchObject({ references: ["a1", "a2"], balance: { counted: 2, merged: 1 } });
  });

  test("is the id where another complaint's reference is that id", async () => {
    expect((await run([complaint({ ref: null }), other({ ref: "a1" })])).references).toEqual(["a1", "a2"]);
  });

  test("that was corrected between two saved pages makes no second complaint", async () => {
    expect(await run([complaint({ ref: "A" })], [complaint({ ref: "B" })])).toMatchObject({
      references: ["a1"],
      balance: { rows: 2, counted: 1, merged: 1 },
    });
  });

  test("stays where the same complaint was saved twice, and it counts once", async () => {
    expect(await run([complaint(), other(), complaint()])).toMatchObject({
      references: ["R-1", "R-2"],
      balance: { rows: 3, counted: 2, merged: 1 },
    });
  });
});

describe("a name of CareHQ is one name, whatever stands in it:", () => {
  test.each(["Staff attitude, communications", "Food; drink", "North\nwing"])("subject matter %j", async (name) => {
    const { report } = await runExports([
      exportFile("saved.json", JSON.stringify([complaint({ subject_matter: { _id: "s", name } })])),
    ]);
    expect(report.unmapped).toMatchObject([{ complaints: 1 }]);
    expect(report.findings.filter(({ rule }) => rule === "fits-nowhere")).toHaveLength(1);
  });

  test.each(["Elm; Oak", "North\nwing"])("location %j", async (name) => {
    const { report } = await runExports([
      exportFile("saved.json", JSON.stringify([complaint({ location: { _id: "l", name } })])),
    ]);
    expect(report.findings.filter(({ rule }) => rule === "primary-site")).toEqual([]);
  });
});

describe("what fetch wrote is refused", () => {
  test.each([
    ["when it did not come to its end", "ko41a-carehq-part/1", "did not come to its end"],
    ["when its form is not known", "ko41a-carehq/2", "a form that is not known"],
  ])("%s", async (_, schema, what) => {
    const problems = await problemsOf(() => read(JSON.stringify({ ...snapshot("complaints", complaint()), schema })));
    expect(problems).toMatchObject([{ what: expect.stringContaining(what), where: "saved.json" }]);
  });
});

describe("what the API names by an id", () => {
  test("is the name where the snapshot has it", () => {
    expect(records(complaint())?.[0]?.record).toMatchObject({ location: "Elm House", subject_matter: "Communications" });
  });

  test.each<[unknown, string]>([
    ["l1", "l1"],
    [{ _id: "l1" }, "l1"],
    [{ _id: "l1", name: null }, "l1"],
    [null, ""],
    [undefined, ""],
  ])("%j is %j", (location, said) => {
    expect(records(complaint({ location }))?.[0]?.record.location).toBe(said);
  });
});

test("notes and the service user are in no record", () => {
  expect(JSON.stringify(records(complaint(), other()))).not.toContain("PRIVATE-");
});

test("words of CareHQ are understood", async () => {
  const items = ["upheld", "partially_upheld", "not_upheld"].map((outcome, index) =>
    complaint({ _id: `a${index}`, ref: `R-${index}`, outcome }),
  );
  const { result } = await runExports([exportFile("saved.json", JSON.stringify(page(...items)))]);
  expect(result.complaints.flatMap((one) => one.items)).toEqual(
    expect.arrayContaining(["Complaints_Number_Upheld", "Complaints_Number_Partially_Upheld", "Complaints_Number_Not_Upheld"]),
  );
});

describe("a document that says itself that it is not whole", () => {
  const notes = (...values: readonly unknown[]) => document(...values)?.notes;
  const from = (first: string, last: string) => ({ ...snapshot("complaints", complaint()), from: first, to: last });

  test("is one page of several", () => {
    const one = { ...page(complaint()), item_count: 2 };
    expect(notes(one)).toEqual([{ kind: "incomplete-export", of: "complaints", missing: "pages", found: "1", wanted: "2" }]);
    expect(notes(one, { ...page(other()), item_count: 2 })).toEqual([]);
    expect(notes(page(complaint()))).toEqual([]);
    expect(notes(complaint())).toEqual([]);
  });

  test.each([
    ["2024-04-01", "2026-03-31", []],
    ["2025-03-31", "2026-05-01", []],
    [
      "2025-04-01",
      "2026-03-31",
      [{ kind: "incomplete-export", of: "complaints", missing: "earlier", found: "2025-04-01", wanted: "2025-04-01" }],
    ],
    [
      "2024-04-01",
      "2026-03-30",
      [{ kind: "incomplete-export", of: "complaints", missing: "later", found: "2026-03-30", wanted: "2026-03-31" }],
    ],
  ])("is a snapshot from %s to %s", (first, last, said) => {
    expect(notes(from(first, last))).toEqual(said);
  });

  test("is read all the same, with a warning", async () => {
    const text = JSON.stringify({ ...page(complaint()), item_count: 2 });
    const { tables, findings } = await readExport(exportFile("saved.json", text), reading);
    expect(tables[0]?.rows).toHaveLength(1);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["source-recognised", "info"],
      ["incomplete-export", "warning"],
    ]);
  });
});

describe("home visits are refused, with the option that takes them", () => {
  const visit = { _id: "v1", care_enquiry: "e1", date_time: "2025-05-14T09:00:00Z", completed: null };

  test.each<[string, unknown]>([
    ["a page", page(visit)],
    ["one object", visit],
    ["an array", [visit]],
    ["a snapshot", snapshot("home-visits", visit)],
    ["a snapshot of none", snapshot("home-visits")],
    ["among complaints", [complaint(), visit]],
  ])("%s", async (_, document) => {
    const [problem] = await problemsOf(() => read(JSON.stringify(document)));
    expect(problem).toMatchObject({ where: "saved.json", what: expect.stringContaining("home visits") });
    expect(problem?.fix).toContain("--activity");
  });
});

describe("what is no complaint of CareHQ", () => {
  test("is left to other systems", () => {
    expect(document({ "Complaint reference": "C-1", "Date received": "2025-05-14" })).toBeNull();
    expect(document({ items: [] })).toBeNull();
    expect(document()).toBeNull();
  });

  test("is refused among complaints, by its row and by what is wrong with it, which is not quoted", async () => {
    const [problem] = await problemsOf(() => records(complaint(), other({ location: 7, ref: { name: "PRIVATE-" } })));
    expect(problem).toMatchObject({ where: "saved.json, row 2", what: expect.stringMatching(/ref.*location|location.*ref/) });
    expect(JSON.stringify(problem)).not.toContain("PRIVATE-");
  });

  test("a page of ids alone is refused, with the command that asks for more", async () => {
    const [problem] = await problemsOf(() => read(JSON.stringify(page({ _id: "a1" }, { _id: "a2" }))));
    expect(problem).toMatchObject({ where: "saved.json", what: expect.stringContaining("nothing but ids") });
    expect(problem?.fix).toContain("ko41a fetch carehq");
  });
});
