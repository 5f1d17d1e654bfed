import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import type { Report } from "../../../src/domain/report.ts";
import { openPackage, packageBytes, textOfPart } from "../../../src/package/parts.ts";
import { COLUMNS, STATUSES, WORKLIST_COLUMNS, type WorklistColumn } from "../../../src/write/worklist/columns.ts";
import { worklistLines } from "../../../src/write/worklist/lines.ts";
import { findingsWorkbook } from "../../../src/write/worklist/workbook.ts";
import { contextOf, sampleReturn } from "../report/sample.ts";
import { readLines } from "./read-back.ts";
import { findingAt, HOSTILE, reportOf, SAMPLE, shown, TEMPLATE, WICKED, workbookOf } from "./sample.ts";

async function opened(report: Report): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(workbookOf(report).slice().buffer);
  return book;
}

async function listOf(report: Report): Promise<ExcelJS.Worksheet> {
  return (await opened(report)).worksheets[0] as ExcelJS.Worksheet;
}

function column(sheet: ExcelJS.Worksheet, name: WorklistColumn): readonly unknown[] {
  const values = sheet.getColumn(COLUMNS.indexOf(name) + 1).values as readonly unknown[];
  return Array.from({ length: sheet.rowCount - 1 }, (_, at) => values[at + 2] ?? null);
}

async function about(report: Report): Promise<string> {
  const lines: string[] = [];
  (await opened(report)).getWorksheet("About")?.eachRow((row) => {
    lines.push([row.getCell(2).text, row.getCell(3).text].join(": "));
  });
  return lines.join("\n");
}

describe("the worklist", () => {
  test("has its headings in the first row, and every finding a line in the order of work", async () => {
    const sheet = await listOf(SAMPLE);
    expect((sheet.getRow(1).values as readonly unknown[]).slice(1)).toEqual(Object.values(WORKLIST_COLUMNS));
    expect(column(sheet, "number")).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(column(sheet, "what")).toEqual([
      ...["To put right", "To put right", "To put right", "To confirm", "To confirm", "Note", "Accepted"],
    ]);
    expect(column(sheet, "status")).toEqual(["To do", "To do", "To do", "To do", "To do", null, "Accepted"]);
    expect(column(sheet, "rule")).toEqual([
      "received-missing",
      "closed-without-outcome",
      "closed-without-outcome",
      "no-ods-code",
      "fits-nowhere",
      "no-register",
      "site-fell-silent",
    ]);
  });

  test("says of a finding what it is, where and why, and leaves room to write", () => {
    expect(readLines(workbookOf(SAMPLE))[0]).toEqual({
      number: 1,
      what: "To put right",
      status: "To do",
      finding: "No date received",
      message: expect.stringContaining("C-31"),
      fix: expect.stringContaining("Date received"),
      reference: "C-31",
      file: "export.csv",
      row: 32,
      column: "Date received",
      why: "Without the date received a complaint belongs to no period.",
      rule: "received-missing",
    });
  });

  test("names items as people know them, sites, sheets, and the reason of what was accepted", () => {
    const lines = readLines(workbookOf(SAMPLE));
    expect(lines.find(({ rule }) => rule === "fits-nowhere")?.item).toMatch(/^7\.\d+ /);
    expect(lines.at(-1)).toMatchObject({ site: "RZZ07", notes: "Elm House closed in June 2025 (J. Ward, 12 May 2026)" });
    const source = { file: "book.xlsx", sheet: "Complaints", row: 7, column: null };
    const [line] = readLines(workbookOf(reportOf([findingAt(0, { source, rule: "unheard-of" })])));
    expect(line).toMatchObject({ file: "book.xlsx", sheet: "Complaints", row: 7, finding: "unheard-of" });
    expect(line).not.toHaveProperty("column");
    expect(line).not.toHaveProperty("why");
  });

  test("filters its lines and no more, keeps its headings in sight and prints them on every page", async () => {
    const sheet = await listOf(SAMPLE);
    expect(sheet.autoFilter).toBe("A1:Q8");
    expect(sheet.views[0]).toMatchObject({ state: "frozen", xSplit: 3, ySplit: 1 });
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", fitToWidth: 1, fitToHeight: 0 });
    const workbook = textOfPart(openPackage(workbookOf(SAMPLE)), "xl/workbook.xml");
    expect(workbook).toMatch(/_xlnm.Print_Titles" localSheetId="0">[^<]*\$1:\$1</);
    expect(workbook).toMatch(/_xlnm._FilterDatabase" localSheetId="0" hidden="1">Worklist!\$A\$1:\$Q\$8</);
  });

  test("offers what can be said of a line, and turns settled lines grey", async () => {
    const sheet = await listOf(SAMPLE);
    for (const row of [2, 8])
      expect(sheet.getCell(`C${row}`).dataValidation).toMatchObject({ type: "list", formulae: [`"${STATUSES.join(",")}"`] });
    expect(sheet.getCell("C9").dataValidation).toBeUndefined();
    const xml = textOfPart(openPackage(workbookOf(SAMPLE)), "xl/worksheets/sheet1.xml");
    expect(xml).toContain("OR($C2=&quot;Done&quot;,$C2=&quot;No change needed&quot;,$C2=&quot;Accepted&quot;)");
  });

  test("keeps text as text when somebody types into it, and numbers as numbers", async () => {
    const sheet = await listOf(HOSTILE);
    for (const row of [2, 3])
      COLUMNS.forEach((name, at) => {
        expect(sheet.getRow(row).getCell(at + 1).numFmt ?? "", name).toBe(name === "number" || name === "row" ? "0" : "@");
      });
    expect(sheet.getColumn(COLUMNS.length).numFmt).toBe("@");
  });

  test("shows whatever stands in the data as clean text, in every field", async () => {
    const sheet = await listOf(HOSTILE);
    const expected = WICKED.map(shown);
    for (const name of ["message", "fix", "reference", "file", "sheet", "column", "site"] as const)
      expect(column(sheet, name), name).toEqual([...expected, ...expected]);
    expect(column(sheet, "notes").slice(WICKED.length)).toEqual(expected);
    sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)));
  });

  test("has a taller row for a longer text, within what Excel can show", () => {
    const xml = textOfPart(
      openPackage(
        workbookOf(
          reportOf(
            [""]
              .concat("word ".repeat(60), "word ".repeat(6000))
              .map((message, index) => findingAt(index, { message, severity: "error", rule: "x" })),
          ),
        ),
      ),
      "xl/worksheets/sheet1.xml",
    );
    const heights = [...xml.matchAll(/<row r="\d+" ht="([\d.]+)">/g)].map(([, height]) => Number(height));
    expect(heights[0]).toBeLessThan(30);
    expect(heights[1]).toBeGreaterThan(80);
    expect(heights[2]).toBe(409);
  });

  test("has the same bytes for the same report, and no clock", () => {
    expect(Buffer.compare(workbookOf(SAMPLE), workbookOf(structuredClone(SAMPLE)))).toBe(0);
    const timed = contextOf({
      ...sampleReturn(),
      provenance: { ...sampleReturn().provenance, generatedAt: "2026-05-06T09:00:00Z" },
    });
    expect(Buffer.compare(workbookOf(SAMPLE), findingsWorkbook(TEMPLATE, SAMPLE, timed))).toBe(0);
  });

  test("holds 20,000 findings of 300 sites", () => {
    const lines = readLines(workbookOf(reportOf(Array.from({ length: 20_000 }, (_, index) => findingAt(index)))));
    expect(lines).toHaveLength(20_000);
    expect(lines.at(-1)).toMatchObject({ number: 20_000, what: "Note", message: "Message 19997", row: 19_999 });
    expect(new Set(lines.map(({ site }) => site)).size).toBe(300);
  });

  test("says at its end how many findings no sheet could hold", () => {
    const report = reportOf(Array.from({ length: 10 }, (_, index) => findingAt(index)));
    expect(worklistLines(report, contextOf(), 10)).toHaveLength(10);
    const lines = worklistLines(report, contextOf(), 9);
    expect(lines).toHaveLength(9);
    expect(lines[7]?.number).toBe(8);
    expect(lines[8]).toEqual({ what: "Note", finding: "2 more findings in report.json" });
    expect(worklistLines(report, contextOf())).toHaveLength(10);
  });
});

