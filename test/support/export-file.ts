import { createHash } from "node:crypto";
import type { HashedExport } from "../../src/read-input.ts";

/** One row of an export: values by heading. */
export type Row = Readonly<Record<string, string>>;

/** Rows as delimited text under every heading that one of them has, in order of appearance. */
export function csvText(rows: readonly Row[], separator = ",", lineEnd = "\r\n"): string {
  const headings = headingsOf(rows);
  const lines = [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ""))];
  return lines.map((cells) => cells.map((cell) => quoted(cell, separator)).join(separator) + lineEnd).join("");
}

/** Headings of all rows; without a row there are still the two that an export must have. */
export function headingsOf(rows: readonly Row[]): readonly string[] {
  return [...new Set(["Complaint reference", "Date received", ...rows.flatMap((row) => Object.keys(row))])];
}

export function exportFile(file: string, content: string | Uint8Array): HashedExport {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { file, bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
