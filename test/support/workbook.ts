import ExcelJS from "exceljs";

export interface Sheet {
  readonly name: string;
  readonly hidden?: boolean;
  readonly rows: readonly (readonly ExcelJS.CellValue[])[];
}

/** A small workbook as Excel would save it; `finish` may do more to it before it is saved. */
export async function workbookOf(
  sheets: readonly Sheet[],
  finish: (workbook: ExcelJS.Workbook) => void = () => {},
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const { name, hidden, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { state: hidden === true ? "hidden" : "visible" });
    for (const row of rows) sheet.addRow([...row]);
  }
  finish(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
