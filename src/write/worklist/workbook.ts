import type { Report, ReportContext } from "../../domain/report.ts";
import { columnName } from "../../package/address.ts";
import { openPackage, packageBytes, textOfPart, withPart } from "../../package/parts.ts";
import { relationshipsOf } from "../../package/relationships.ts";
import { type Splice, splice } from "../../package/splice.ts";
import { partOfSheet, workbookParts } from "../../package/workbook-parts.ts";
import { changeTag, type Element, elementsOf, tagStart } from "../../package/xml.ts";
import { aboutWords, fillSlots } from "./about.ts";
import { COLUMNS, FIRST_LINE, NOT_PRINTED_FROM, SHEETS } from "./columns.ts";
import { worklistLines } from "./lines.ts";
import { type ColumnLook, rowBlocks } from "./rows.ts";
import { type Strings, stringsFrom, textXml } from "./strings.ts";

/** `findings.xlsx`: every finding a line, for whoever works through them. The same report gives the same bytes. */
export function findingsWorkbook(template: Uint8Array, report: Report, context: ReportContext): Uint8Array {
  const blank = openPackage(template);
  const places = workbookParts(blank);
  const texts = relationshipsOf(blank, places.workbook).find(({ kind }) => kind === "sharedStrings")?.target ?? "";
  const strings = stringsFrom(textsIn(textOfPart(blank, texts)).length);
  const lines = worklistLines(report, context);
  const last = lines.length + FIRST_LINE - 1;
  const list = partOfSheet(places, SHEETS.list);
  const empty = textOfPart(blank, list);
  const rows = rowBlocks(lines, columnLooks(elementsOf(empty)), strings);
  const listed = new Map(blank).set(list, withRows(reaching(empty, last), rows));
  const about = aboutWords(report, context);
  const worded = withPart(listed, texts, (xml) => withTexts(fillSlots(xml, about, textXml), strings));
  return packageBytes(withPart(worded, places.workbook, (xml) => withNames(xml, last)));
}

function textsIn(xml: string): readonly Element[] {
  return elementsOf(xml).filter(({ name }) => name === "si");
}

/** The blank list with a filter and drop-downs that reach to its last row. */
function reaching(xml: string, last: number): string {
  const elements = elementsOf(xml);
  const ref = `A1:${columnName(COLUMNS.length)}${last}`;
  const status = columnName(COLUMNS.indexOf("status") + 1);
  const sqref = `${status}${FIRST_LINE}:${status}${Math.max(last, FIRST_LINE)}`;
  return splice(xml, [
    retagged(named(elements, "dimension"), { ref }),
    retagged(named(elements, "autoFilter"), { ref }),
    retagged(named(elements, "dataValidation"), { sqref }),
  ]);
}

function withRows(xml: string, rows: readonly Uint8Array[]): Uint8Array {
  const { closeStart } = named(elementsOf(xml), "sheetData");
  return Buffer.concat([Buffer.from(xml.slice(0, closeStart)), ...rows, Buffer.from(xml.slice(closeStart))]);
}

function columnLooks(elements: readonly Element[]): readonly ColumnLook[] {
  return elements
    .filter(({ name }) => name === "col")
    .flatMap(({ attributes: { min, max, style = "0", width } }) =>
      Array<ColumnLook>(Number(max) - Number(min) + 1).fill({ style, width: Number(width) }),
    );
}

/** The counts in the tag of the table may be left out, and would only go wrong. */
function withTexts(xml: string, strings: Strings): string {
  const elements = elementsOf(xml);
  const table = named(elements, "sst");
  return splice(xml, [
    retagged(table, { count: undefined, uniqueCount: String(strings.size()) }),
    { start: table.closeStart, end: table.closeStart, text: strings.added() },
  ]);
}

/** Excel keeps the range of a filter, and what is printed, as names. */
function withNames(xml: string, last: number): string {
  const { openEnd } = named(elementsOf(xml), "definedNames");
  const range = (columns: number): string => `>${SHEETS.list}!$A$1:$${columnName(columns)}$${last}</definedName>`;
  const filter = tagStart("definedName", { name: "_xlnm._FilterDatabase", localSheetId: "0", hidden: "1" });
  const print = tagStart("definedName", { name: "_xlnm.Print_Area", localSheetId: "0" });
  const text = `${filter}${range(COLUMNS.length)}${print}${range(COLUMNS.indexOf(NOT_PRINTED_FROM))}`;
  return splice(xml, [{ start: openEnd, end: openEnd, text }]);
}

function named(elements: readonly Element[], name: string): Element {
  const found = elements.find((element) => element.name === name);
  if (found === undefined) throw new Error(`the blank worklist has no <${name}>`);
  return found;
}

function retagged(element: Element, changes: Parameters<typeof changeTag>[1]): Splice {
  return { start: element.start, end: element.openEnd, text: changeTag(element, changes) };
}
