import { stringify } from "yaml";
import { escapeUnseen } from "./json-line.ts";

/** A line of YAML that is said, or that is a comment to be filled and uncommented. */
export interface YamlLine {
  readonly indent: number;
  readonly text: string;
  readonly said: boolean;
}

export function said(indent: number, text: string): YamlLine {
  return { indent, text, said: true };
}

export function comment(indent: number, text: string): YamlLine {
  return { indent, text, said: false };
}

/** YAML takes no longer key without a question mark. */
const LONGEST_KEY = 1000;

/** Somebody's words and what they mean; null: still to be filled. */
export function entry(write: typeof said, indent: number, words: string, meaning: string | null): readonly YamlLine[] {
  const key = quoted(words);
  const value = meaning === null ? ":" : `: ${quoted(meaning)}`;
  return key.length > LONGEST_KEY ? [write(indent, `? ${key}`), write(indent, value)] : [write(indent, key + value)];
}

/** Lines below their key. A key above nothing but comments is a comment too: YAML would take it for null. */
export function under(key: string, indent: number, lines: readonly YamlLine[]): readonly YamlLine[] {
  return lines.length === 0 ? [] : [{ indent, text: `${key}:`, said: lines.some((line) => line.said) }, ...lines];
}

export function textOf(lines: readonly YamlLine[]): string {
  return lines.map((line) => `${" ".repeat(line.indent)}${line.said ? "" : "# "}${line.text}\n`).join("");
}

/** Somebody's words between double quotes, on one line whatever they hold: YAML folds long ones unless they are JSON. */
export function quoted(text: string): string {
  return escapeUnseen(stringify(text, { defaultStringType: "QUOTE_DOUBLE", doubleQuotedAsJSON: true }).trimEnd());
}

/** A code as it stands, or between quotes where YAML would take it for a number. */
export function plain(code: string): string {
  return stringify(code).trimEnd();
}
