/**
 * The form in which headings, labels and names are compared: lower case, `&` as "and",
 * everything that is no letter or digit a single space. Normalising twice changes nothing.
 */
export function normaliseWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/['\u2018\u2019]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Words for nothing in a column where a name would stand. */
export function saysNothing(text: string): boolean {
  return NOTHING.has(normaliseWords(text));
}

const NOTHING: ReadonlySet<string> = new Set(["", "no", "none", "nil", "null", "n a", "na", "not applicable", "not transferred"]);

/** Headings also match without their spaces: `SiteCode`, `site_code`, `Site code`. */
export function normaliseHeading(text: string): string {
  return normaliseWords(text).replaceAll(" ", "");
}
