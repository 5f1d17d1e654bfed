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

/** How much two names look alike, 0 to 1: the share of letter pairs they have in common (Dice's coefficient). */
export function likeness(a: string, b: string): number {
  const left = letterPairs(a);
  const right = letterPairs(b);
  const total = left.length + right.length;
  if (total === 0) return 0;
  let common = 0;
  for (const pair of left) {
    const found = right.indexOf(pair);
    if (found < 0) continue;
    right.splice(found, 1);
    common += 1;
  }
  return (2 * common) / total;
}

function letterPairs(text: string): string[] {
  const letters = normaliseWords(text);
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) => letters.slice(index, index + 2));
}
