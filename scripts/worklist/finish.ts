import { columnName } from "../../src/package/address.ts";
import { splice } from "../../src/package/splice.ts";
import { elementsOf, tagStart } from "../../src/package/xml.ts";
import { COLUMNS, FIRST_LINE, LAST_ROW, STATUSES } from "../../src/write/worklist/columns.ts";

const STATUS = columnName(COLUMNS.indexOf("status") + 1);
const CHECK = {
  type: "list",
  errorStyle: "warning",
  allowBlank: "1",
  showErrorMessage: "1",
  errorTitle: "Not in the list",
  error: "Please choose from the list, or answer Yes to keep a word of your own.",
  sqref: `${STATUS}${FIRST_LINE}`,
};

/** Adds to the sheet of the list its drop-down, as ExcelJS does not write it, and that text has no green corners. */
export function finishList(xml: string): string {
  const elements = elementsOf(xml);
  const checks = elements.find(({ name }) => name === "pageMargins")?.start ?? xml.length;
  const end = elements[0]?.closeStart ?? xml.length;
  const list = `<formula1>"${STATUSES.join(",")}"</formula1>`;
  const all = `A${FIRST_LINE}:${columnName(COLUMNS.length)}${LAST_ROW}`;
  return splice(xml, [
    {
      start: checks,
      end: checks,
      text: `<dataValidations count="1">${tagStart("dataValidation", CHECK)}>${list}</dataValidation></dataValidations>`,
    },
    { start: end, end, text: `<ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors>` },
  ]);
}
