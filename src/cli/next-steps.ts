import path from "node:path";
import { MAPPING_COLUMNS, type MappingSheet } from "../domain/mapping.ts";
import { asksForAttention } from "../write/mapping/cells.ts";
import { count } from "../write/report/text.ts";

/** What the commands that come next are given besides the sheet. */
export interface Given {
  readonly exports: readonly string[];
  /** Options of both map and generate, as they are typed. */
  readonly options: readonly string[];
  readonly period: string | null;
}

/** An argument as it has to be typed: in quotation marks of the shell at hand where something in it means more there. */
export function quoted(text: string, isWindows = process.platform === "win32"): string {
  if (isWindows) return /[^\w./\\:@%+=,~-]/.test(text) ? `"${text}"` : text;
  if (!/[^\w./:@%+=,~-]/.test(text)) return text;
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}

/** How to go on after a mapping sheet was written: fill it, have the words under chosen headings listed, make the return. */
export function stepsAfter(file: string, sheet: MappingSheet, { exports, options, period }: Given): string {
  const files = exports.map((one) => quoted(one)).join(" ");
  const open = sheet.lines.filter(asksForAttention);
  // Words are listed under headings that are read: before, somebody's name might be among them.
  const hasMore = sheet.missing.length > 0 && open.some(({ kind }) => kind === "heading");
  const last = hasMore ? secondOf(file) : file;
  const generate = [files, ...options, ...(period === null ? [] : [`--period ${period}`]), `--mapping ${quoted(last)}`];
  const again = [files, ...options, `--mapping ${quoted(file)}`, `--out ${quoted(secondOf(file))}`];
  const steps = [
    ...(open.length === 0 ? [] : [`${howToFill(file)} (${count(open.length, "line")}), and save.`]),
    ...(hasMore ? [`${MORE}:\n     ko41a map ${again.join(" ")}`] : []),
    `Make the return${hasMore ? ", with the sheet you filled last" : ""}:\n     ko41a generate ${generate.join(" ")}`,
  ];
  return steps.map((step, index) => `  ${index + 1}. ${step}\n`).join("");
}

const MORE = "When you have said what a heading is, have the words under it listed, and fill those too";

/** A name beside an earlier sheet's: "mapping.xlsx" gives "mapping-2.xlsx". */
function secondOf(file: string): string {
  const { dir, name, ext } = path.parse(file);
  return path.join(dir, `${name}-2${ext}`);
}

function howToFill(file: string): string {
  const where = `“${MAPPING_COLUMNS.choice}” where ${MAPPING_COLUMNS.status} says “to choose”`;
  switch (path.extname(file).toLowerCase()) {
    case ".xlsx":
      return `Open ${file} in Excel, fill ${where}`;
    case ".csv":
      return `Fill ${where} in ${file}`;
    default:
      return `In ${file}, take the # away from what is right, complete the rest`;
  }
}
