import type { NamedSite } from "../../domain/complaint.ts";

const PRIMARY = /\s*\(\s*primary\s*\)\s*$/i;

/**
 * Sites whose names one cell joins by ", ". Names hold commas themselves, so a name is taken apart only
 * when it is no known site as a whole and every part of it is one, the longest parts first.
 */
export function sitesOf(site: NamedSite, isKnown: (name: string) => boolean): readonly NamedSite[] {
  const { code, name, primary } = site;
  if (code !== null || name === null || !name.includes(",") || isKnown(name)) return [site];
  const parts = partsOf(name.split(","), isKnown);
  if (parts === null) return [site];
  const last = parts.length - 1;
  return parts.map((part, index) => ({
    code: null,
    name: part.replace(PRIMARY, ""),
    primary: PRIMARY.test(part) || (primary && index === last),
  }));
}

function partsOf(words: readonly string[], isKnown: (name: string) => boolean): readonly string[] | null {
  if (words.length === 0) return [];
  for (let end = words.length; end > 0; end--) {
    const part = words.slice(0, end).join(",").trim();
    if (!isKnown(part.replace(PRIMARY, ""))) continue;
    const rest = partsOf(words.slice(end), isKnown);
    if (rest !== null) return [part, ...rest];
  }
  return null;
}
