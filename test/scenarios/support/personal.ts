import ExcelJS from "exceljs";
import { expect } from "vitest";

/** A word for each place that is not the program's business; none may come out of it again. */
export const PERSONAL = {
  description: "marmalade-description",
  patient: "Quillfeather-patient",
  complainant: "Zebedee-complainant",
  address: "Wobblington-address",
  nhsNumber: "999-123-4560",
  notes: "gooseberry-notes",
  title: "dandelion-title",
  comment: "hollyhock-comment",
} as const;
/** One birth date as it is written and as anybody might write it down again. */
const BORN = ["09/08/1947", "1947-08-09", "9 August 1947", "09-Aug-47", "17388"] as const;
const SECRETS = [...Object.values(PERSONAL), ...BORN];

export const HEADINGS = [
  "Complaint reference",
  "Date received",
  "Date closed",
  "Outcome",
  "Site code",
  "Date of birth",
  "Patient age",
  "Subjects",
  "Description",
  "Patient name",
  "Complainant name",
  "Address",
  "NHS number",
  "Notes",
];

/** What each column of free text holds, dressed up as `as` says. */
export const free = (as: (word: string) => string): readonly string[] =>
  [PERSONAL.description, PERSONAL.patient, PERSONAL.complainant, PERSONAL.address, PERSONAL.nhsNumber, PERSONAL.notes].map(as);

export const ROWS: readonly (readonly string[])[] = [
  ["V-1", "2025-05-01", "2025-06-01", "Upheld", "RZZ01", "09/08/1947", "", "Communications", ...free((word) => word)],
  [
    "V-2",
    "2025-05-02",
    "2025-06-02",
    "",
    "RZZ01",
    "1947-08-09",
    "",
    "",
    ...free((word) => `=HYPERLINK("http://example.invalid","${word}")`),
  ],
  ["V-3", "2025-05-03", "", "Maybe", "??", "9 August 1947", "", "Parking", ...free((word) => `<b onclick="x()">${word}</b>`)],
  ["V-4", "soon", "", "", "RZZ01", "09-Aug-47", "", "", ...free((word) => `\u001b[31m${word}\u001b[0m`)],
  ["", "2025-05-05", "", "", "RZZ01", "17388", "", "", ...free((word) => `${word}\nover two lines`)],
  ["V-6", "2025-05-06", "", "", "RZZ01", `born 09/08/1947 (${PERSONAL.patient})`, "", "", ...free((word) => `"${word}"`)],
  ["V-1", "2025-05-09", "2025-06-01", "Not upheld", "RZZ02", "1947-08-09", "", "", ...free((word) => word)],
];

export function saysNothing(place: string, text: string): void {
  for (const secret of SECRETS) expect(text.includes(secret), `"${secret}" is in ${place}`).toBe(false);
}

export function asObject(row: readonly string[]): Readonly<Record<string, unknown>> {
  const record = Object.fromEntries(HEADINGS.map((heading, index) => [heading, row[index] ?? ""]));
  return { ...record, Contact: { name: PERSONAL.complainant, lines: [PERSONAL.address] }, History: [PERSONAL.notes] };
}

/** With everything Excel can hang words on: rich text, links, formulas, comments, hidden columns, properties. */
export async function personalWorkbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = PERSONAL.complainant;
  book.title = PERSONAL.title;
  const sheet = book.addWorksheet("Export");
  sheet.headerFooter.oddHeader = PERSONAL.title;
  sheet.addRow([PERSONAL.title]);
  sheet.addRow(HEADINGS);
  for (const row of ROWS) sheet.addRow(row);
  sheet.getCell("I3").value = { richText: [{ text: PERSONAL.description, font: { bold: true } }, { text: " and more" }] };
  sheet.getCell("J3").value = { text: PERSONAL.patient, hyperlink: `mailto:${PERSONAL.patient}@example.invalid` };
  sheet.getCell("K3").value = { formula: `CONCATENATE("${PERSONAL.complainant}")`, result: PERSONAL.complainant };
  sheet.getCell("F3").value = new Date("1947-08-09T00:00:00Z");
  sheet.getCell("A3").note = PERSONAL.comment;
  sheet.getColumn(12).hidden = true;
  const other = book.addWorksheet("Contacts");
  other.addRow(["Name", PERSONAL.complainant]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
