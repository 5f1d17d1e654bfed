import { unzipSync, zipSync } from "fflate";
import { Refusal } from "../domain/problem.ts";
import { cellsWithoutResult, hasIsoDates } from "./sheet-xml.ts";

/** What a workbook of complaints may cost before it is opened. */
const LIMITS = { entries: 500, part: 100_000_000, total: 200_000_000, ratio: 200, ratioFrom: 5_000_000 } as const;

/** The parts that hold values; drawings, charts, macros and comments never reach the reader. */
const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/workbook\.xml\.rels|workbook\.xml|styles\.xml|sharedStrings\.xml|worksheets\/[^/]+\.xml))$/i;

interface Entry {
  readonly name: string;
  readonly size: number;
  readonly packed: number;
}

/**
 * A workbook's parts that hold values, packed anew: what is opened later is what was inspected here,
 * so a package whose directory lies about sizes gains nothing.
 * @throws {Refusal} for bombs, path tricks, entity declarations and packages that are no workbook
 */
export function guardPackage(file: string, bytes: Uint8Array): Uint8Array {
  const entries = listEntries(bytes);
  const fault = entries === null ? "The file looks like a workbook but its package is broken." : faultOf(entries);
  if (fault !== null)
    throw new Refusal({ what: fault, where: file, fix: "Save the workbook anew in Excel as .xlsx, or export as CSV." });
  const parts = inflate(file, bytes);
  for (const part of Object.values(parts))
    if (isUnsafeXml(part))
      throw new Refusal({
        what: "The workbook's XML declares entities or an unusual encoding, which no export does and which is unsafe.",
        where: file,
        fix: "Do not use this file; export the complaints again.",
      });
  refuseUnreadable(file, parts);
  return zipSync(parts, { level: 0, mtime: new Date(1980, 1, 1) });
}

/** Cells that would be read as blank although Excel shows something there. */
function refuseUnreadable(file: string, parts: Readonly<Record<string, Uint8Array>>): void {
  for (const [name, part] of Object.entries(parts)) {
    if (!name.includes("worksheets/")) continue;
    const xml = new TextDecoder().decode(part);
    const cells = cellsWithoutResult(xml);
    if (cells.length > 0)
      throw new Refusal({
        what: `Formulas have no stored result, for example in ${cells.join(", ")}.`,
        where: file,
        fix: "Open the workbook in Excel, save it, and run again: Excel stores the results.",
      });
    if (hasIsoDates(xml))
      throw new Refusal({
        what: "The workbook is in Excel's Strict format, whose dates cannot be read.",
        where: file,
        fix: "Open it in Excel and save it as Excel Workbook (.xlsx), not as Strict Open XML.",
      });
  }
}

function listEntries(bytes: Uint8Array): readonly Entry[] | null {
  const entries: Entry[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        entries.push({ name, size: originalSize, packed: size });
        return false;
      },
    });
  } catch {
    return null;
  }
  return entries;
}

function faultOf(entries: readonly Entry[]): string | null {
  const names = entries.map(({ name }) => name);
  if (!names.includes("[Content_Types].xml") || !names.includes("xl/workbook.xml"))
    return names.includes("EncryptedPackage")
      ? "The workbook is protected by a password."
      : "The file is a ZIP archive but no Excel workbook.";
  if (entries.length > LIMITS.entries) return `The workbook has ${entries.length} parts; no export needs that many.`;
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) return "The workbook's package names a part twice.";
  if (names.some((name) => /(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:|\0/i.test(name)))
    return "The workbook's package holds a part with an unsafe name.";
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const bomb = entries.some(
    ({ size, packed }) => size > LIMITS.part || (size > LIMITS.ratioFrom && size > packed * LIMITS.ratio),
  );
  return bomb || total > LIMITS.total ? "The workbook unpacks to far more than it should (a so-called zip bomb)." : null;
}

function inflate(file: string, bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: ({ name }) => WANTED.test(name) });
  } catch {
    throw new Refusal({ what: "The workbook's package is broken.", where: file, fix: "Export the complaints again." });
  }
}

function isUnsafeXml(part: Uint8Array): boolean {
  const wide = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff) || part[0] === 0 || part[1] === 0;
  const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  return wide || text.includes("<!DOCTYPE") || text.includes("<!ENTITY");
}