describe("without findings", () => {
  test("there are headings and no lines, and the sheet beside them says so", async () => {
    const sheet = await listOf(reportOf([]));
    expect(sheet.rowCount).toBe(1);
    expect(sheet.autoFilter).toBe("A1:Q1");
    expect(await about(reportOf([]))).toContain("Ready to submit: nothing to put right and nothing to confirm");
  });
});

describe("the sheet About", () => {
  test("says whose list it is, how much there is to do and what made it", async () => {
    const words = await about(SAMPLE);
    expect(words).toContain("Organisation: Northshire NHS Foundation Trust (RZZ)");
    expect(words).toContain("Period: 2025-26, 1 April 2025 to 31 March 2026");
    expect(words).toContain("The return: Not ready to submit: 3 things to put right, 2 to confirm");
    expect(words).toMatch(/To put right: 3 errors\..*\nTo confirm: 2 warnings\..*\nNote: 1 note\..*\nAccepted: 1 warning,/);
    expect(words).toContain("Made by: ko41a 1.0.0, rule book 2025-26");
    expect(words).not.toMatch(/[{}]/);
  });

  test("says how to use it, with lines for ko41a.yaml that can be copied", async () => {
    const words = await about(SAMPLE);
    expect(words).toContain("Keep your own copy: Each run makes this list anew");
    expect(words).toContain("accepted:\n  - rule: implausible-age\n    reference: C-17\n    reason: ");
    expect(words).toContain("cannot be accepted");
  });

  test("shows a wicked name as text, and fills nothing into it", () => {
    for (const name of WICKED) {
      const made = findingsWorkbook(TEMPLATE, SAMPLE, contextOf({ ...sampleReturn(), organisation: { code: "RZZ", name } }));
      const texts = textOfPart(openPackage(made), "xl/sharedStrings.xml");
      expect(texts.match(/\{(?!organisation\} \(RZZ\))\w+\}/g)).toBeNull();
      expect(readLines(made)).toHaveLength(7);
    }
  });
});

test("the blank is packed as we pack, so that making it again gives the same bytes", () => {
  const parts = openPackage(TEMPLATE);
  expect(Buffer.compare(packageBytes(parts), TEMPLATE)).toBe(0);
  expect(textOfPart(parts, "docProps/core.xml").match(/\d{4}-\d{2}-\d{2}T/g)).toEqual(["2000-01-01T", "2000-01-01T"]);
});
