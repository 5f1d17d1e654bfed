import type { MappingSheet } from "../../domain/mapping.ts";
import { addressOf, columnName } from "../../package/address.ts";
import { splice } from "../../package/splice.ts";
import { escapeXml, tagStart } from "../../package/xml.ts";
import { COLUMNS } from "./cells.ts";

export const LISTS = "Lists";

const CHOICE = COLUMNS.indexOf("choice") + 1;
const FIRST_LINE = 2;
/** Excel allows 255 characters, and asks "Continue?" after a warning. */
const WARNING = {
  type: "list",
  errorStyle: "warning",
  allowBlank: "1",
  showErrorMessage: "1",
  errorTitle: "Not in the list",
  error: "Please choose from the list. An item's id or number, or a site's ODS code, may be typed too: then answer Yes.",
};

/**
 * Adds a drop-down to the choice of each line, one check for each list. ExcelJS would write checks that overlap
 * where a list has ten lines or more.
 */
export function withDropDowns(xml: string, { lines, lists }: MappingSheet): string {
  const checks = [...lists].flatMap(([name, entries], index): string[] => {
    const rows = lines.flatMap(({ list }, at) => (list === name ? [at + FIRST_LINE] : []));
    if (rows.length === 0 || entries.length === 0) return [];
    const column = `$${columnName(index + 1)}`;
    const range = `${LISTS}!${column}$2:${column}$${entries.length + 1}`;
    const tag = tagStart("dataValidation", { ...WARNING, sqref: runsOf(rows).map(rangeOf).join(" ") });
    return [`${tag}><formula1>${escapeXml(range)}</formula1></dataValidation>`];
  });
  if (checks.length === 0) return xml;
  const place = xml.lastIndexOf("<pageMargins");
  if (place < 0) throw new Error("ExcelJS wrote a sheet without page margins");
  const text = `<dataValidations count="${checks.length}">${checks.join("")}</dataValidations>`;
  return splice(xml, [{ start: place, end: place, text }]);
}

type Run = [first: number, last: number];

function runsOf(rows: readonly number[]): readonly Run[] {
  const runs: Run[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.[1] === row - 1) run[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}

function rangeOf([first, last]: Run): string {
  const from = addressOf(first, CHOICE);
  return first === last ? from : `${from}:${addressOf(last, CHOICE)}`;
}
