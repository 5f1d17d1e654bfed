import ExcelJS from "exceljs";
import { openPackage, type Parts } from "../../src/package/parts.ts";

const NO_DATE = new Date(Date.UTC(2000, 0, 1));

/** A workbook that says nothing of when it was made, and opens on its first sheet. */
export function blankWorkbook(title: string): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, { creator: "ko41a", lastModifiedBy: "ko41a", created: NO_DATE, modified: NO_DATE });
  workbook.title = title;
  workbook.views = [{ x: 0, y: 0, width: 28_800, height: 16_200, firstSheet: 0, activeTab: 0, visibility: "visible" }];
  return workbook;
}

export async function partsOf(workbook: ExcelJS.Workbook): Promise<Parts> {
  const made = openPackage(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return new Map([...made].filter(([name]) => !name.endsWith("/")));
}
