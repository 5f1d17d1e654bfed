import ExcelJS from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";
import { changed, deskWithReturns } from "./support/returns.ts";
import { type Desk, PATIENCE } from "./support/run.ts";

interface Reconciled {
  readonly theirs: {
    readonly kind: string;
    readonly unread: { readonly rows: readonly number[]; readonly columns: readonly object[] };
  };
  readonly compared: number;
  readonly differences: readonly { readonly site: string | null; readonly item: string; readonly theirs: number }[];
}

type Rows = readonly (readonly (string | number | null)[])[];

/** One report in three shapes; each has Communications wrong at one site, two rows that name nothing, and titles above. */
const ACROSS: Rows = [
  ["Complaints of the year", null, null, null],
  ["Site", "Total New", "Not upheld", "7.54 Communications"],
  ["RZZ01", 3, 1, 2],
  ["St Anne’s unit", 2, 0, 1],
  ["Elm House", 9, 9, 9],
  ["Total", 5, 1, 2],
  ["printed by the vendor", null, null, null],
];
const DOWN_BY_SITE: Rows = [
  ["Complaints of the year", null, null],
  ["Measure", "RZZ01", "St Anne’s unit", "Total"],
  ["2.6 Total New", 3, 2, 5],
  ["Complaints_Number_Not_Upheld", 1, 0, 1],
  ["Parking", 4, 4, 4],
  ["Communications", 2, 1, 2],
  ["printed by the vendor", null, null, null],
];
const LIST: Rows = [
  ["Complaints of the year", null, null],
  ["Site", "Measure", "Figure"],
  ["RZZ01", "Total New", 3],
  ["RZZ02", "Total New", 2],
  ["Elm House", "Total New", 9],
  ["RZZ01", "Communications", 2],
  ["RZZ02", "Communications", 1],
  ["RZZ01", "Parking", 1],
];

const csv = (rows: Rows): string => rows.map((row) => `${row.map((cell) => cell ?? "").join(",")}\r\n`).join("");

async function xlsx(rows: Rows): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Notes").addRow(["Nothing to see here"]);
  const sheet = book.addWorksheet("Report");
  for (const row of rows) sheet.addRow(row);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

let here: Desk;
beforeAll(async () => {
  here = await deskWithReturns("before.csv");
});

const reconcile = (theirs: string, ...more: readonly string[]) => here.run("reconcile", "before", theirs, ...more);

describe.concurrent("a table is read", PATIENCE, () => {
  test.each([
    ["with items across and sites down", ACROSS, 9, [5, 7]],
    ["with items down and sites across", DOWN_BY_SITE, 9, [5]],
    ["with a line for each site and item", LIST, 4, [5, 8]],
  ])("%s, from CSV and from Excel", async (name, rows, compared, unread) => {
    await here.write(`${name}.csv`, csv(rows));
    await here.write(`${name}.xlsx`, await xlsx(rows));
    for (const file of [`${name}.csv`, `${name}.xlsx`]) {
      const ran = await reconcile(file, "--format", "json");
      expect(ran, `${file}: ${ran.stderr}`).toMatchObject({ code: 1, stderr: "" });
      const told = JSON.parse(ran.stdout) as Reconciled;
      expect(told.theirs, file).toMatchObject({ kind: "table", unread: { rows: unread, columns: [] } });
      expect(told.compared, file).toBe(compared);
      expect(told.differences, file).toMatchObject([{ site: "RZZ02", item: "Subject_Area_Communications", theirs: 1 }]);
    }
  });

  test("and rows that were passed over are named by their numbers", async () => {
    await here.write("passed.csv", csv(ACROSS));
    const [said, markdown] = await Promise.all([reconcile("passed.csv"), reconcile("passed.csv", "--format", "markdown")]);
    for (const { stdout } of [said, markdown])
      expect(stdout.replace(/\s+/g, " ")).toContain("is not understood: rows 5 and 7 of passed.csv.");
  });

  test.each([
    ["down a column", "Measure,Figure\r\nTotal New,9\r\n"],
    ["across", "Total New,Remark\r\n9,\r\n"],
    ["in a line of a site", "Site,Total New\r\nRZZ01,9\r\n"],
  ])("also when it has one figure only, %s", async (name, text) => {
    await here.write(`${name}.csv`, text);
    const ran = await reconcile(`${name}.csv`, "--format", "json");
    expect(ran, ran.stdout).toMatchObject({ code: 1, stderr: "" });
    expect(JSON.parse(ran.stdout)).toMatchObject({ compared: 1, differences: [{ item: "Complaints_Total_New", theirs: 9 }] });
  });

  test("with numbers as people write them", async () => {
    await here.write("written.csv", 'Measure,Figure\r\nTotal New,"1,005"\r\nTotal Resolved, 3.0 \r\nNumber Upheld,about 1\r\n');
    const told = JSON.parse((await reconcile("written.csv", "--format", "json")).stdout) as Reconciled;
    expect(told.differences).toMatchObject([{ item: "Complaints_Total_New", theirs: 1005 }]);
    expect(told).toMatchObject({ compared: 2, theirs: { unread: { rows: [4] } } });
  });
});

