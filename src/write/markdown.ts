import { clean } from "./report/text.ts";

/** Text of the data inside Markdown: it makes no table, no link, no mark-up, no list and no mention. */
export function plain(text: string): string {
  return clean(text)
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/[\\`*_{}[\]<>#|~]/g, "\\$&")
    .replace(/@|:(?=\/\/)|www(?=\.)/gi, "$&\u200b")
    .replace(/\bGH(?=-\d)|#(?=\d)|:(?=[\w+-]+:)/gi, "$&\u200b")
    .replace(/\$/g, "\\$")
    .replace(/^(\d+)([.)])(?=\s)/, "$1\\$2")
    .replace(/^[-+]/, "\\$&");
}

interface Column {
  readonly heading: string;
  readonly right?: true;
}

/** A table; its cells are Markdown already. */
export function markdownTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  const rule = columns.map(({ right }) => (right === true ? "---:" : "---"));
  return [columns.map(({ heading }) => heading), rule, ...rows].map(line).join("");
}
