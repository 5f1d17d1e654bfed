import { isUtf8 } from "node:buffer";
import { Refusal } from "../domain/problem.ts";

/** What the bytes of a text file are: UTF-8 as they stand, or another encoding. */
export type Encoding =
  | { readonly kind: "utf-8" }
  | { readonly kind: "utf-16"; readonly name: "utf16le" | "utf16be" }
  /** Nothing in the file says so; it is what older Windows programs write. */
  | { readonly kind: "assumed"; readonly name: "win1252" };

/** @throws {Refusal} when the bytes are no text */
export function encodingOf(file: string, bytes: Uint8Array): Encoding {
  const wide = byMark(bytes) ?? byZeroes(bytes);
  if (wide !== null) return { kind: "utf-16", name: wide };
  if (bytes.subarray(0, 65_536).includes(0))
    throw new Refusal({
      what: "This file is neither text nor an Excel workbook.",
      where: file,
      fix: "Export the complaints again as CSV or as an Excel workbook (.xlsx).",
    });
  return isUtf8(bytes) ? { kind: "utf-8" } : { kind: "assumed", name: "win1252" };
}

/**
 * The text as UTF-8. By iconv-lite, since Node's own decoder gives control characters for 0x80-0x9F of Windows-1252;
 * its code pages are large and most exports are UTF-8, so it is loaded when needed.
 */
export async function asUtf8(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding.kind === "utf-8") return bytes;
  const { default: iconv } = await import("iconv-lite");
  return Buffer.from(iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding.name));
}

/** @throws {Refusal} when the bytes are no text */
export async function decodeText(file: string, bytes: Uint8Array): Promise<string> {
  return new TextDecoder().decode(await asUtf8(bytes, encodingOf(file, bytes)));
}

function byMark(bytes: Uint8Array): "utf16le" | "utf16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf16be";
  return null;
}

/** UTF-16 without a mark: headings are Latin, so every other byte is zero. */
function byZeroes(bytes: Uint8Array): "utf16le" | "utf16be" | null {
  const head = [...bytes.subarray(0, 64)];
  const zeroes = (parity: number): number => head.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  if (head.length < 8) return null;
  if (zeroes(0) === 0 && zeroes(1) > head.length / 4) return "utf16le";
  if (zeroes(1) === 0 && zeroes(0) > head.length / 4) return "utf16be";
  return null;
}
