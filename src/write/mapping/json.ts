import { FIELDS } from "../../domain/field.ts";
import type { MappingSheet } from "../../domain/mapping.ts";
import { columnOf } from "./cells.ts";
import { jsonLine } from "./json-line.ts";

/** The mapping sheet for programs: one heading, one value and one list a line. */
export function mappingJson({ files, lines, lists, missing }: MappingSheet): string {
  const headings = lines
    .filter(({ kind }) => kind === "heading")
    .map((line) => {
      const { heading, rows, suggestion, choice, status } = line;
      return jsonLine({ heading, column: columnOf(line), rows, status, suggestion, choice });
    });
  const values = lines
    .filter(({ kind }) => kind === "value")
    .map((line) => {
      const { heading, value, rows, readAs, suggestion, choice, status } = line;
      return jsonLine({ heading, column: columnOf(line), value, rows, readAs, suggestion, choice, status });
    });
  const fields = [
    `"schema": "ko41a-mapping/1"`,
    `"files": ${jsonLine(files)}`,
    `"missing": ${jsonLine(missing.map((field) => FIELDS[field]))}`,
    `"headings": ${block("[", headings, "]")}`,
    `"values": ${block("[", values, "]")}`,
    `"lists": ${block(
      "{",
      [...lists].map(([name, entries]) => `${jsonLine(name)}: ${jsonLine(entries)}`),
      "}",
    )}`,
  ];
  return `{\n  ${fields.join(",\n  ")}\n}\n`;
}

function block(open: "[" | "{", lines: readonly string[], close: "]" | "}"): string {
  return lines.length === 0 ? `${open}${close}` : `${open}\n    ${lines.join(",\n    ")}\n  ${close}`;
}
