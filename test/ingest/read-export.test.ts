import { describe, expect, test } from "vitest";
import type { Field } from "../../src/domain/field.ts";
import { readExport } from "../../src/ingest/read-export.ts";
import { sourcesFor } from "../../src/ingest/sources/index.ts";
import { problemsOf } from "../support/refusal.ts";
import { periodOf } from "../support/rule-book.ts";
import { workbookOf } from "../support/workbook.ts";

const HEADINGS = ["Complaint reference", "Date received"];
const read = (file: string, bytes: Uint8Array, columns = new Map<Field, string>()) =>
  readExport({ file, bytes }, { sources: sourcesFor("auto"), columns, period: periodOf("2025-26") });
const text = (content: string) => new TextEncoder().encode(content);

const excel = await workbookOf([{ name: "Sheet1", rows: [HEADINGS, ["C-1", new Date("2025-05-14T00:00:00Z")]] }]);

describe("the same table from every kind of file", () => {
  test.each([
    ["CSV", text("Complaint reference,Date received\nC-1,2025-05-14\n")],
    ["TSV", text("Complaint reference\tDate received\nC-1\t2025-05-14\n")],
    ["JSON", text('[{"Complaint reference":"C-1","Date received":"2025-05-14"}]')],
    ["NDJSON", text('{"Complaint reference":"C-1","Date received":"2025-05-14"}\n')],
    ["Excel", excel],
  ])("%s", async (_, bytes) => {
    const { tables } = await read("export.csv", bytes);
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ file: "export.csv", sheet: null, headings: HEADINGS });
    expect(tables[0]?.rows.map(({ cells }) => cells)).toEqual([["C-1", "2025-05-14"]]);
  });
});

describe("a workbook with several sheets", () => {
  test("every visible sheet with headings is read under its name", async () => {
    const bytes = await workbookOf([
      { name: "Notes", rows: [["Read me"]] },
      { name: "North", rows: [["Complaints of the north"], HEADINGS, ["C-1", "2025-05-14"]] },
      { name: "South", rows: [HEADINGS, ["C-2", "2025-05-14"]] },
    ]);
    const { tables, findings } = await read("export.xlsx", bytes);
    expect(tables.map(({ sheet, headingRow }) => [sheet, headingRow])).toEqual([
      ["North", 2],
      ["South", 1],
    ]);
    expect(findings).toEqual([]);
  });

  test("a hidden one is left out and said to be", async () => {
    const bytes = await workbookOf([
      { name: "Now", rows: [HEADINGS, ["C-1", "2025-05-14"]] },
      { name: "Then", hidden: true, rows: [HEADINGS, ["C-1", "2025-05-14"]] },
    ]);
    const { tables, findings } = await read("export.xlsx", bytes);
    expect(tables).toHaveLength(1);
    expect(findings.map(({ rule, detail }) => [rule, detail])).toEqual([
      ["hidden-sheet-left-out", { kind: "hidden-sheet-left-out", sheet: "Then" }],
    ]);
  });
});

describe("the system that an export comes from", () => {
  const DATIX = ["Complaint ID", "lcom_dreceived", "com_dclosed"];
  const recognised = (findings: Awaited<ReturnType<typeof read>>["findings"]) =>
    findings.map(({ severity, detail, source }) => [severity, detail, source]);

  test("is said with the headings it is known by, and read with its profile", async () => {
    const { tables, findings } = await read("export.csv", text(`Title\n${DATIX.join()}\nC-1,2025-05-14,\n`));
    expect(tables[0]?.profile.name).toBe("datix");
    expect(recognised(findings)).toEqual([
      [
        "info",
        { kind: "source-recognised", system: "Datix", headings: ["lcom_dreceived", "com_dclosed"] },
        { file: "export.csv", row: 2 },
      ],
    ]);
  });

  test("may be another one on each sheet", async () => {
    const bytes = await workbookOf([
      { name: "Ours", rows: [HEADINGS, ["C-1", "2025-05-14"]] },
      { name: "Theirs", rows: [DATIX, ["C-2", "2025-05-14", ""]] },
    ]);
    const { tables, findings } = await read("export.xlsx", bytes);
    expect(tables.map(({ profile }) => profile.name)).toEqual(["generic", "datix"]);
    expect(findings.map(({ source }) => source)).toEqual([{ file: "export.xlsx", sheet: "Theirs", row: 1 }]);
  });

  test("is known by the shape of a document", async () => {
    const dump = { model: "complaints.complaint", pk: 1, fields: { created_at: "2025-05-14" } };
    const { tables, findings } = await read("dump.json", text(JSON.stringify([dump])));
    expect(tables[0]?.profile.name).toBe("px360");
    expect(recognised(findings)).toEqual([
      ["info", { kind: "source-recognised", system: "PX360", headings: [] }, { file: "dump.json", row: 0 }],
    ]);
  });

  test("is the one that was named, or the export is refused", async () => {
    const bytes = text(`${DATIX.join()}\nC-1,2025-05-14,\n`);
    const named = (source: string) =>
      readExport({ file: "export.csv", bytes }, { sources: sourcesFor(source), columns: new Map(), period: periodOf("2025-26") });
    expect((await named("datix")).tables[0]?.profile.name).toBe("datix");
    const [problem] = await problemsOf(() => named("carehq"));
    expect(problem?.what).toContain('"ref" and "complaint_reported_date"');
  });
});

describe("a survey of an export that nobody understands", () => {
  const survey = (content: string) =>
    readExport(
      { file: "export.csv", bytes: text(content) },
      { sources: sourcesFor("auto"), columns: new Map(), period: periodOf("2025-26"), anyHeadings: true },
    );

  test("takes the first row that may be headings, below title rows", async () => {
    const { tables, findings } = await survey("Complaints 2025-26\n\nRef no;When;Where\nC-1;14/05/2025;Elm House\n");
    expect(tables[0]).toMatchObject({ headingRow: 3, headings: ["Ref no", "When", "Where"], profile: { name: "generic" } });
    expect(tables[0]?.rows).toHaveLength(1);
    expect(findings).toEqual([]);
  });

  test("finds none in a file of figures", async () => {
    const [problem] = await problemsOf(() => survey("1,2,3\n4,5,6\n"));
    expect(problem?.what).toContain("No row of headings");
  });
});

test("a file without headings that are understood is refused", async () => {
  for (const bytes of [
    text("Ref no,When\nC-1,2025-05-14\n"),
    text('[{"Ref no":"C-1"}]'),
    await workbookOf([{ name: "A", rows: [["x"]] }]),
  ]) {
    const [problem] = await problemsOf(() => read("export.csv", bytes));
    expect(problem?.what).toContain("No row of headings");
  }
});

test("the trust's own headings", async () => {
  const columns = new Map<Field, string>([["received", "First contact"]]);
  const { tables } = await read("export.csv", text("Title\nComplaint reference,First contact\nC-1,2025-05-14\n"), columns);
  expect(tables[0]?.headingRow).toBe(2);
});
