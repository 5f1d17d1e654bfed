import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readWorkbook } from "../../src/ingest/workbook.ts";
import { problemsOf } from "../support/refusal.ts";
import { type Sheet, workbookOf } from "../support/workbook.ts";

async function sheetsOf(sheets: readonly Sheet[], finish?: Parameters<typeof workbookOf>[1]) {
  return readWorkbook("export.xlsx", await workbookOf(sheets, finish));
}

/** The cells of a sheet with these rows. */
async function cellsOf(rows: Sheet["rows"], finish?: Parameters<typeof workbookOf>[1]) {
  const [sheet] = await sheetsOf([{ name: "Complaints", rows }], finish);
  return sheet?.rows.map(({ cells }) => cells);
}

const utc = (text: string) => new Date(text);

describe("a cell as text", () => {
  test("words, numbers and truths", async () => {
    expect(await cellsOf([["C-1", 44, true, 0, "007"]])).toEqual([["C-1", "44", "true", "0", "007"]]);
  });

  test("a date is the day the calendar shows, in summer and winter alike", async () => {
    const days = ["2025-03-30", "2025-06-01", "2025-10-26", "2025-12-31", "1958-05-12"];
    expect(await cellsOf([days.map((date) => utc(`${date}T00:00:00Z`))])).toEqual([days]);
  });

  test("a date with a time keeps its day, up to the last second", async () => {
    expect(await cellsOf([[utc("2025-05-14T16:45:00Z"), utc("2025-05-14T23:59:59.997Z")]])).toEqual([
      ["2025-05-14", "2025-05-14"],
    ]);
  });

  test("rich text is its words", async () => {
    const rich = { richText: [{ text: "Up" }, { text: "held", font: { bold: true } }] };
    expect(await cellsOf([[rich]])).toEqual([["Upheld"]]);
  });

  test("a formula is its result", async () => {
    expect(
      await cellsOf([
        [
          { formula: "A2", result: "Upheld" },
          { formula: "B2", result: 7 },
          { formula: "C2", result: utc("2025-05-14T00:00:00Z") },
          { formula: "D2", result: 0 },
        ],
      ]),
    ).toEqual([["Upheld", "7", "2025-05-14", "0"]]);
  });

  test("a link is what it shows", async () => {
    expect(await cellsOf([[{ text: "C-1", hyperlink: "http://example.invalid" }]])).toEqual([["C-1"]]);
  });

  test("an error shows itself", async () => {
    expect(await cellsOf([[{ error: "#N/A" }, { formula: "X", result: { error: "#REF!" } }]])).toEqual([["#N/A", "#REF!"]]);
  });

  test("merged cells all say what the first one says", async () => {
    const rows = [
      ["C-1", "a"],
      [null, "b"],
    ];
    const merged = await cellsOf(rows, (workbook) => workbook.getWorksheet("Complaints")?.mergeCells("A1:A2"));
    expect(merged).toEqual([
      ["C-1", "a"],
      ["C-1", "b"],
    ]);
  });
});

describe("rows", () => {
  test("carry the numbers that Excel shows, over blank ones", async () => {
    const [sheet] = await sheetsOf([{ name: "Complaints", rows: [["Ref"], [], [], ["C-1"]] }]);
    expect(sheet?.rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [1, "Ref"],
      [4, "C-1"],
    ]);
  });

  test("are all as wide as the sheet", async () => {
    expect(await cellsOf([["Ref", "Date", "Outcome"], ["C-1"]])).toEqual([
      ["Ref", "Date", "Outcome"],
      ["C-1", "", ""],
    ]);
  });
});

describe("sheets", () => {
  test("all of them, with their names, hidden or not", async () => {
    const sheets = await sheetsOf(
      [
        { name: "North", rows: [["a"]] },
        { name: "Old", hidden: true, rows: [["b"]] },
        { name: "Deep", rows: [["c"]] },
      ],
      (workbook) => {
        const deep = workbook.getWorksheet("Deep");
        if (deep !== undefined) deep.state = "veryHidden";
      },
    );
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["North", false],
      ["Old", true],
      ["Deep", true],
    ]);
  });
});

describe("cells that would be read as blank although Excel shows something are refused:", () => {
  test("formulas without a stored result, and where", async () => {
    const [problem] = await problemsOf(() => sheetsOf([{ name: "Complaints", rows: [["Ref"], [{ formula: "A1" }]] }]));
    expect(problem?.what).toContain("A2");
    expect(problem?.fix).toContain("save");
  });

  test("dates of the Strict format", async () => {
    const parts = unzipSync(await workbookOf([{ name: "Complaints", rows: [["x"]] }]));
    const xml = '<worksheet><sheetData><row r="1"><c r="A1" t="d"><v>2025-05-14</v></c></row></sheetData></worksheet>';
    const strict = zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8(xml) });
    const [problem] = await problemsOf(() => readWorkbook("export.xlsx", strict));
    expect(problem?.what).toContain("Strict");
  });
});

test("a workbook with damaged sheets is refused", async () => {
  const parts = unzipSync(await workbookOf([{ name: "Complaints", rows: [["a"]] }]));
  const broken = zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8("<worksheet><sheetData><row") });
  const [problem] = await problemsOf(() => readWorkbook("export.xlsx", broken));
  expect(problem).toMatchObject({ where: "export.xlsx", what: expect.stringContaining("damaged") });
});
