import { Buffer } from "node:buffer";
import ExcelJS from "exceljs";
import { gzipSync, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { workbook } from "./exports.ts";

/** Words that must never come out: one in each column that is not the program's business. */
export const SECRETS = ["Zebedee", "Quillfeather", "bluebottle", "09/08/1947", "1947-08-09"] as const;

const HEADINGS = "Complaint reference,Date received,Date closed,Outcome,Site code,Date of birth,Description,Patient name";
const FREE = "09/08/1947,Sister called me a bluebottle,Zebedee Quillfeather";

/** An export with rows of "reference, received, closed, outcome"; each ends in personal words. */
export function exportOf(...rows: readonly string[]): string {
  return [HEADINGS, ...rows.map((row) => `${row},RZZ01,${FREE}`)].map((line) => `${line}\r\n`).join("");
}

export const ROW = "B-1,2025-05-01,2025-06-01,Upheld";
export const GOOD = exportOf(ROW);

export function zip(parts: Zippable): Uint8Array {
  return zipSync(parts, { mtime: new Date(1990, 0, 1) });
}

/** The parts of a workbook with one complaint under a title; `sheet` changes the XML of its sheet. */
async function parts(sheet: (xml: string) => string = (xml) => xml): Promise<Record<string, Uint8Array>> {
  const whole = unzipSync(
    await workbook(
      GOOD.trimEnd()
        .split("\r\n")
        .map((line) => line.split(",")),
    ),
  );
  const name = "xl/worksheets/sheet1.xml";
  return { ...whole, [name]: strToU8(sheet(Buffer.from(whole[name] ?? []).toString("utf8"))) };
}

export async function workbookWith(more: Zippable, sheet?: (xml: string) => string): Promise<Uint8Array> {
  return zip({ ...(await parts(sheet)), ...more });
}

export async function sheetOf(change: (xml: string) => string): Promise<Uint8Array> {
  return workbookWith({}, change);
}

/** A workbook whose sheet begins with a declaration. */
export async function sheetAfter(declaration: string): Promise<Uint8Array> {
  return sheetOf((xml) => xml.replace("<worksheet", `${declaration}<worksheet`));
}

export function withoutHeadings(xml: string): string {
  return xml.replace(/<row r="2"[\s\S]*?<\/row>/, "");
}

export async function cutOff(): Promise<Uint8Array> {
  const whole = await workbookWith({});
  return whole.subarray(0, whole.length / 2);
}

/** Little to download, much to unpack. */
export async function bomb(): Promise<Uint8Array> {
  return workbookWith({ "xl/sharedStrings.xml": [new Uint8Array(40_000_000).fill(0x20), { level: 9 }] });
}

/** A bomb whose directory says that it is small. */
export async function lyingBomb(): Promise<Uint8Array> {
  const bytes = Buffer.from(await bomb());
  const size = Buffer.alloc(4);
  size.writeUInt32LE(40_000_000);
  for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at + 4)) bytes.writeUInt32LE(1000, at);
  return bytes;
}

/** A workbook whose package names its sheet twice. */
export async function twicePacked(): Promise<Uint8Array> {
  return workbookWith({ "XL/worksheets/SHEET1.xml": strToU8("<worksheet/>") });
}

/** The start of the container of .xls files and of encrypted workbooks. */
export function compoundFile(entry: string): Uint8Array {
  const signature = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return Buffer.concat([signature, Buffer.alloc(504), Buffer.from(entry, "utf16le"), Buffer.alloc(512)]);
}

export const PDF = Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n", "latin1");
export const GZIP = gzipSync(strToU8(GOOD), { mtime: 1 });
export const BINARY = Uint8Array.from({ length: 4096 }, (_, index) => (index * 73) % 251);
export const HTML = `<html><head><meta charset="utf-8"></head><body><table><tr><td>${HEADINGS.replaceAll(",", "</td><td>")}</td></tr></table></body></html>`;
export const EMPTY_ZIP = Buffer.concat([Buffer.from([0x50, 0x4b, 0x05, 0x06]), Buffer.alloc(18)]);
/** Look-ups that found nothing stand where the references should be. */
export async function errorReferences(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Complaints");
  sheet.addRow(["Complaint reference", "Date received"]);
  for (const day of ["2025-05-01", "2025-05-02"]) sheet.addRow([{ error: "#N/A" }, day]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

export const WORD = zip({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<w/>") });

export const UNCLOSED = `${GOOD}B-2,2025-05-02,,,RZZ01,,"Zebedee never closed this\r\nB-3,2025-05-03,,,,,,\r\n`;
/** Free text that its system did not put between quotation marks. */
export const BROKEN_LINE = `${GOOD}B-2,2025-05-02,,,RZZ01,,She was called\r\nbluebottle by Zebedee,Quillfeather\r\n`;
export const DISAGREEING =
  "Complaint reference,Date received,Outcome,Outcome\r\nB-1,2025-05-01,,\r\nB-2,2025-05-02,Upheld,Not upheld\r\n";
export const BORN_AS_AGE = "Complaint reference,Date received,Patient age\r\nB-1,2025-05-01,09/08/1947\r\n";

export const LINE = '{"Complaint reference": "B-1", "Date received": "2025-05-01"}\n';
export const RESULTS = '{\n  "results": [\n    {"Complaint reference": "B-1", "Patient name": "Zebedee"}\n  ]\n}';
export const NESTED = JSON.stringify(
  ["B-1", "B-2"].map((id) => ({ "Complaint reference": { id, name: "Zebedee" }, "Date received": "2025-05-01" })),
);

/** An empty return.json. */
export function returnOf(code: string, label: string): string {
  return JSON.stringify({
    schema: "ko41a-return/1",
    organisation: { code, name: code },
    period: { label, start: `${label.slice(0, 4)}-04-01`, end: `20${label.slice(5)}-03-31` },
    rows: [],
    balance: { rows: 0, counted: 0, excluded: 0, merged: 0, refused: 0 },
    complaints: [],
  });
}
