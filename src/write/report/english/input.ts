import { FIELDS } from "../../../domain/field.ts";
import { count, day, listed, quote, word } from "../text.ts";
import { type English, file, RUN_AGAIN, row } from "./say.ts";

/** How the input was read. */
export const INPUT: English<
  | "source-recognised"
  | "encoding-assumed"
  | "heading-not-used"
  | "columns-not-read"
  | "hidden-sheet-left-out"
  | "incomplete-export"
  | "no-complaints"
  | "ragged-row"
  | "not-a-record"
> = {
  "source-recognised": ({ system, headings }, about) => ({
    message: `${file(about)} was read as an export from ${system}${
      headings.length === 0 ? "" : `, because of ${listed(headings.map(quote), 5)}`
    }.`,
    fix: "If it comes from another system, name that with --source and run again.",
  }),
  "incomplete-export": ({ of, missing, found, wanted }, about) => ({
    message:
      missing === "pages"
        ? `${file(about)} holds ${word(found)} of ${word(wanted)} ${of}: it is one page of a longer list.`
        : missing === "earlier"
          ? of === "complaints"
            ? `${file(about)} holds complaints from ${day(found)} on: ${found > wanted ? "those that came in the period before, and " : ""}those that were open when the period began, on ${day(wanted)}, may be missing.`
            : `${file(about)} holds home visits from ${day(found)} on, and the period begins on ${day(wanted)}.`
          : `${file(about)} holds ${of} up to ${day(found)}, and the period ends on ${day(wanted)}.`,
    fix:
      missing === "pages"
        ? `Fetch all of them with ko41a fetch carehq ${RUN_AGAIN}`
        : missing === "earlier"
          ? of === "complaints"
            ? `Fetch again with --from well before the period ${RUN_AGAIN} If nothing was open then, this is right.`
            : `Fetch again with --from ${wanted} ${RUN_AGAIN}`
          : `If the period is over, fetch again with --to ${wanted} ${RUN_AGAIN}`,
  }),
  "encoding-assumed": ({ encoding }, about) => ({
    message: `${file(about)} is not saved as UTF-8, so it was read as ${quote(encoding)}.`,
    fix: `If accents or pound signs look wrong in this report, save the file in Excel as “CSV UTF-8” ${RUN_AGAIN}`,
  }),
  "heading-not-used": ({ heading, used }, about) => ({
    message: `The column ${quote(heading)} of ${file(about)} was not used, because ${quote(used)} was used in its place.`,
    fix: `If ${quote(heading)} is the right one, choose it in a mapping sheet (ko41a map) or name it under “columns” in ko41a.yaml ${RUN_AGAIN}`,
  }),
  "columns-not-read": ({ headings, missing }, about) => ({
    message:
      missing.length === 0
        ? `${file(about)} has ${count(headings.length, "column")} that the return does not need: ${listed(headings.map(quote), 30)}.`
        : `No heading of ${file(about)} was understood as ${orListed(missing.map((field) => FIELDS[field]))}. ${
            headings.length === 1 ? "One column was" : `${count(headings.length, "column")} were`
          } not read: ${listed(headings.map(quote), 30)}.`,
    fix:
      missing.length === 0
        ? `Nothing, if that is right. If one is needed, choose it in a mapping sheet (ko41a map) or name it under “columns” in ko41a.yaml ${RUN_AGAIN}`
        : `If one of them is, choose it in a mapping sheet (ko41a map) or name it under “columns” in ko41a.yaml ${RUN_AGAIN} If your system does not record it, accept this warning with a reason.`,
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

/** "A, B or C". */
function orListed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
