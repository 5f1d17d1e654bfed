import { Refusal } from "../../domain/problem.ts";
import { openGuarded } from "../../package/guard.ts";
import type { Parts } from "../../package/parts.ts";
import { type Book, readBook } from "../book/read-book.ts";

export interface OpenProforma {
  readonly file: string;
  readonly parts: Parts;
  readonly book: Book;
}

const SAVE_ANEW = "Open it in Excel and save it as Excel Workbook (.xlsx), or download it again from SDCS.";

/** An older Excel workbook, or one that a password encrypts. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Opens a workbook that somebody downloaded or filled.
 * @throws {Refusal} when it is unsafe, encrypted, or no .xlsx or .xlsm
 */
export function openProforma(file: string, bytes: Uint8Array): OpenProforma {
  const refuse = (what: string, fix = SAVE_ANEW): never => {
    throw new Refusal({ what, where: file, fix });
  };
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte)) {
    const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      Buffer.from("EncryptedPackage", "utf16le"),
    );
    if (isEncrypted)
      refuse(
        "The workbook is encrypted with a password.",
        "Open it in Excel, remove the password (File, Info, Protect Workbook), save it and run again.",
      );
    refuse("The workbook is an old Excel workbook (.xls).", "Open it in Excel and save it as Excel Workbook (.xlsx).");
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) refuse("The file is no Excel workbook.");
  const parts = openGuarded(file, bytes, { fix: SAVE_ANEW });
  if ([...parts.keys()].some((name) => name.startsWith("_xmlsignatures/")))
    refuse(
      "The workbook is signed, and filling it would break the signature.",
      "Remove the signature in Excel, save and run again.",
    );
  try {
    const book = readBook(parts);
    if (book.isTemplate) refuse("The workbook is an Excel template (.xltx or .xltm).");
    return { file, parts, book };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(...error.problems.map((problem) => ({ fix: SAVE_ANEW, where: file, ...problem })));
  }
}
