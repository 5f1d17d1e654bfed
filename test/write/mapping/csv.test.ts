import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { MAPPING_COLUMNS } from "../../../src/domain/mapping.ts";
import { mappingCsv } from "../../../src/write/mapping/csv.ts";
import { AWKWARD, SAMPLE, sheetOf, value } from "./sample.ts";

test("the sheet as CSV", async () => {
  await expect(mappingCsv(SAMPLE)).toMatchFileSnapshot("golden/mapping.csv");
});

test("is UTF-8 that Excel knows, in lines that Excel writes", () => {
  const text = mappingCsv(SAMPLE);
  expect(text.startsWith("\ufeffLine,")).toBe(true);
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

test("holds one record a line of the sheet, none of which is a formula", () => {
  const lines = AWKWARD.map((words) => value("subjects", words));
  const [headings, ...records]: string[][] = parse(mappingCsv(sheetOf(lines)), { bom: true });
  expect(headings).toEqual(Object.values(MAPPING_COLUMNS));
  expect(records).toHaveLength(lines.length);
  for (const cell of records.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  const written = records.map((record) => record[3]);
  expect(written).toEqual(expect.arrayContaining(["'=1+1", "'+44 1234", "'-5", "'@here", "5.30", "007", "tab here"]));
});
