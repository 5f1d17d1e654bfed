import type { NamedSite } from "../domain/complaint.ts";
import type { SourceProfile } from "../domain/source-profile.ts";
import { splitValues } from "./aspects.ts";

const PRIMARY = /\s*\(\s*primary\s*\)\s*$/i;

/**
 * The sites a row names, in order. Codes are joined by `;`, line breaks or commas; names by `;` or line breaks,
 * since names hold commas; or a single name stands in the cell. As many names as codes: they belong together; otherwise nobody can tell which.
 */
export function readSites(codes: string, names: string, split = splitValues): readonly NamedSite[] {
  const codeList = splitValues(codes.replaceAll(",", ";")).map(marked);
  const nameList = split(names).map(marked);
  if (codeList.length === 0) return nameList.map(({ text, primary }) => ({ code: null, name: text, primary }));
  const paired = nameList.length === codeList.length;
  return codeList.map(({ text, primary }, index) => ({
    code: text.toUpperCase(),
    name: paired ? (nameList[index]?.text ?? null) : null,
    primary: primary || (paired && (nameList[index]?.primary ?? false)),
  }));
}

/** How a system's cells of site names are taken apart. */
export function splitOf({ oneValue }: SourceProfile): (names: string) => string[] {
  return oneValue.includes("siteName") ? (text) => (text.trim() === "" ? [] : [text.trim()]) : splitValues;
}

function marked(text: string): { readonly text: string; readonly primary: boolean } {
  return PRIMARY.test(text) ? { text: text.replace(PRIMARY, ""), primary: true } : { text, primary: false };
}
