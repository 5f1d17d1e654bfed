import type { Field } from "../../../domain/field.ts";
import type { Place } from "../../../domain/source-table.ts";
import { placesInWords } from "../../cite.ts";
import { day, listed, quote } from "../text.ts";
import { column, complaint, type English, RUN_AGAIN, row } from "./say.ts";

/** Fields that hold no words from a list, so that none can be given a meaning. */
const FREE: ReadonlySet<Field> = new Set(["closed", "incident", "withdrawn", "reopened", "due", "dateOfBirth", "age"]);

/** Rows become complaints. */
export const RECORDS: English<
  | "reference-missing"
  | "received-missing"
  | "received-unreadable"
  | "received-in-future"
  | "implausible-date"
  | "unreadable-value"
  | "organisation-missing"
  | "conflicting-rows"
  | "reopened"
  | "unapproved-record"
> = {
  "reference-missing": (_, about) => ({
    message: `${row(about)} has no complaint reference, so it was not counted.`,
    fix: `Fill in the ${column(about, "reference")} column ${RUN_AGAIN}`,
  }),
  "received-missing": (_, about) => ({
    message: `${complaint(about)} has no date received, so it was not counted.`,
    fix: `Fill in the ${column(about, "received")} column ${RUN_AGAIN}`,
  }),
  "received-unreadable": ({ value }, about) => ({
    message: `${complaint(about)} has ${quote(value)} as its date received, which is not a date, so it was not counted.`,
    fix: `Correct the ${column(about, "received")} column, for example 12/05/2025, ${RUN_AGAIN}`,
  }),
  "received-in-future": ({ received }, about) => ({
    message: `${complaint(about)} has ${day(received)} as its date received, which is too far ahead, so it was left out.`,
    fix: `Correct the year in the ${column(about, "received")} column ${RUN_AGAIN}`,
  }),
  "implausible-date": ({ field, value }, about) => ({
    message: `${complaint(about)} has a date in the ${column(about, field)} column that cannot be right${
      value === null || isPrivate(field) ? "" : ` (${day(value)})`
    }, so ${field === "received" ? "it was not counted" : "it was read as blank"}.`,
    fix: `Correct the ${column(about, field)} column${field === "received" ? "" : ", or leave it blank,"} ${RUN_AGAIN}`,
  }),
  "unreadable-value": ({ field, value }, about) => ({
    message: `${complaint(about)} has ${
      value === null || isPrivate(field) ? "an entry" : quote(value)
    } in the ${column(about, field)} column that could not be understood, so it was read as blank.`,
    fix: FREE.has(field)
      ? `Correct the ${column(about, field)} column, or leave it blank, ${RUN_AGAIN}`
      : `Correct the ${column(about, field)} column, or say what the entry means in a mapping sheet (ko41a map) or under “values” in ko41a.yaml, ${RUN_AGAIN}`,
  }),
  "organisation-missing": (_, about) => ({
    message: `${complaint(about)} does not name its organisation by a code, so it was not counted.`,
    fix: `Fill in the ${column(about, "organisation")} column, for example RZZ, ${RUN_AGAIN}`,
  }),
  "conflicting-rows": ({ field, rows }, about) => ({
    message: `${complaint(about)} is on ${rowsInWords(rows)}, which do not agree in the ${column(about, field)} column${
      field === "organisation"
        ? ", so each organisation’s rows count as a complaint of its own"
        : rows[0] === undefined
          ? ""
          : `, so what ${firstInWords(rows)} says was used`
    }.`,
    fix: `If the rows are one complaint, make the ${column(about, field)} column the same on each. If they are several, give each a reference of its own. Then run again.`,
  }),
  "unapproved-record": (_, about) => ({
    message: `${complaint(about)} is a record that nobody has approved yet in its system; it counts all the same.`,
    fix: `Approve or reject the record in its system, export again ${RUN_AGAIN}`,
  }),
  reopened: ({ original }, about) => ({
    message: `${complaint(about)} follows up ${
      original === "" ? "another complaint, which it does not name" : `${quote(original)}, which is not in the export`
    }, so it was left out.`,
    fix: `Put the first complaint in the export, or correct the ${column(about, "original")} column, ${RUN_AGAIN}`,
  }),
};

/** A date of birth is in no message, whoever made the finding. */
function isPrivate(field: Field): boolean {
  return field === "dateOfBirth";
}

/** "rows 4 and 9" of one file or sheet; of several "a.csv row 4 and b.csv row 9". */
function rowsInWords(rows: readonly Place[]): string {
  if (isOneTable(rows)) return `rows ${listed(rows.map(({ row: number }) => String(number)))}`;
  return listed(rows.map((place) => placesInWords([place])));
}

function firstInWords(rows: readonly Place[]): string {
  const [first] = rows;
  return first === undefined || isOneTable(rows) ? `row ${first?.row ?? ""}` : placesInWords([first]);
}

function isOneTable([first, ...others]: readonly Place[]): boolean {
  return others.every(({ file, sheet }) => file === first?.file && sheet === first.sheet);
}
