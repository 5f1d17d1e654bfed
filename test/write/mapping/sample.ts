import type { MappingLine, MappingSheet } from "../../../src/domain/mapping.ts";
import type { Colours } from "../../../src/write/report/console/colours.ts";

const same = (text: string): string => text;
export const PLAIN: Colours = { red: same, yellow: same, green: same, cyan: same, bold: same, dim: same };

export function heading(name: string, line: Partial<MappingLine> = {}): MappingLine {
  const usual = { kind: "heading", field: null, value: "", rows: 9, readAs: "", suggestion: "", choice: "" } as const;
  return { ...usual, heading: name, status: line.field == null ? "not read" : "understood", list: "Columns", ...line };
}

const LISTED = { subjects: "Subjects", outcome: "Outcome", siteName: "Site name" } as const;

export function value(field: keyof typeof LISTED, words: string, line: Partial<MappingLine> = {}): MappingLine {
  const usual = { kind: "value", heading: `Our ${field}`, rows: 1, readAs: "", suggestion: "", choice: "" } as const;
  return { ...usual, field, value: words, status: "to choose", list: LISTED[field], ...line };
}

export const LISTS: MappingSheet["lists"] = new Map([
  ["Columns", ["Complaint reference", "Date received", "Outcome", "Site name", "Subjects", "(not needed)"]],
  ["Subjects", [...Array.from({ length: 30 }, (_, at) => `7.${at + 40} Subject ${at + 1}`), "(says nothing)"]],
  ["Outcome", ["Upheld", "Partially upheld", "Not upheld", "(says nothing)"]],
  ["Site name", ["RZZ01 General hospital", "RZZ02 Day unit", "RZZ (a site without an ODS code)"]],
]);

export function sheetOf(lines: readonly MappingLine[], more: Partial<MappingSheet> = {}): MappingSheet {
  return { lines, lists: LISTS, missing: [], files: ["complaints.csv"], ...more };
}

/** Every kind of line and every status. */
export const SAMPLE = sheetOf(
  [
    heading("Complaint Reference", { field: "reference" }),
    heading("First contact", { field: "received", choice: "Date received", status: "chosen" }),
    heading("Result", { suggestion: "Outcome", status: "to choose" }),
    heading("Subject 1", { field: "subjects" }),
    heading("Subject 2", { field: "subjects" }),
    heading("Handler", { choice: "(not needed)", status: "left out" }),
    heading("Weather", { rows: 2 }),
    value("outcome", "Upheld", { rows: 1200, readAs: "Upheld", status: "understood" }),
    value("outcome", "Partly", { rows: 3, suggestion: "Partially upheld", status: "new, to choose" }),
    value("subjects", "Lost property", { choice: "7.41 Subject 2", status: "chosen" }),
    value("subjects", "5.30", { suggestion: "7.43 Subject 4" }),
    value("subjects", "n/k", { choice: "(says nothing)", status: "chosen" }),
    value("subjects", "Parrots", { status: "left out" }),
    value("siteName", "Health bus", { choice: "RZZ02 Day unit", status: "chosen" }),
    value("siteName", "General", { rows: 12, suggestion: "RZZ01 General hospital" }),
  ],
  { missing: ["closed"] },
);

/** Words that a spreadsheet, a terminal or YAML might take for something else. */
export const AWKWARD: readonly string[] = [
  "=1+1",
  "+44 1234",
  "-5",
  "@here",
  "5.30",
  "007",
  "1/2",
  "12/05/2025",
  "TRUE",
  "null",
  "#N/A",
  "'quoted'",
  'says "no"',
  "a: b # c",
  "back\\slash",
  "comma, semicolon;",
  " spaced ",
  "first line\nsecond line, long enough that a writer of YAML might want to fold it",
  "tab\there",
  "bell\u0007and\u001b[31mred",
  "turned\u202eround",
  "broken \ud83d pair \uffff",
  "Tŷ Newydd 🏥",
  "<b>&amp;</b>",
  "x".repeat(40_000),
];
