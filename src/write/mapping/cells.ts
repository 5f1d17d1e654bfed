import { FIELDS } from "../../domain/field.ts";
import { LINE_KINDS, MAPPING_COLUMNS, type MappingLine } from "../../domain/mapping.ts";

export type MappingColumn = keyof typeof MAPPING_COLUMNS;

/** The columns of a sheet from left to right. */
export const COLUMNS = Object.keys(MAPPING_COLUMNS) as readonly MappingColumn[];

/** What stands in each cell of a line. */
export function cellsOf(line: MappingLine): Readonly<Record<MappingColumn, string>> {
  return {
    line: LINE_KINDS[line.kind],
    heading: cellText(line.heading),
    column: columnOf(line),
    value: cellText(line.value),
    rows: String(line.rows),
    readAs: cellText(line.readAs),
    suggestion: cellText(line.suggestion),
    choice: cellText(line.choice),
    status: line.status,
  };
}

/** The generic heading that a line is read under; "" when it is not read. */
export function columnOf({ field }: MappingLine): string {
  return field === null ? "" : FIELDS[field];
}

export function asksForAttention({ status }: MappingLine): boolean {
  return status === "to choose" || status === "new, to choose";
}

/** A cell of Excel holds little more. */
const LONGEST = 32_000;

/** What no sheet can hold or nobody can see. A space in its place keeps the words apart, so that the line is known again. */
const UNFIT = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

export function cellText(text: string): string {
  return text.slice(0, LONGEST).replace(UNFIT, " ");
}
