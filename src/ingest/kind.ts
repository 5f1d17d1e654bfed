import { type Problem, Refusal } from "../domain/problem.ts";

export type FileKind = "delimited" | "workbook" | "json" | "ndjson";

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly what: string; readonly fix: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], what: "a PDF document", fix: "Export the complaints as CSV or .xlsx instead." },
  { bytes: [0x1f, 0x8b], what: "a gzip archive", fix: "Unpack it first." },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: "a 7-Zip archive", fix: "Unpack it first." },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: "a RAR archive", fix: "Unpack it first." },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: "a picture", fix: "Export the complaints as CSV or .xlsx instead." },
  { bytes: [0xff, 0xd8, 0xff], what: "a picture", fix: "Export the complaints as CSV or .xlsx instead." },
];

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * What a file is by what is in it, whatever its name says.
 * @throws {Refusal} for kinds that hold no table, with what to do
 */
export function kindOf(file: string, bytes: Uint8Array): FileKind {
  const refuse = (problem: Omit<Problem, "where">): never => {
    throw new Refusal({ ...problem, where: file });
  };
  if (bytes.length === 0) refuse({ what: "The file is empty.", fix: "Export the complaints again." });
  for (const { bytes: signature, what, fix } of SIGNATURES)
    if (startsWith(bytes, signature)) refuse({ what: `The file is ${what}, not a table of complaints.`, fix });
  if (startsWith(bytes, COMPOUND_FILE))
    refuse(
      holdsUtf16(bytes, "EncryptedPackage")
        ? {
            what: "The workbook is protected by a password.",
            fix: "Open it in Excel, remove the password, save it and run again.",
          }
        : { what: "The file is an old Excel workbook (.xls).", fix: "Open it in Excel and save it as Excel Workbook (.xlsx)." },
    );
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return "workbook";
  if (startsWith(bytes, [0x50, 0x4b]))
    refuse({ what: "The file is an empty or broken ZIP archive.", fix: "Export the complaints again." });

  const head = firstCharacters(bytes);
  if (/^<(!doctype|html|\?xml|table)/i.test(head))
    refuse({
      what: "The file is a web page or XML, whatever its name says.",
      fix: "Open it in Excel and save it as Excel Workbook (.xlsx).",
    });
  if (head.startsWith("[")) return "json";
  if (head.startsWith("{")) return "ndjson";
  return "delimited";
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function firstCharacters(bytes: Uint8Array): string {
  const plain = bytes.subarray(0, 512).filter((byte) => byte !== 0 && byte < 0x80);
  return String.fromCharCode(...plain).trimStart();
}

function holdsUtf16(bytes: Uint8Array, word: string): boolean {
  const wanted = [...word].flatMap((letter) => [letter.charCodeAt(0), 0]);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(wanted));
}
