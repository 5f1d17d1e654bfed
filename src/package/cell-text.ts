import { escapeXml } from "./xml.ts";

const LONGEST = 32_767;

/** What spreadsheets read as an escaped character, such as `_x000D_`, though somebody typed it. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Nothing to escape. */
const PLAIN = /^[\w ,.:()=-]*$/;

/** XML 1.0 holds no other control characters, no halves of pairs and two characters less. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** A text as the XML of a cell holds it, within what a cell can hold. */
export function cellText(text: string): string {
  if (text.length < LONGEST && PLAIN.test(text) && !text.includes("_x")) return text;
  return escapeXml(cellCharacters(text).replace(LOOKS_ESCAPED, "_x005F_"));
}

/** As much of a text as a cell can hold. */
export function cellCharacters(text: string): string {
  return text.slice(0, LONGEST).replace(NOT_XML, "");
}
