import { Refusal } from "../../domain/problem.ts";
import type { OtherFigures } from "../../domain/reconciliation.ts";
import type { SourceGrid, SourceRow } from "../../domain/source-table.ts";
import { normaliseWords } from "../../domain/words.ts";
import { columnsOf, isBlank, textIn, unusedColumns } from "./cells.ts";
import { namesOtherPeriod } from "./guard.ts";
import { type Figure, merged } from "./merge.ts";
import { type ItemAt, numberIn, type SiteOf } from "./names.ts";
import { siteColumn } from "./site-column.ts";

/** Words of a heading over the figures of all sites. */
const PLAIN: ReadonlySet<string> = new Set(
  "number no of complaints total totals count figure figures value cases sum answer trust all sites fy year this annual full overall n ours".split(
    " ",
  ),
);

/** Items down a column, with their figures beside them. */
export function readDown(
  grid: SourceGrid,
  heading: SourceRow,
  itemColumn: number,
  itemAt: ItemAt,
  siteOf: SiteOf,
  isBeside: (row: SourceRow, column: number) => boolean,
  period: string | null,
): Pick<OtherFigures, "rows" | "unread"> {
  const hasItem = (row: SourceRow): boolean => itemAt(textIn(row, itemColumn)) !== undefined;
  const body = grid.rows.filter((row) => row.row > heading.row && !isBlank(row));
  const site = siteColumn(heading, body, siteOf, (column) => column === itemColumn);
  const numeric = columnsOf(grid).filter((column) => {
    const said = body
      .filter(hasItem)
      .map((row) => textIn(row, column))
      .filter((cell) => cell !== "");
    const numbers = said.filter((cell) => numberIn(cell) !== null).length;
    return column !== itemColumn && column !== site && numbers > 0 && numbers * 2 >= said.length;
  });
  const columns = figureColumns(numeric, heading, siteOf, site !== null, period, grid.file);
  const figures: Figure[] = [];
  const unread = new Set<number>();
  const figured = new Set(columns.map(({ column }) => column));
  /** The item of a row; none where another cell names another, or says that the figures are a part. */
  const itemOf = (row: SourceRow): ReturnType<ItemAt> => {
    const item = itemAt(textIn(row, itemColumn));
    const others = row.cells.flatMap((_, column) =>
      figured.has(column) || column === itemColumn || column === site ? [] : [column],
    );
    const named = others.map((column) => itemAt(textIn(row, column))).filter((one) => one !== undefined);
    return named.some((one) => one !== item) || !others.every((column) => isBeside(row, column)) ? undefined : item;
  };
  for (const row of body) {
    const item = itemOf(row);
    for (const { column, at } of columns) {
      if (textIn(row, column) === "") continue;
      const number = numberIn(textIn(row, column));
      const place = site === null ? at : siteOf(textIn(row, site));
      if (item === undefined || number === null || place === undefined) unread.add(row.row);
      else figures.push({ site: place, item, number, row: row.row });
    }
  }
  const used = new Set([site, itemColumn, ...columns.map(({ column }) => column)]);
  const passed = unusedColumns(grid, body.filter(hasItem), heading, used);
  return { rows: merged(figures, grid.file), unread: { rows: [...unread], columns: passed } };
}

interface FigureColumn {
  readonly column: number;
  readonly at: string | null;
}

/** Columns whose headings name a site or the total; else one column, if its heading says nothing else. */
function figureColumns(
  numeric: readonly number[],
  heading: SourceRow,
  siteOf: SiteOf,
  hasSites: boolean,
  period: string | null,
  file: string,
): readonly FigureColumn[] {
  const named = numeric.flatMap((column): FigureColumn[] => {
    const at = siteOf(textIn(heading, column));
    return at === undefined ? [] : [{ column, at }];
  });
  if (named.length > 0) return named;
  const ofPeriod = numeric.filter(
    (column) => normaliseWords(textIn(heading, column)).replace(" 20", " ") === normaliseWords(period ?? "?"),
  );
  const [only, other] = ofPeriod.length === 1 ? ofPeriod : numeric;
  const words = only === undefined ? "" : textIn(heading, only);
  const isPlain = hasSites || (!namesOtherPeriod(words, period) && isPlainWords(words));
  if (only !== undefined && other === undefined && isPlain) return [{ column: only, at: null }];
  throw new Refusal({
    what:
      only === undefined
        ? "There are items, and no column beside them that holds whole numbers in most of its cells."
        : other === undefined
          ? "The heading over the figures names no site of the return, and does not say that they are of all sites."
          : "There are several columns of numbers, and no heading says which holds the figures of this return.",
    where: heading.row === 0 ? file : `${file}, row ${heading.row}`,
    fix: 'Leave one column of figures and head it "Total", or head each with the site code it is of.',
  });
}

function isPlainWords(heading: string): boolean {
  const words = normaliseWords(heading).split(" ");
  return heading === "" || (words[0] !== "" && words.every((word) => PLAIN.has(word) || /^\d+$/.test(word)));
}
