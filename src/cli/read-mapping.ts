import { FIELDS } from "../domain/field.ts";
import { MAPPING_SHEET, SAYS_NOTHING } from "../domain/mapping.ts";
import { Refusal } from "../domain/problem.ts";
import type { RuleBook } from "../domain/rule-book.ts";
import type { SourceGrid } from "../domain/source-table.ts";
import { readDelimited } from "../ingest/csv.ts";
import { kindOf } from "../ingest/kind.ts";
import { decodeText } from "../ingest/text.ts";
import { readWorkbook } from "../ingest/workbook.ts";
import { lineKey, type Mapping, valueKey } from "../mapping/mapping.ts";
import { readMapping } from "../mapping/read-sheet.ts";
import { isMappingSheet } from "../mapping/sheet-lines.ts";
import type { ReadFile } from "./files.ts";

/**
 * A mapping as `ko41a map` writes it: a workbook, a CSV, or YAML in the form of ko41a.yaml.
 * @throws {Refusal} with every fault and its cell or line
 */
export async function readMappingFile(input: ReadFile, book: RuleBook): Promise<Mapping> {
  return /\.ya?ml$/i.test(input.file) ? fromYaml(input) : readMapping(await gridOf(input), book);
}

async function gridOf({ file, bytes }: ReadFile): Promise<SourceGrid> {
  switch (kindOf(file, bytes)) {
    case "workbook": {
      const grids = await readWorkbook(file, bytes);
      const sheets = grids.filter(isMappingSheet);
      const found = sheets.find(({ name }) => name === MAPPING_SHEET) ?? sheets[0] ?? grids[0];
      if (found === undefined) throw noMapping(file);
      return { ...found, sheet: found.name };
    }
    case "delimited": {
      const score = (cells: readonly string[]): number => (isMappingSheet(oneRow(file, cells)) ? 1 : 0);
      return (await readDelimited(file, bytes, score, () => {})).grid;
    }
    default:
      throw noMapping(file);
  }
}

function oneRow(file: string, cells: readonly string[]): SourceGrid {
  return { file, sheet: null, rows: [{ row: 1, cells }] };
}

async function fromYaml({ file, bytes }: ReadFile): Promise<Mapping> {
  const { readConfig } = await import("../config/read-config.ts");
  const { columns, notNeeded, values, sites } = readConfig(file, await decodeText(file, bytes));
  const headings = [...columns].map(([field, heading]) => [lineKey(heading, ""), FIELDS[field]] as const);
  const words = [...values].flatMap(([field, own]) =>
    [...own].map(([word, choice]) => [valueKey(field, word), choice || SAYS_NOTHING] as const),
  );
  const codes = sites.map(({ name, code }) => [valueKey("siteName", name), code] as const);
  const answers = [
    ...[...values].flatMap(([field, own]) =>
      [...own].map(([value, choice]) => ({ heading: FIELDS[field], field, value, choice: choice || SAYS_NOTHING })),
    ),
    ...sites.map(({ name, code }) => ({ heading: FIELDS.siteName, field: "siteName" as const, value: name, choice: code })),
  ];
  return { columns, notNeeded, values, sites, answers, lines: new Map<string, string>([...headings, ...words, ...codes]) };
}

function noMapping(file: string): Refusal {
  return new Refusal({
    what: "The file holds no mapping sheet.",
    where: file,
    fix: "Make one with ko41a map EXPORT --out mapping.xlsx.",
  });
}
