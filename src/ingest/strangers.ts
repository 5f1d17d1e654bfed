import { MAPPING_COLUMNS } from "../domain/mapping.ts";
import { Refusal } from "../domain/problem.ts";
import type { SourceGrid } from "../domain/source-table.ts";
import { normaliseHeading } from "../domain/words.ts";

/** Files that people take for exports of complaints, by headings that no export of complaints has together. */
const STRANGERS: readonly { readonly headings: readonly string[]; readonly what: string; readonly fix: string }[] = [
  {
    headings: ["care_enquiry", "date_time"],
    what: "These are CareHQ home visits: visits by people who look for care, not complaints.",
    fix: "Give them with --activity, beside the export of complaints: they become the report's activity table.",
  },
  {
    headings: [MAPPING_COLUMNS.heading, MAPPING_COLUMNS.choice],
    what: "This is a mapping sheet, not an export of complaints.",
    fix: "Give it with --mapping, and the export it was made of before the options.",
  },
  {
    headings: ["What was found", "What to do"],
    what: "This is the worklist that ko41a wrote (findings.xlsx), not an export of complaints.",
    fix: "Give the export it was made of.",
  },
  {
    headings: ["KO41a Code", "Count"],
    what: "The file holds counts by category, not complaints, so nothing could be traced or checked.",
    fix: "Export the complaints themselves, one row each.",
  },
];

/** @throws {Refusal} when a grid is one of these, with what it is */
export function refuseStrangers(grid: SourceGrid): void {
  for (const { row, cells } of grid.rows.slice(0, 60)) {
    const there = new Set(cells.map(normaliseHeading));
    const stranger = STRANGERS.find(({ headings }) => headings.every((heading) => there.has(normaliseHeading(heading))));
    if (stranger !== undefined)
      throw new Refusal({
        what: stranger.what,
        where: row === 0 ? grid.file : `${grid.file}, row ${row}`,
        fix: stranger.fix,
      });
  }
}
