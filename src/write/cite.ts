import type { RuleSource } from "../domain/rule.ts";
import type { Place } from "../domain/source-table.ts";
import { clean, day, listed } from "./report/text.ts";

/** Where a rule comes from, in one line. */
export function cite({ document, heading, edited }: RuleSource): string {
  if (document === "none") return `No source: ${heading}`;
  // A choice of the program's own is no quotation.
  if (document.startsWith("ko41a")) return `${document} (${heading})`;
  return `${document}, “${heading}”, ${edited === "not known" ? "date not known" : day(edited)}`;
}

/** "General NHS trust (RZZ)"; the code alone where there is no other name. */
export function organisationInWords({ code, name }: { readonly code: string; readonly name: string }): string {
  return name === "" || name === code ? clean(code) : `${clean(name)} (${clean(code)})`;
}

/** "export.csv rows 12 and 13; more.xlsx [North] row 4" */
export function placesInWords(places: readonly Place[]): string {
  const files = new Map<string, number[]>();
  for (const { file, sheet, row } of places) {
    const name = sheet === undefined ? clean(file) : `${clean(file)} [${clean(sheet)}]`;
    files.set(name, [...(files.get(name) ?? []), row]);
  }
  return [...files]
    .map(([name, rows]) => `${name} ${rows.length === 1 ? "row" : "rows"} ${listed(rows.map(String), Number.POSITIVE_INFINITY)}`)
    .join("; ");
}

/** References in a line; a long list ends with "and 9 more". */
export function referencesInWords(references: readonly string[], longest: number): string {
  const words = timesInWords(references);
  const more = words.length - longest;
  return more > 0 ? `${words.slice(0, longest).join(", ")} and ${more} more` : words.join(", ");
}

/** As many references as fit into so many letters, one at the least. */
export function referencesWithin(references: readonly string[], letters: number): string {
  const words = timesInWords(references);
  let shown = words.length;
  const said = (): string =>
    `${words.slice(0, shown).join(", ")}${shown < words.length ? ` and ${words.length - shown} more` : ""}`;
  while (shown > 1 && said().length > letters) shown -= 1;
  return said();
}

/** Each reference once; one that stands twice says so. */
export function timesInWords(references: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  for (const reference of references) times.set(reference, (times.get(reference) ?? 0) + 1);
  return [...times].map(([reference, number]) => {
    const often = number === 1 ? "" : number === 2 ? " (twice)" : ` (${number} times)`;
    return `${clean(reference)}${often}`;
  });
}
