import type { RuleSource } from "../domain/rule.ts";
import type { Place } from "../domain/source-table.ts";
import { clean, day, quote } from "./report/text.ts";

/** Where a rule comes from, in one line. */
export function cite({ document, heading, edited }: RuleSource): string {
  if (document === "none") return `No source: ${heading}`;
  return `${document}, ${quote(heading)}, ${edited === "not known" ? "date not known" : day(edited)}`;
}

/** "export.csv row 12 and 13, more.xlsx [North] row 4" */
export function placesInWords(places: readonly Place[]): string {
  const files = new Map<string, number[]>();
  for (const { file, sheet, row } of places) {
    const name = sheet === undefined ? clean(file) : `${clean(file)} [${clean(sheet)}]`;
    files.set(name, [...(files.get(name) ?? []), row]);
  }
  return [...files].map(([name, rows]) => `${name} row ${rows.join(", ")}`).join("; ");
}
