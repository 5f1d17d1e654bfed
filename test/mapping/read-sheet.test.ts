import { describe, expect, test } from "vitest";
import { lineKey } from "../../src/mapping/mapping.ts";
import { readMapping } from "../../src/mapping/read-sheet.ts";
import { isMappingSheet } from "../../src/mapping/sheet-lines.ts";
import { SHEET_COLUMNS, type SheetLine, sheetOf } from "../support/mapping-rows.ts";
import { problemsOf } from "../support/refusal.ts";
import { ruleBook } from "../support/rule-book.ts";

const book = ruleBook();

const LINES: readonly SheetLine[] = [
  { line: "Heading", heading: "Ref no", choice: "Complaint reference" },
  { line: "Heading", heading: "First contact", choice: "Date received" },
  { line: "Heading", heading: "Theme", choice: "Subjects" },
  { line: "Heading", heading: "Remarks", choice: "(not needed)" },
  { line: "Heading", heading: "Ward" },
  { line: "Value", heading: "Theme", value: "Parking", choice: "7.54 Communications" },
  { line: "Value", heading: "Theme", value: "Food", choice: "" },
  { line: "Value", heading: "Theme", value: "None", choice: "(says nothing)" },
  { line: "Value", heading: "Result", column: "Outcome", value: "Well founded", choice: "Upheld" },
  { line: "Value", heading: "Place", column: "Site name", value: "Elm House", choice: "RZZ01 General hospital" },
  { line: "Value", heading: "Place", column: "Site name", value: "Oak House", choice: "RZZ (a site without an ODS code)" },
];

const read = (lines: readonly SheetLine[], options: Parameters<typeof sheetOf>[1] = {}) =>
  readMapping(sheetOf(lines, options), book);
const problems = (lines: readonly SheetLine[], options: Parameters<typeof sheetOf>[1] = {}) =>
  problemsOf(() => read(lines, options));

describe("what was chosen", () => {
  test("is read in the terms of ko41a.yaml", () => {
    expect(read(LINES)).toMatchObject({
      columns: new Map([
        ["reference", "Ref no"],
        ["received", "First contact"],
        ["subjects", "Theme"],
      ]),
      notNeeded: ["Remarks"],
      values: new Map([
        ["subjects", new Map(Object.entries({ Parking: "7.54 Communications", None: "" }))],
        ["outcome", new Map([["Well founded", "Upheld"]])],
      ]),
      sites: [
        { name: "Elm House", code: "RZZ01" },
        { name: "Oak House", code: "RZZ" },
      ],
    });
  });

  test("is nothing in a sheet that nobody filled", () => {
    const blank = LINES.map(({ choice: _, ...line }) => line);
    expect(read(blank)).toMatchObject({ columns: new Map(), notNeeded: [], values: new Map(), sites: [] });
  });

  test("is known line by line, blank ones too, so that the next sheet can tell what is new", () => {
    const { lines } = read(LINES);
    expect(LINES.map(({ heading = "", value = "" }) => lines.get(lineKey(heading, value)))).toEqual(
      LINES.map(({ choice }) => choice ?? ""),
    );
  });

  test.each(["7.54 Communications", "Subject_Area_Communications", "7.54", "communications"])(
    "may be an item in any form, such as %s",
    (choice) => {
      expect(
        read([{ heading: "Subjects", value: "Parking", choice }])
          .values.get("subjects")
          ?.get("Parking"),
      ).toBe(choice);
    },
  );

  test("is the line with a choice, where another says the same and was left blank", () => {
    const twice = [
      { heading: "Subjects", value: "Parking", choice: "Communications" },
      { heading: "Subjects", value: "parking" },
    ];
    for (const lines of [twice, twice.toReversed()])
      expect(read(lines).lines.get(lineKey("Subjects", "Parking"))).toBe("Communications");
  });

  test("of a value of signs alone is not its heading's", () => {
    const { columns, values, lines } = read([
      { heading: "Theme", choice: "Subjects" },
      { heading: "Theme", value: "-", choice: "Other" },
      { heading: "Theme", value: "?", choice: "Communications" },
    ]);
    expect(columns).toEqual(new Map([["subjects", "Theme"]]));
    expect(values.get("subjects")).toEqual(new Map(Object.entries({ "-": "Other", "?": "Communications" })));
    expect([lineKey("Theme", ""), lineKey("Theme", "-")].map((key) => lines.get(key))).toEqual(["Subjects", "Other"]);
  });

  test("says of the words under a heading what the heading is, as the sheet supposed", () => {
    const supposed = [
      { heading: "Where" },
      { heading: "Where", column: "Site name", value: "Elm House", choice: "RZZ01" },
      { heading: "Theme" },
      { heading: "Theme", column: "Subjects", value: "Parking" },
    ];
    expect(read(supposed).columns).toEqual(new Map([["siteName", "Where"]]));
  });

  test.each(["South wing", "The hill", "General hospital"])("is no site by a word of its name: %s", async (choice) => {
    expect(await problems([{ heading: "Site name", value: "Elm House", choice }])).toHaveLength(1);
  });

  test.each([
    ["RZZ01 General hospital", { name: "Elm House", code: "RZZ01", officialName: "General hospital" }],
    ["RZZ (a site without an ODS code)", { name: "Elm House", code: "RZZ" }],
  ])("may say what a site is called: %s", (choice, site) => {
    expect(read([{ heading: "Site name", value: "Elm House", choice }]).sites).toEqual([site]);
  });

  test("may be a site by its code alone", () => {
    expect(read([{ heading: "Site name", value: "Elm House", choice: "rzz01" }]).sites).toEqual([
      { name: "Elm House", code: "RZZ01" },
    ]);
  });
});

