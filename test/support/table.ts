import type { Field } from "../../src/domain/field.ts";
import type { SourceProfile } from "../../src/domain/source-profile.ts";
import type { SourceTable } from "../../src/domain/source-table.ts";
import { generic } from "../../src/ingest/sources/generic/index.ts";
import { type Complaints, readComplaints } from "../../src/normalise/complaints.ts";
import { withLocalWords } from "../../src/normalise/local-words.ts";
import type { Words } from "../../src/normalise/row-reader.ts";
import { headingsOf, type Row } from "./export-file.ts";
import { ruleBook } from "./rule-book.ts";

/** Lines of text under headings on line 1, in the generic export. */
export function tableWith(headings: readonly string[], ...lines: readonly (readonly string[])[]): SourceTable {
  return tableOf(generic.profile, headings, ...lines);
}

/** The same in an export of some system. */
export function tableOf(
  profile: SourceProfile,
  headings: readonly string[],
  ...lines: readonly (readonly string[])[]
): SourceTable {
  return {
    profile,
    file: "export.csv",
    sheet: null,
    headings,
    width: headings.length,
    headingRow: 1,
    rows: lines.map((cells, index) => ({ row: index + 2, cells })),
  };
}

function tableOfRows(rows: readonly Row[]): SourceTable {
  const headings = headingsOf(rows);
  return tableWith(headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? "")));
}

export function wordsWith(values: ReadonlyMap<Field, ReadonlyMap<string, string>> = new Map()): Words {
  const book = ruleBook();
  return { ...withLocalWords(book, values), thresholds: book.thresholds, organisation: null };
}

/** Rows as complaints; a row without a reference or a date is C-1 of 14 May 2025. */
export function readRows(...rows: readonly Row[]): Complaints {
  const full = rows.map((row) => ({ "Complaint reference": "C-1", "Date received": "2025-05-14", ...row }));
  return readComplaints([tableOfRows(full)], new Map(), () => wordsWith());
}
