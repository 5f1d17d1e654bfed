import type { LedgerLine } from "../domain/return.ts";

/** `ledger.csv`: one line for each input row. CRLF, as Excel writes. */
export function ledgerCsv(ledger: readonly LedgerLine[]): string {
  const lines = ledger.map(({ file, row, reference, fate, rule, site, items }) =>
    [safeCell(file), row, safeCell(reference), fate, rule, site, items.join(";")].join(","),
  );
  return `file,row,reference,fate,rule,site,items\r\n${lines.map((line) => `${line}\r\n`).join("")}`;
}

/** Text that a spreadsheet would run as a formula is kept text by an apostrophe (CWE-1236). */
function safeCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
