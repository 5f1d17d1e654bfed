import { strFromU8, unzipSync } from "fflate";
import { columnLetters } from "./random-package.ts";

/** A cell as its XML says it, and where it stands in there. */
export interface FoundCell {
  readonly row: number;
  readonly column: number;
  readonly value: number | string | null;
  readonly formula: string | null;
  readonly style: string | null;
  readonly start: number;
  readonly end: number;
}

export interface FoundSheet {
  readonly part: string;
  readonly xml: string;
  readonly cells: ReadonlyMap<string, FoundCell>;
}

/** Reads the sheets of a package by patterns: a second opinion, which shares nothing with the code under test. */
export function sheetsOf(bytes: Uint8Array): ReadonlyMap<string, FoundSheet> {
  const parts = unzipSync(bytes);
  const text = (part: string): string => strFromU8(parts[part] ?? new Uint8Array());
  const shared = [...text("xl/sharedStrings.xml").matchAll(/<(?:x:)?t>(.*?)<\/(?:x:)?t>/gs)].map(([, one = ""]) => plain(one));
  const names = [...text("xl/workbook.xml").matchAll(/<(?:x:)?sheet name="([^"]*)"/g)].map(([, name = ""]) => plain(name));
  return new Map(
    names.map((name, index) => {
      const part = `xl/worksheets/sheet${index + 1}.xml`;
      const xml = text(part);
      return [name, { part, xml, cells: cellsIn(xml, shared) }];
    }),
  );
}

export function nameOf(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

function cellsIn(xml: string, shared: readonly string[]): ReadonlyMap<string, FoundCell> {
  const cells = new Map<string, FoundCell>();
  let row = 0;
  let column = 0;
  const pattern = /<(?:x:)?(?:row\b([^>]*)>|c\b([^>]*?)(?:\/>|>(.*?)<\/(?:x:)?c>))/gs;
  const from = xml.indexOf("sheetData>");
  pattern.lastIndex = from;
  for (let match = pattern.exec(xml); match !== null; match = pattern.exec(xml)) {
    const [all, ofRow, attributes = "", content = ""] = match;
    if (ofRow !== undefined) {
      row = Number(/\br="(\d+)"/.exec(ofRow)?.[1] ?? row + 1);
      column = 0;
      continue;
    }
    const letters = /\br="([A-Z]+)\d+"/.exec(attributes)?.[1];
    column = letters === undefined ? column + 1 : [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
    const address = nameOf(row, column);
    if (cells.has(address)) throw new Error(`${address} stands there twice`);
    cells.set(address, {
      row,
      column,
      value: cellValue(/\bt="(\w+)"/.exec(attributes)?.[1], content, shared),
      formula: /<(?:x:)?f\b[^>]*?(?:\/>|>(.*?)<\/(?:x:)?f>)/s.exec(content)?.[0] ?? null,
      style: /\bs="(\d+)"/.exec(attributes)?.[1] ?? null,
      start: match.index,
      end: match.index + all.length,
    });
  }
  return cells;
}

function cellValue(type: string | undefined, content: string, shared: readonly string[]): number | string | null {
  const raw = /<(?:x:)?[vt](?: [^>]*)?>(.*?)<\/(?:x:)?[vt]>/s.exec(content)?.[1];
  if (raw === undefined) return null;
  if (type === "s") return shared[Number(raw)] ?? null;
  return type === undefined ? Number(raw) : plain(raw).replace(/_x005F_/g, "_");
}

function plain(xml: string): string {
  const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return xml.replace(/&(?:#(\d+)|(\w+));/g, (_, code?: string, name?: string) =>
    code ? String.fromCharCode(Number(code)) : (named[name ?? ""] ?? ""),
  );
}