describe.concurrent("what cannot be held against ours is refused with exit code 2:", PATIENCE, () => {
  test.each([
    [
      "several columns of numbers",
      "Measure,This year,Last year\r\nTotal New,5,4\r\nNumber Upheld,1,2\r\n",
      /several columns[\s\S]*Total/,
    ],
    ["no column of numbers", "Measure,Remark\r\nTotal New,many\r\nNumber Upheld,few\r\n", /no column beside them/],
    ["two figures for one", "Measure,Figure\r\nTotal New,5\r\n2.6,6\r\n", /two figures for [\s\S]*row 3/],
    ["no figure", "Site,Total New,Total Resolved\r\nRZZ01,many,few\r\n", /No KO41a figures/],
    ["no item at all", "Ward,Beds\r\nOne,5\r\n", /No KO41a figures/],
    ["no site of ours", "Site,Total New,Total Resolved\r\nElsewhere,5,4\r\n", /No KO41a figures/],
    ["a part of the year", "Month,Total New\r\nApril,5\r\n", /No KO41a figures/],
    ["another year", "Measure,2023-24\r\nTotal New,5\r\n", /names no site of the return[\s\S]*row 1/],
    ["a title of another year", "Complaints 2023\u201324,\r\nMeasure,Total\r\nTotal New,5\r\n", /another period[\s\S]*row 1/],
    ["a title of a part of the year", "2025-26 Q1,\r\nMeasure,Total\r\nTotal New,5\r\n", /a part of it[\s\S]*row 1/],
    ["a part of the organisation", "Ward,Measure,Total\r\nAsh,Total New,5\r\n", /do: /],
    ["number and label that disagree", "Item,Label,Total\r\n2.6,Total Resolved,5\r\n", /No KO41a figures/],
    ["another organisation", "Measure,RXX02\r\nTotal New,5\r\n", /names no site of the return/],
    ["a site above the figures", "Report for RZZ02,\r\nMeasure,Figure\r\nTotal New,5\r\n", /RZZ02 is named above/],
    ["a list of patients", "Ref,Site,Specialty,NHS number\r\nC-1,RZZ01,Emergency,9434765919\r\n", /list of complaints/],
    ["nothing", "", /do: /],
  ])("%s", async (name, text, says) => {
    await here.write(`${name}.csv`, text);
    const ran = await reconcile(`${name}.csv`);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(says);
  });

  test("an export in place of figures", async () => {
    const ran = await reconcile("before.csv");
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(/(export|list) of complaints, no table of figures\.[\s\S]*where: before\.csv/);
  });

  test("an export of one complaint, whose age is no figure", async () => {
    const [headings = "", first = ""] = (await here.text("before.csv")).split(/\r?\n/);
    await here.write("one.csv", `${headings}\r\n${first}\r\n`);
    const ran = await reconcile("one.csv");
    expect(ran, ran.stdout).toMatchObject({ code: 2, stdout: "" });
  });

  test("a workbook in place of our return.json", async () => {
    const ran = await here.run("reconcile", "before/KO41a-RZZ-2025-26.xlsx", "before");
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain("Give the return.json");
  });

  test.each([
    ["another organisation's return", { organisation: { code: "RZY", name: "Y" } }],
    ["another period's return", { period: { label: "2024-25", start: "2024-04-01", end: "2025-03-31" } }],
  ])("%s", async (name, change) => {
    await here.write(`${name}.json`, await changed(here, "before", (own) => ({ ...own, ...change })));
    const ran = await reconcile(`${name}.json`);
    expect(ran, ran.stdout).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(/no figures of RZZ for 2025-26/);
  });
});
