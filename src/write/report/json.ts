import type { Report } from "../../domain/report.ts";

/** `report.json`: one finding, one rule and one unmapped category a line, so that two reports compare line by line. */
export function reportJson(report: Report): string {
  const fields = [
    `"schema": ${line(report.schema)}`,
    `"summary": ${line(report.summary)}`,
    `"findings": ${lines(report.findings)}`,
    `"rules": ${lines(report.rules)}`,
    `"unmapped": ${lines(report.unmapped)}`,
    `"balance": ${line(report.balance)}`,
    `"fates": ${lines(report.fates)}`,
    `"activity": ${line(report.activity)}`,
    `"overdue": ${line(report.overdue)}`,
    `"proof": ${line(report.proof)}`,
  ];
  return `{\n  ${fields.join(",\n  ")}\n}\n`;
}

function lines(values: readonly unknown[]): string {
  return values.length === 0 ? "[]" : `[\n    ${values.map(line).join(",\n    ")}\n  ]`;
}

/** JSON leaves some control characters as they are; a terminal or an editor may obey them. */
function line(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
