import type { SourceRow } from "../../domain/source-table.ts";
import { normaliseHeading } from "../../domain/words.ts";
import { textIn } from "./cells.ts";
import { numberIn, type SiteOf } from "./names.ts";

/** A code says more than a name. */
const SITE_HEADINGS = ["sitecode", "organisationsitecode", "site", "sitename", "location", "hospital"];

/** The column that says of which site a row is: by its heading, else because most of its cells are sites. */
export function siteColumn(
  heading: SourceRow,
  body: readonly SourceRow[],
  siteOf: SiteOf,
  isTaken: (column: number) => boolean,
): number | null {
  const headings = heading.cells.map(normaliseHeading);
  const [named] = SITE_HEADINGS.map((name) => headings.indexOf(name)).filter((column) => column >= 0);
  if (named !== undefined) return named;
  const width = body.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  for (let column = 0; column < width; column += 1) {
    if (isTaken(column)) continue;
    const known = body.map((row) => textIn(row, column)).filter((cell) => cell !== "" && siteOf(cell) !== undefined);
    if (known.length > 0 && known.length * 2 >= body.length && known.some((cell) => numberIn(cell) === null)) return column;
  }
  return null;
}
