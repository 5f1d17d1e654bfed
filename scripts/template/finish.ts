import type { RuleBook } from "../../src/domain/rule-book.ts";
import { columnName } from "../../src/package/address.ts";
import { splice } from "../../src/package/splice.ts";
import { elementsOf, localName } from "../../src/package/xml.ts";
import { FIGURES, itemColumns } from "../../src/workbook/bundled/layout.ts";

const CHECK = {
  type: "whole",
  operator: "greaterThanOrEqual",
  allowBlank: "1",
  showErrorMessage: "1",
  errorTitle: "A figure is needed",
  error: "A figure is a whole number of 0 or more.",
};

/** Adds to the sheet of figures what ExcelJS cannot write: checks of whole columns, page breaks between sections. */
export function finishFigures(xml: string, book: RuleBook, breaks: readonly number[]): string {
  const elements = elementsOf(xml);
  const at = (name: string): number => elements.find((element) => localName(element) === name)?.start ?? xml.length;
  const end = elements[0]?.closeStart ?? xml.length;
  const checks = at("pageMargins");
  return splice(xml, [
    { start: checks, end: checks, text: validation(book) },
    { start: end, end, text: columnBreaks(breaks) + ignoredErrors(book) },
  ]);
}

function validation(book: RuleBook): string {
  const columns = itemColumns(book.items);
  const ranges = book.items
    .filter((item) => item.kind === "count")
    .map((item) => columns.get(item.id) ?? 0)
    .reduce<[number, number][]>((runs, column) => {
      const run = runs.at(-1);
      if (run?.[1] === column - 1) run[1] = column;
      else runs.push([column, column]);
      return runs;
    }, [])
    .map(([from, to]) => `${columnName(from)}${FIGURES.firstSiteRow}:${columnName(to)}${FIGURES.lastRow}`);
  const settings = Object.entries(CHECK).map(([name, value]) => `${name}="${value}"`);
  const check = `<dataValidation ${settings.join(" ")} sqref="${ranges.join(" ")}"><formula1>0</formula1></dataValidation>`;
  return `<dataValidations count="1">${check}</dataValidations>`;
}

function columnBreaks(columns: readonly number[]): string {
  const breaks = columns.map((column) => `<brk id="${column - 1}" max="1048575" man="1"/>`);
  return `<colBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.join("")}</colBreaks>`;
}

/** Item numbers are text on purpose, and a total does not add up its neighbours: no green corners for that. */
function ignoredErrors(book: RuleBook): string {
  const last = columnName(FIGURES.firstItemColumn + book.items.length - 1);
  const from = columnName(FIGURES.firstItemColumn);
  const numbers = `<ignoredError sqref="${from}${FIGURES.numberRow}:${last}${FIGURES.numberRow}" numberStoredAsText="1"/>`;
  const figures = `${from}${FIGURES.firstSiteRow}:${last}${FIGURES.lastRow}`;
  return `<ignoredErrors>${numbers}<ignoredError sqref="${figures}" formula="1" formulaRange="1"/></ignoredErrors>`;
}
