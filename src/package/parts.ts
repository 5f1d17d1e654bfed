import { unzipSync, type Zippable, zipSync } from "fflate";
import { Refusal } from "../domain/problem.ts";

/** The parts of a workbook by name, such as `xl/workbook.xml`, in the order of the package. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** The fields of a zip entry's date are local, so this is the same in every time zone. */
const NO_DATE = new Date(2000, 0, 1, 12);

/** @throws {Refusal} when the bytes are no zip package. */
export function openPackage(bytes: Uint8Array): Parts {
  try {
    return new Map(Object.entries(unzipSync(bytes)));
  } catch {
    throw new Refusal({ what: "the workbook cannot be opened: it is no .xlsx package, or it is damaged" });
  }
}

/** Deflating takes longer than all the rest of filling a workbook, so a small one is stored as it is. */
const WORTH_DEFLATING = 1_000_000;

/** Same parts, same bytes. */
export function packageBytes(parts: Parts): Uint8Array {
  const files: Zippable = Object.fromEntries(parts);
  const size = [...parts.values()].reduce((sum, part) => sum + part.length, 0);
  return zipSync(files, { level: size < WORTH_DEFLATING ? 0 : 1, mtime: NO_DATE });
}

/** The parts packed without being deflated, for a reader that opens them at once. */
export function storedBytes(parts: Parts): Uint8Array {
  return zipSync(Object.fromEntries(parts), { level: 0, mtime: NO_DATE });
}

/** @throws {Refusal} when the part is missing or not UTF-8. */
export function textOfPart(parts: Parts, name: string): string {
  const bytes = parts.get(name);
  if (bytes === undefined) throw new Refusal({ what: `the workbook has no part ${name}` });
  try {
    // The byte order mark stays, so that an unchanged text gives unchanged bytes.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal({ what: `part ${name} of the workbook is not UTF-8 text` });
  }
}

/** The package with one part changed. */
export function withPart(parts: Parts, name: string, change: (xml: string) => string): Parts {
  const xml = change(textOfPart(parts, name));
  return new Map(parts).set(name, new TextEncoder().encode(xml));
}

export function withoutPart(parts: Parts, name: string): Parts {
  const rest = new Map(parts);
  rest.delete(name);
  return rest;
}
