import type { Field } from "./field.ts";

/** The columns of a mapping sheet, as their headings stand in the workbook and in the CSV. */
export const MAPPING_COLUMNS = {
  line: "Line",
  heading: "Your heading",
  column: "Column",
  value: "Your value",
  rows: "Rows",
  readAs: "Read as",
  suggestion: "Suggestion",
  choice: "KO41a item or meaning",
  status: "Status",
} as const;

/** The sheet of a workbook that holds the lines. */
export const MAPPING_SHEET = "Mapping";

/** What a line asks about: a heading of the export, or a value under one. */
export const LINE_KINDS = { heading: "Heading", value: "Value" } as const;

/** Choices that are no item and no word of the generic export. */
export const NOT_NEEDED = "(not needed)";
export const SAYS_NOTHING = "(says nothing)";

/** In words, as they stand in the sheet. Only the last two ask for attention. */
export type MappingStatus = "understood" | "chosen" | "left out" | "not read" | "to choose" | "new, to choose";

/** One line of a mapping sheet. */
export interface MappingLine {
  readonly kind: keyof typeof LINE_KINDS;
  /** As it stands in the export. */
  readonly heading: string;
  /** What the heading is read as; null: not read. */
  readonly field: Field | null;
  /** A local value, "" on the line of a heading. */
  readonly value: string;
  /** Rows of the export that have it. */
  readonly rows: number;
  /** What it is read as without a choice, as it stands in the list; "": not understood. */
  readonly readAs: string;
  /** The nearest entry of the list; "": none is near. Never applied by itself. */
  readonly suggestion: string;
  /** What the officer chose, from an earlier sheet; "": nothing. */
  readonly choice: string;
  readonly status: MappingStatus;
  /** The name of the list to choose from. */
  readonly list: string;
}

/** A mapping sheet: its lines, and the lists that lines choose from, by name. */
export interface MappingSheet {
  readonly lines: readonly MappingLine[];
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** What a return needs and no heading is read as. */
  readonly missing: readonly Field[];
  /** Base names of the exports it is about. */
  readonly files: readonly string[];
}
