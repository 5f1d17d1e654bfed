import { Refusal } from "../../domain/problem.ts";
import type { SourceGrid } from "../../domain/source-table.ts";
import { normaliseHeading } from "../../domain/words.ts";

/** Rows from the top in which headings and titles stand. */
const DEPTH = 40;
/** Headings that no table of figures has. */
const OF_RECORDS: ReadonlySet<string> = new Set(["datereceived", "dateofbirth", "dob", "nhsnumber", "patientname", "patientage"]);
/** Headings of which no table of figures has two. */
const LIKE_RECORDS: ReadonlySet<string> = new Set([
  "reference",
  "ref",
  "complaintreference",
  "complaintid",
  "caseid",
  "dateclosed",
  "patient",
  "complainant",
  "specialty",
  "outcome",
  "received",
  "closed",
  "daysopen",
  "age",
]);
const PERIOD = /\b(\d{4})\s*[-/]\s*(?:20)?(\d{2})(?:\s*(Q[1-4]))?\b/gi;

/** @throws {Refusal} when its headings are those of records: ages and numbers of patients are no figures */
export function refuseRecords({ file, rows }: SourceGrid): void {
  const heading = rows.slice(0, DEPTH).find(({ cells }) => {
    const headings = cells.map(normaliseHeading);
    return headings.some((one) => OF_RECORDS.has(one)) || headings.filter((one) => LIKE_RECORDS.has(one)).length > 1;
  });
  if (heading === undefined) return;
  throw new Refusal({
    what: "This is a list of complaints, no table of figures.",
    where: `${file}, row ${heading.row}`,
    fix: "Make a return of it with ko41a generate, and give its return.json.",
  });
}

/** @throws {Refusal} when it names a year or quarter that is not ours: its figures may be of that one */
export function refuseOtherPeriods({ file, rows }: SourceGrid, ours: string | null): void {
  for (const { row, cells } of rows)
    for (const cell of cells)
      for (const [, year = "", next = "", quarter = ""] of cell.length > 200 ? [] : cell.matchAll(PERIOD)) {
        const label = `${year}-${next}${quarter.toUpperCase()}`;
        if (Number(next) !== (Number(year) + 1) % 100 || label === ours) continue;
        throw new Refusal({
          what: `The table names ${label}, and the return is for ${ours ?? "another period"}.`,
          where: `${file}, row ${row}`,
          fix: "Leave only the figures of the return's period in the table.",
        });
      }
}
