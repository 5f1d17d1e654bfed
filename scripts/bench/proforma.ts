import ExcelJS from "exceljs";
import type { ItemId } from "../../src/domain/item.ts";
import type { Return } from "../../src/domain/return.ts";
import type { RuleBook } from "../../src/domain/rule-book.ts";

/** A protected proforma of this many site rows: a format in every cell, totals as formulas, a summary that adds up. */
export async function benchProforma({ items }: RuleBook, sites: number): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("KO41a");
  sheet.addRow(["", "", ...items.map(({ number }) => number)]);
  sheet.addRow(["Site code", "Site name", ...items.map(({ label }) => label)]);
  for (let row = 3; row < sites + 3; row++)
    for (let column = 1; column <= items.length + 2; column++) {
      const cell = sheet.getCell(row, column);
      cell.border = { bottom: { style: "thin" } };
      cell.protection = { locked: false };
      if (column === 5) cell.value = { formula: `SUM(F${row}:H${row})`, result: 0 };
    }
  const summary = workbook.addWorksheet("Summary");
  summary.addRow(["Resolved", { formula: `SUM(KO41a!E3:E${sites + 2})`, result: 0 }]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A return of this many sites in which every relation of the first section holds. */
export function benchReturn(book: RuleBook, sites: number): Return {
  const counts = Object.fromEntries(book.items.map(({ id }, index) => [id, index % 90])) as Record<ItemId, number>;
  const of = (name: string): number => counts[`Complaints_Number_${name}` as ItemId] ?? 0;
  const resolved = of("Upheld") + of("Partially_Upheld") + of("Not_Upheld");
  return {
    organisation: { code: "RZZ", name: "Synthetic NHS Foundation Trust" },
    period: { label: book.edition, start: `${book.edition.slice(0, 4)}-04-01`, end: `20${book.edition.slice(5)}-03-31` },
    rows: Array.from({ length: sites }, (_, index) => ({
      siteCode: `R${String(index).padStart(4, "0")}`,
      siteName: `Site ${index}`,
      counts: { ...counts, Complaints_Total_Resolved: resolved },
    })),
    policies: book.defaultPolicies,
    balance: { rows: 0, counted: 0, excluded: 0, merged: 0, refused: 0 },
    complaints: [],
    provenance: {
      engine: "",
      edition: book.edition,
      inputs: [],
      config: null,
      mapping: null,
      registers: [],
      prior: null,
      template: { sha256: "", kind: "own" },
    },
  };
}

/** An export with a complaint at each of this many sites. */
export function benchSites(sites: number): string {
  const lines = Array.from(
    { length: sites },
    (_, index) => `B-${index},2025-05-01,R${String(index).padStart(4, "0")},30,Patient,Inpatient,Communications,Medical`,
  );
  return `Complaint reference,Date received,Site code,Patient age,Complainant status,Service areas,Subjects,Professions\r\n${lines.join("\r\n")}\r\n`;
}
