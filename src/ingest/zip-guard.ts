import { Refusal } from "../domain/problem.ts";
import { openGuarded } from "../package/guard.ts";
import { type Parts, storedBytes } from "../package/parts.ts";
import { cellsWithoutResult, hasIsoDates } from "./sheet-xml.ts";

/** The parts that hold values; drawings, charts, macros and comments never reach the reader. */
const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/workbook\.xml\.rels|workbook\.xml|styles\.xml|sharedStrings\.xml|worksheets\/[^/]+\.xml))$/i;

/**
 * A workbook's parts that hold values, packed anew: what is opened later is what was inspected here,
 * so a package whose directory lies about sizes gains nothing.
 * @throws {Refusal} for bombs, path tricks, entity declarations and packages that are no workbook
 */
export function guardPackage(file: string, bytes: Uint8Array): Uint8Array {
  const fix = "Save the workbook anew in Excel as .xlsx, or export as CSV.";
  const parts = openGuarded(file, bytes, { fix, wanted: WANTED });
  refuseUnreadable(file, parts);
  return storedBytes(parts);
}

/** Cells that would be read as blank although Excel shows something there. */
function refuseUnreadable(file: string, parts: Parts): void {
  for (const [name, part] of parts) {
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
