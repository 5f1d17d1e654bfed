import { SaxesParser } from "saxes";
import { parseAddress } from "../../../src/package/address.ts";
import { openPackage, textOfPart } from "../../../src/package/parts.ts";
import { COLUMNS, type WorklistColumn } from "../../../src/write/worklist/columns.ts";

type Line = Partial<Record<WorklistColumn, string | number>>;

/** The lines of a worklist, read with a parser of XML that forgives nothing. Blank cells are missing. */
export function readLines(bytes: Uint8Array): readonly Line[] {
  const parts = openPackage(bytes);
  const texts: string[] = [];
  walk(textOfPart(parts, "xl/sharedStrings.xml"), ({ path, text }) => {
    if (path === "sst/si/t") texts.push(text.replaceAll("_x005F_", "_"));
  });
  const rows: Line[] = [];
  let row: Line = {};
  walk(textOfPart(parts, "xl/worksheets/sheet1.xml"), ({ path, text, parent: { r = "", t = "n" } }) => {
    if (path === "worksheet/sheetData/row") {
      rows.push(row);
      row = {};
    }
    if (path === "worksheet/sheetData/row/c/f") throw new Error(`${r} is a formula`);
    if (path !== "worksheet/sheetData/row/c/v") return;
    const address = parseAddress(r);
    const column = COLUMNS[(address?.column ?? 0) - 1];
    const value = t === "s" ? texts[Number(text)] : Number(text);
    if (address?.row !== rows.length + 1 || column === undefined) throw new Error(`${r} is not where it should be`);
    if (value === undefined || !["s", "n"].includes(t)) throw new Error(`${r} is no text and no number`);
    row[column] = value;
  });
  return rows.slice(1);
}

interface Ended {
  readonly path: string;
  readonly text: string;
  readonly parent: Readonly<Record<string, string>>;
}

function walk(xml: string, ended: (element: Ended) => void): void {
  const open: { name: string; text: string; attributes: Readonly<Record<string, string>> }[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => open.push({ name, text: "", attributes }));
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on("closetag", () => {
    const path = open.map(({ name }) => name).join("/");
    const closed = open.pop();
    ended({ path, text: closed?.text ?? "", parent: open.at(-1)?.attributes ?? {} });
  });
  parser.write(xml).close();
}