describe("a sheet that was worked in is read as before when", () => {
  const known = read(LINES);

  test("its lines were sorted", () => {
    const sorted = read(LINES.toReversed());
    expect(sorted.values.get("subjects")).toEqual(new Map(Object.entries({ None: "", Parking: "7.54 Communications" })));
    expect(new Map([...sorted.columns].toSorted())).toEqual(new Map([...known.columns].toSorted()));
  });

  test("its columns were moved, and one was added", () => {
    expect(read(LINES, { columns: [...SHEET_COLUMNS.toReversed(), null] })).toEqual(known);
    expect(read(LINES, { columns: [null, "choice", "value", "column", "heading"] })).toEqual(known);
  });

  test("columns that only tell were deleted", () => {
    expect(read(LINES, { columns: ["heading", "column", "value", "choice"] })).toEqual(known);
  });

  test("title rows and blank lines were put in", () => {
    const { file, sheet, rows } = sheetOf([{}, ...LINES.flatMap((line) => [line, {}])]);
    const title = { row: 0, cells: ["Our mapping", "2025-26"] };
    expect(readMapping({ file, sheet, rows: [title, ...rows] }, book)).toEqual(known);
  });

  test("its own headings were written in another case", () => {
    const { rows, ...grid } = sheetOf(LINES);
    const shouted = rows.map(({ row, cells }) => ({ row, cells: row === 1 ? cells.map((cell) => cell.toUpperCase()) : cells }));
    expect(readMapping({ ...grid, rows: shouted }, book)).toEqual(known);
  });
});

test("lines that were deleted are not chosen, and lines that were added are", () => {
  const added: SheetLine = { column: "Service areas", value: "Ward 7", choice: "Inpatient" };
  const { columns, values } = read([...LINES.slice(0, 3), added]);
  expect([...columns.keys()]).toEqual(["reference", "received", "subjects"]);
  expect(values).toEqual(new Map([["services", new Map([["Ward 7", "Inpatient"]])]]));
});

describe("an apostrophe that keeps a spreadsheet from a formula", () => {
  test.each(["=Ward+1", "+44 ward", "-", "@home"])("is no part of %s", (value) => {
    const { values } = read([{ heading: "Subjects", value: `'${value}`, choice: "Other" }]);
    expect([...(values.get("subjects")?.keys() ?? [])]).toEqual([value]);
  });

  test("is one before anything else", () => {
    const { values } = read([{ heading: "Subjects", value: "'Tis late", choice: "Other" }]);
    expect([...(values.get("subjects")?.keys() ?? [])]).toEqual(["'Tis late"]);
  });
});

describe("the column of a value", () => {
  test("is what its heading was chosen to be, before what the line says", () => {
    const { values } = read([
      { heading: "Theme", choice: "Subjects" },
      { heading: "THEME", column: "Service areas", value: "Parking", choice: "Other" },
    ]);
    expect([...values.keys()]).toEqual(["subjects"]);
  });

  test("is what its heading means where nobody chose", () => {
    expect([...read([{ heading: "Outcome", value: "Well founded", choice: "Upheld" }]).values.keys()]).toEqual(["outcome"]);
  });

  test("must be known from one of these", async () => {
    expect(await problems([{ heading: "Theme", value: "Parking", choice: "Other" }])).toEqual([
      {
        what: 'Nothing says what the column "Theme" is, so "Parking" cannot be read.',
        where: 'mapping.csv, row 2, column "KO41a item or meaning"',
        fix: expect.stringMatching(/line of the heading "Theme".*under "Column"/),
      },
    ]);
  });

  test("need not be known while nobody chose", () => {
    expect(read([{ heading: "Theme", value: "Parking" }]).values.size).toBe(0);
  });
});

