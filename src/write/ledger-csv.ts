import type { LedgerLine } from "../domain/return.ts";
import { safeCell } from "./csv-cell.ts";

/** `ledger.csv`: one line for each input row. CRLF, as Excel writes. */
export function ledgerCsv(ledger: readonly LedgerLine[]): string {
  const lines = ledger.map(({ file, row, reference, fate, rule, site, items }) =>
    [safeCell(file), row, safeCell(reference), fate, rule, site, items.join(";")].join(","),
  );
  return `file,row,reference,fate,rule,site,items\r\n${lines.map((line) => `${line}\r\n`).join("")}`;
}
