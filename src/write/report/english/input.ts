import { FIELDS } from "../../../domain/field.ts";
import { count, listed, quote } from "../text.ts";
import { type English, file, RUN_AGAIN, row } from "./say.ts";

/** How the input was read. */
export const INPUT: English<
  | "encoding-assumed"
  | "heading-not-used"
  | "columns-not-read"
  | "hidden-sheet-left-out"
  | "no-complaints"
  | "ragged-row"
  | "not-a-record"
> = {
  "encoding-assumed": ({ encoding }, about) => ({
    message: `${file(about)} is not saved as UTF-8, so it was read as ${quote(encoding)}.`,
    fix: `If accents or pound signs look wrong in this report, save the file in Excel as “CSV UTF-8” ${RUN_AGAIN}`,
  }),
  "heading-not-used": ({ heading, used }, about) => ({
    message: `The column ${quote(heading)} of ${file(about)} was not used, because ${quote(used)} was used in its place.`,
    fix: `If ${quote(heading)} is the right one, name it under “columns” in ko41a.yaml ${RUN_AGAIN}`,
  }),
  "columns-not-read": ({ headings }, about) => ({
    message: `${file(about)} has ${count(headings.length, "column")} that the return does not need: ${listed(headings.map(quote), 30)}.`,
    fix: `Nothing, if that is right. If one is needed, name it under “columns” in ko41a.yaml ${RUN_AGAIN}`,
  }),
  "hidden-sheet-left-out": ({ sheet }, about) => ({
    message: `The sheet ${quote(sheet)} of ${file(about)} is hidden, so it was left out.`,
    fix: `If it holds complaints for this return, unhide it in Excel, save the file ${RUN_AGAIN}`,
  }),
  "no-complaints": (_, about) => ({
    message: `${file(about)} has no complaints in it.`,
    fix: `Check that this is the right file and that the export was run for the right dates, ${RUN_AGAIN}`,
  }),
  "ragged-row": ({ cells, headings }, about) => ({
    message: `${row(about)} has ${count(cells, "cell")} where there are ${count(headings, "heading")}, so it could not be read.`,
    fix: `Look for a stray comma or quotation mark in this row, or export the file again as an Excel workbook, ${RUN_AGAIN}`,
  }),
  "not-a-record": ({ what }, about) => ({
    message:
      what === "totals"
        ? `${row(about)} looks like a line of totals, not a complaint, so it was left out.`
        : `${row(about)} repeats the headings, so it was left out.`,
    fix: `Nothing, if that is right. If it is a complaint, fill in its ${FIELDS.reference} and ${FIELDS.received} ${RUN_AGAIN}`,
  }),
};