describe("a choice that does not exist is refused with its cell and the nearest one that does", () => {
  const inExcel = { file: "mapping.xlsx", sheet: "Mapping" } as const;

  test.each<[string, SheetLine, RegExp, RegExp]>([
    ["a column", { heading: "When", choice: "Date recieved" }, /"Date recieved" is no column/, /"Date received"/],
    [
      "an item",
      { heading: "Subjects", value: "Parking", choice: "Comunications" },
      /does not exist for Subjects/,
      /"7\.54 Communications"/,
    ],
    ["a meaning", { heading: "Outcome", value: "Good", choice: "Upholded" }, /does not exist for Outcome/, /"Upheld"/],
    [
      "clinical treatment",
      { heading: "Subjects", value: "Care", choice: "Clinical treatments" },
      /does not exist/,
      /"Clinical treatment"/,
    ],
    ["something far from all", { heading: "Outcome", value: "Good", choice: "xyzzy" }, /does not exist/, /clear the cell/],
    ["a site", { heading: "Site name", value: "Elm", choice: "General hospital" }, /does not begin with an ODS code/, /ODS code/],
    ["a meaning of a date", { heading: "Date closed", value: "soon", choice: "Other" }, /no words from a list/, /Clear the cell/],
  ])("%s", async (_, line, what, fix) => {
    expect(await problems([{}, line], inExcel)).toEqual([
      { what: expect.stringMatching(what), where: 'mapping.xlsx, sheet "Mapping", cell H3', fix: expect.stringMatching(fix) },
    ]);
  });

  test("the cell is that of the column where it was moved to", async () => {
    const columns = [...Array.from({ length: 26 }, () => null), "heading", "value", "choice"] as const;
    const [problem] = await problems([{ heading: "When", choice: "x" }], { ...inExcel, columns });
    expect(problem?.where).toContain("cell AC2");
  });

  test("every one of them", async () => {
    const wrong = [
      { heading: "When", choice: "x" },
      { heading: "Outcome", value: "Good", choice: "x" },
    ];
    expect((await problems([...wrong, ...LINES])).map(({ where }) => where)).toEqual([
      expect.stringContaining("row 2"),
      expect.stringContaining("row 3"),
    ]);
  });
});

describe("one thing chosen twice", () => {
  const inExcel = { file: "mapping.xlsx", sheet: "Mapping" } as const;

  test("two headings for one column, with the cells of both", async () => {
    const lines = [
      { heading: "First contact", choice: "Date received" },
      { heading: "Logged", choice: "Date received" },
    ];
    expect(await problems(lines, inExcel)).toEqual([
      {
        what: '"Logged" and "First contact" are both chosen to be "Date received".',
        where: expect.stringMatching(/^mapping\.xlsx, sheet "Mapping", cell H3\b.*\bcell H2$/),
        fix: "Keep one of them.",
      },
    ]);
  });

  test("two meanings for one value, however it is written", async () => {
    const lines = [
      { heading: "Subjects", value: "Parking", choice: "Other" },
      { heading: "Subjects", value: "PARKING", choice: "Communications" },
    ];
    expect(await problems(lines)).toEqual([
      expect.objectContaining({ what: '"PARKING" is given two meanings.', where: expect.stringContaining("row 3") }),
    ]);
  });

  test("the rows of both are named also in a CSV", async () => {
    const lines = [
      { heading: "Subjects", value: "Parking", choice: "Other" },
      { heading: "Subjects", value: "Parking", choice: "Communications" },
    ];
    expect((await problems(lines))[0]?.where).toMatch(/row 3.*row 2/);
  });

  test("is no fault when both say the same", () => {
    const { columns, values, sites } = read(LINES);
    expect(read(LINES.flatMap((line) => [line, line]))).toMatchObject({ columns, values, sites });
  });

  test("is no fault when both say the same in other words", () => {
    const { values, sites } = read([
      { heading: "Subjects", value: "Parking", choice: "7.54" },
      { heading: "Subjects", value: "PARKING", choice: "Communications" },
      { heading: "Site name", value: "Elm House", choice: "RZZ01" },
      { heading: "Site name", value: "Elm house", choice: "RZZ01 General hospital" },
    ]);
    expect(values.get("subjects")?.size).toBe(2);
    expect(sites).toEqual([{ name: "Elm House", code: "RZZ01" }]);
  });

  test("is two things in two columns", () => {
    const { values } = read([
      { heading: "Subjects", value: "Other", choice: "Communications" },
      { heading: "Service areas", value: "Other", choice: "Inpatient" },
    ]);
    expect(values.size).toBe(2);
  });
});

describe("a mapping sheet is told by its headings", () => {
  test("wherever they stand", () => {
    expect(isMappingSheet(sheetOf([]))).toBe(true);
    expect(isMappingSheet(sheetOf([], { columns: ["choice", "value", "heading"] }))).toBe(true);
  });

  test.each([[["heading", "value"]], [["value", "choice"]], [["heading", "choice"]]] as const)("%j are not enough", (columns) => {
    expect(isMappingSheet(sheetOf([], { columns }))).toBe(false);
  });

  test("another file is refused", async () => {
    const grid = { file: "export.csv", sheet: null, rows: [{ row: 1, cells: ["Complaint reference", "Date received"] }] };
    const [problem] = await problemsOf(() => readMapping(grid, book));
    expect(problem).toMatchObject({ where: "export.csv", fix: expect.stringContaining("ko41a map") });
    expect(problem?.what).toMatch(/"Your heading".*"KO41a item or meaning"/);
  });
});
