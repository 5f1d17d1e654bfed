import { describe, expect, test } from "vitest";
import { MAPPING_COLUMNS, type MappingSheet } from "../../../src/domain/mapping.ts";
import { readWorkbook } from "../../../src/ingest/workbook.ts";
import { openPackage, packageBytes, textOfPart } from "../../../src/package/parts.ts";
import { mappingWorkbook } from "../../../src/write/mapping/workbook.ts";
import { AWKWARD, heading, SAMPLE, sheetOf, value } from "./sample.ts";

const partsOf = async (sheet: MappingSheet) => openPackage(await mappingWorkbook(sheet));
const mappingXml = async (sheet: MappingSheet) => textOfPart(await partsOf(sheet), "xl/worksheets/sheet1.xml");

describe("the workbook", () => {
  test("has the same bytes for the same sheet", async () => {
    const [once, again] = [await mappingWorkbook(SAMPLE), await mappingWorkbook(structuredClone(SAMPLE))];
    expect(Buffer.compare(once, again)).toBe(0);
    const parts = openPackage(once);
    expect(Buffer.compare(packageBytes(parts), once)).toBe(0);
    expect(textOfPart(parts, "docProps/core.xml").match(/\d{4}-\d{2}-\d{2}T/g)).toEqual(["2000-01-01T", "2000-01-01T"]);
  });

  test("opens on the sheet to fill, with the help and the lists behind it", async () => {
    const workbook = textOfPart(await partsOf(SAMPLE), "xl/workbook.xml");
    expect([...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      "Mapping",
      "How to fill",
      "Lists",
    ]);
    expect(workbook).toContain('firstSheet="0" activeTab="0"');
    expect(workbook).not.toMatch(/state="(?!visible)/);
    expect(workbook).toMatch(/_xlnm.Print_Titles" localSheetId="0">[^<]*\$1:\$1</);
  });

  test("keeps its headings in sight and filters every line", async () => {
    const xml = await mappingXml(SAMPLE);
    expect(xml).toContain('ySplit="1"');
    expect(xml).toContain(`<autoFilter ref="A1:I${SAMPLE.lines.length + 1}"/>`);
    expect(xml).toMatch(/orientation="landscape"[^>]*fitToHeight="0"|fitToHeight="0"[^>]*orientation="landscape"/);
  });

  test("is a workbook also when an export holds nothing, or nothing to choose from", async () => {
    expect(await mappingXml(sheetOf([]))).not.toContain("dataValidation");
    expect(await mappingXml(sheetOf([value("siteName", "Annexe")], { lists: new Map([["Site name", []]]) }))).not.toContain(
      "dataValidation",
    );
  });
});

describe("read as an export is read", () => {
  test("it has the columns and the lines of the sheet", async () => {
    const [mapping] = await readWorkbook("mapping.xlsx", await mappingWorkbook(SAMPLE));
    expect(mapping?.name).toBe("Mapping");
    const [headings, ...lines] = (mapping?.rows ?? []).map(({ cells }) => cells);
    expect(headings).toEqual(Object.values(MAPPING_COLUMNS));
    expect(lines).toHaveLength(SAMPLE.lines.length);
    expect(lines[8]).toEqual(["Value", "Our outcome", "Outcome", "Partly", "3", "", "Partially upheld", "", "new, to choose"]);
  });

  test("it has any words, but for what no sheet can hold", async () => {
    const sheet = sheetOf([...AWKWARD.map((words) => heading(words)), ...AWKWARD.map((words) => value("subjects", words))]);
    const [mapping] = await readWorkbook("mapping.xlsx", await mappingWorkbook(sheet));
    const lines = (mapping?.rows ?? []).slice(1).map(({ cells }) => cells);
    const held = AWKWARD.map((words) => words.slice(0, 32_000).replace(/[\p{Cc}\p{Cs}\uffff]/gu, " "));
    expect(lines.slice(0, held.length).map((cells) => cells[1])).toEqual(held);
    expect(lines.slice(held.length).map((cells) => cells[3])).toEqual(held);
  });

  test("no cell is a formula, whatever it looks like", async () => {
    const lines = AWKWARD.map((words) => value("subjects", words, { suggestion: words, readAs: words, choice: words }));
    const parts = await partsOf(sheetOf(lines, { lists: new Map([["Subjects", AWKWARD]]) }));
    const sheets = [1, 2, 3].map((number) => textOfPart(parts, `xl/worksheets/sheet${number}.xml`));
    for (const xml of sheets) expect(xml).not.toMatch(/<f[ >]/);
  });
});

test("a thousand lines of one list have one check, over them and no further", async () => {
  const xml = await mappingXml(sheetOf(Array.from({ length: 1000 }, (_, at) => value("subjects", `Word ${at}`))));
  expect(xml.match(/<dataValidation [^>]*>/g)).toHaveLength(1);
  expect(xml).toContain('sqref="H2:H1001"><formula1>Lists!$B$2:$B$32</formula1>');
});
