import { unzipSync } from "fflate";
import { Refusal } from "../domain/problem.ts";
import type { Parts } from "./parts.ts";

/** What a workbook may cost before it is opened. */
const LIMITS = { entries: 500, part: 100_000_000, total: 200_000_000, ratio: 200, ratioFrom: 5_000_000 } as const;

const XML = /\.(xml|rels|vml)$/i;
const DECLARES = ["<!DOCTYPE", "<!ENTITY"].flatMap((word) => [Buffer.from(word), Buffer.from(word, "utf16le")]);

interface GuardOptions {
  /** What somebody is to do whose file is refused. */
  readonly fix: string;
  /** The parts that will be read; all of them when it is left out. */
  readonly wanted?: RegExp;
}

/**
 * The parts of a workbook from outside, by name, in the order of the package.
 * @throws {Refusal} for bombs, path tricks, entity declarations and packages that are no workbook
 */
export function openGuarded(file: string, bytes: Uint8Array, { fix, wanted }: GuardOptions): Parts {
  const refuse = (what: string): never => {
    throw new Refusal({ what, where: file, fix });
  };
  const entries = listEntries(bytes);
  const fault = entries === null ? "The file looks like a workbook but its package is broken." : faultOf(entries);
  if (fault !== null) refuse(fault);
  const parts = inflate(bytes, wanted) ?? refuse("The workbook's package is broken.");
  for (const [name, part] of parts)
    if (XML.test(name) && isUnsafeXml(part, wanted !== undefined))
      refuse("The workbook's XML declares entities or an unusual encoding, which Excel never writes and which is unsafe.");
  return parts;
}

interface Entry {
  readonly name: string;
  readonly size: number;
  readonly packed: number;
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
      : names.includes("xl/workbook.bin")
        ? "The workbook is in Excel's binary format (.xlsb)."
        : "The file is a ZIP archive but no Excel workbook.";
  if (entries.length > LIMITS.entries) return `The workbook has ${entries.length} parts; none needs that many.`;
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) return "The workbook's package names a part twice.";
  if (names.some(isOddName)) return "The workbook's package holds a part with an unsafe name.";
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const bomb = entries.some(
    ({ size, packed }) => size > LIMITS.part || (size > LIMITS.ratioFrom && size > packed * LIMITS.ratio),
  );
  return bomb || total > LIMITS.total ? "The workbook unpacks to far more than it should (a so-called zip bomb)." : null;
}

/** Names that lead out of the package, or that a system or a program may take for something else. */
function isOddName(name: string): boolean {
  return /(^|[/\\])\.\.?([/\\]|$)|^[/\\]|^[a-z]:|[\p{Cc}\\]|\/\/|^__proto__$/iu.test(name);
}

function inflate(bytes: Uint8Array, wanted: RegExp | undefined): Parts | null {
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter: ({ name }) => wanted?.test(name) ?? true })));
  } catch {
    return null;
  }
}

/** A part that is not read may be in any encoding: some that Excel keeps for other programs are. */
function isUnsafeXml(part: Uint8Array, isRead: boolean): boolean {
  const wide = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff) || part[0] === 0 || part[1] === 0;
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  return (wide && isRead) || DECLARES.some((word) => bytes.includes(word));
}
