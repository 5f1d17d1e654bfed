/** The sheets of the worklist, by the names on their tabs. */
export const SHEETS = { list: "Worklist", about: "About" } as const;

/** The columns of the worklist from left to right. Their headings stay: filters, pivots and scripts know them. */
export const WORKLIST_COLUMNS = {
  number: "No.",
  what: "What",
  status: "Status",
  who: "Who",
  notes: "Notes",
  finding: "Finding",
  message: "What was found",
  fix: "What to do",
  reference: "Reference",
  file: "File",
  sheet: "Sheet",
  row: "Row",
  column: "Column",
  site: "Site",
  item: "Item",
  why: "Why",
  rule: "Rule",
} as const;

/** The columns from here on are for the screen: on paper all others could no longer be read. */
export const NOT_PRINTED_FROM = "item";

export type WorklistColumn = keyof typeof WORKLIST_COLUMNS;

export const COLUMNS = Object.keys(WORKLIST_COLUMNS) as readonly WorklistColumn[];

/** What is asked of somebody. */
export const WHAT = { error: "To put right", warning: "To confirm", info: "Note", accepted: "Accepted" } as const;

/** What somebody can say of a line. The first stands there at the beginning, the last only where a warning was accepted. */
export const STATUSES = ["To do", "In hand", "Done", "No change needed", "Accepted"] as const;

export const FIRST_LINE = 2;
/** Of a sheet in Excel. */
export const LAST_ROW = 1_048_576;
