import { escapeXml } from "../../package/xml.ts";

const LONGEST = 32_767;

/** What spreadsheets read as an escaped character, such as `_x000D_`, though somebody typed it. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Nothing to escape. */
const PLAIN = /^[\w ,.:()=-]*$/;

/** A text as the XML of a cell holds it, within what a cell can hold. */
export function cellText(text: string): string {
  if (text.length < LONGEST && PLAIN.test(text) && !text.includes("_x")) return text;
  return escapeXml(cellCharacters(text).replace(LOOKS_ESCAPED, "_x005F_"));
}

/** As much of a text as a cell can hold. */
export function cellCharacters(text: string): string {
  return Array.from(text.slice(0, LONGEST)).filter(isXmlCharacter).join("");
}

/** XML 1.0 holds no control characters, no halves of pairs and two characters less. */
function isXmlCharacter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
