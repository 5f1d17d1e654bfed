/** A cell with a formula and no stored result; `t="str"` with an empty result is an empty text. */
const WITHOUT_RESULT = /<c\b([^>]*)><f\b[^>]*(?:\/>|>[^<]*<\/f>)(?:<v\s*\/>|<v><\/v>)?<\/c>/g;
const MOST = 5;

/** Addresses of the first cells whose formulas have no result, as programs write that do not calculate. */
export function cellsWithoutResult(xml: string): readonly string[] {
  const found: string[] = [];
  for (const [, attributes = ""] of xml.matchAll(WITHOUT_RESULT)) {
    if (/\bt="str"/.test(attributes)) continue;
    found.push(/\br="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? "?");
    if (found.length === MOST) break;
  }
  return found;
}

/** Dates written as ISO text, as Excel's Strict format does, are not read by the reader of workbooks. */
export function hasIsoDates(xml: string): boolean {
  return /<c\b[^>]*\bt="d"/.test(xml);
}
