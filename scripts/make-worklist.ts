import { writeFileSync } from "node:fs";
import path from "node:path";
import { packageBytes, withPart } from "../src/package/parts.ts";
import { partOfSheet, workbookParts } from "../src/package/workbook-parts.ts";
import { SHEETS } from "../src/write/worklist/columns.ts";
import { blankWorkbook, partsOf } from "./template/workbook.ts";
import { aboutSheet } from "./worklist/about-sheet.ts";
import { finishList } from "./worklist/finish.ts";
import { listSheet } from "./worklist/list-sheet.ts";

/** Makes templates/findings.xlsx, the worklist without its lines. Always the same bytes. */
export async function makeWorklist(): Promise<void> {
  const workbook = blankWorkbook("KO41a worklist");
  listSheet(workbook);
  aboutSheet(workbook);
  const parts = await partsOf(workbook);
  const list = partOfSheet(workbookParts(parts), SHEETS.list);
  writeFileSync(path.join(process.cwd(), "templates", "findings.xlsx"), packageBytes(withPart(parts, list, finishList)));
}
