import type { RuleEntry } from "../domain/rule.ts";
import { guidance, guidelines, ownChoice } from "./sources.ts";

const LEDGER = ownChoice("Nothing is lost in silence");
const READING = ownChoice("Files as they really arrive");

const record = (entry: Omit<RuleEntry, "kind">): RuleEntry => ({ kind: "record", ...entry });
const file = (entry: Omit<RuleEntry, "kind">): RuleEntry => ({ kind: "file", ...entry });

/** How rows are read and become complaints. */
export const RECORD_ENTRIES: readonly RuleEntry[] = [
  file({
    id: "encoding-assumed",
    severity: "info",
    title: "Read as Windows-1252",
    why: "Nothing in the file says how its letters are encoded, and it is not UTF-8.",
    effect: "Read as Windows-1252, as older Windows programs write.",
    source: READING,
  }),
  file({
    id: "heading-not-used",
    severity: "info",
    title: "A second heading for the same thing",
    why: "Two headings of the export mean the same; one of them is used.",
    effect: "The better known heading is read, the other is not.",
    source: READING,
  }),
  file({
    id: "columns-not-read",
    severity: "info",
    title: "Columns that were not read",
    why: "The return does not need every column of an export; free text and names are dropped where they are read. A column that is needed may stand under a heading that is not known.",
    effect: "Dropped. ko41a.yaml can name the heading of a column that is needed (columns).",
    source: READING,
  }),
  file({
    id: "hidden-sheet-left-out",
    severity: "warning",
    title: "A hidden sheet with complaints",
    why: "A hidden sheet is often an old copy. Read without being seen, it could count complaints twice.",
    effect: "Not read.",
    source: READING,
  }),
  file({
    id: "no-complaints",
    severity: "warning",
    title: "No complaints in the export",
    why: "A return without complaints is rare enough to ask.",
    effect: "The return is empty.",
    source: READING,
  }),
  record({
    id: "ragged-row",
    severity: "error",
    title: "A row with more or fewer cells than the headings",
    why: "A separator too many or too few moves every value behind it to a wrong column.",
    effect: "Refused.",
    source: LEDGER,
  }),
  record({
    id: "reference-missing",
    severity: "error",
    title: "No complaint reference",
    why: "Without a reference a complaint cannot be told from another, nor found again.",
    effect: "Refused.",
    source: LEDGER,
  }),
  record({
    id: "received-missing",
    severity: "error",
    title: "No date received",
    why: "The date received decides the period and the age.",
    effect: "Refused, unless another row of the complaint has it.",
    source: LEDGER,
  }),
  record({
    id: "received-unreadable",
    severity: "error",
    title: "A date received that is no date",
    why: "The date received decides the period and the age, and is never guessed.",
    effect: "Refused.",
    source: LEDGER,
  }),
  record({
    id: "implausible-date",
    severity: "warning",
    title: "A date that stands for no date, or that cannot be",
    why: "Some systems write 1900-01-01 where no date was entered.",
    effect: "As date received: refused, an error. Elsewhere read as blank.",
    source: ownChoice("Thresholds noDate and earliestDate"),
  }),
  record({
    id: "organisation-missing",
    severity: "error",
    title: "No organisation code, with --org all",
    why: "With one return for each organisation, a row must say whose it is.",
    effect: "Refused.",
    source: LEDGER,
  }),
  record({
    id: "not-a-record",
    severity: "info",
    title: "A totals line or repeated headings",
    why: "Exports end in totals, and joined exports repeat their headings.",
    effect: "Kept out; it is no record.",
    source: READING,
  }),
  record({
    id: "merged-rows",
    severity: "info",
    title: "One more row of the same complaint",
    why: "Systems export one row for each subject or complainant. Rows with one reference are one complaint.",
    effect: "Merged: its aspects are united with the complaint's.",
    source: guidance("How complaints with multiple aspects are treated"),
  }),
  record({
    id: "conflicting-rows",
    severity: "error",
    title: "Rows of one complaint contradict each other",
    why: "A complaint has one date received, one outcome, one patient. Rows that disagree cannot both be right.",
    effect: "The first row's value is used.",
    source: guidelines("General"),
  }),
  record({
    id: "unreadable-value",
    severity: "warning",
    title: "A value that could not be read",
    why: "A word or date outside those the column may hold.",
    effect: "Read as blank.",
    source: READING,
  }),
  record({
    id: "received-in-future",
    severity: "warning",
    title: "Received in the future",
    why: "A date received more than a year after the period's end, or after the day of the run when --generated-at gives it, is most likely mistyped.",
    effect: "Kept out as outside the period, with a warning.",
    source: ownChoice("Threshold futureDaysAfterPeriod"),
  }),
];
