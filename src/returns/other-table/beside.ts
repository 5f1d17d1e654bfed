import type { TracedReturn } from "../../domain/read-return.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import type { SourceRow } from "../../domain/source-table.ts";
import { normaliseWords } from "../../domain/words.ts";
import { textIn } from "./cells.ts";
import { type ItemAt, numberIn, type SiteOf } from "./names.ts";

/** Headings under which anything may stand. */
const REMARKS: ReadonlySet<string> = new Set([
  "comment",
  "comments",
  "note",
  "notes",
  "remark",
  "remarks",
  "source",
  "definition",
  "site name",
  "sitename",
  "name of site",
  "name",
]);

/** Headings over words that say of when figures are. */
const PERIODS = /^((financial|reporting|fiscal)\s+)?(year|period|month|quarter)s?$/i;

/** Says whether a cell beside figures says no more than which item, section or site they are of: else they are a part. */
export function besideFigures(heading: SourceRow, itemAt: ItemAt, siteOf: SiteOf, ours: TracedReturn, book: RuleBook) {
  const { code, name } = ours.organisation;
  const own = new Set(
    [
      code,
      name,
      `${name} ${code}`,
      `${code} ${name}`,
      ours.period ?? "",
      ...book.items.map(({ sectionName }) => sectionName),
    ].map(normaliseWords),
  );
  const labels = new Set(book.items.flatMap(({ label, number }) => [normaliseWords(label), number]));
  return (row: SourceRow, column: number): boolean => {
    const cell = textIn(row, column);
    if (cell !== "" && PERIODS.test(textIn(heading, column).replaceAll("_", " "))) return own.has(normaliseWords(cell));
    if (cell === "" || numberIn(cell) !== null || /^[\d.,%<>+-]+$/.test(cell)) return true;
    if (REMARKS.has(normaliseWords(textIn(heading, column)))) return true;
    return (
      itemAt(cell) !== undefined ||
      siteOf(cell) !== undefined ||
      own.has(normaliseWords(cell)) ||
      labels.has(normaliseWords(cell)) ||
      labels.has(cell)
    );
  };
}
