import type { FigureChange, SumChange } from "../../domain/comparison.ts";
import type { Item, ItemId } from "../../domain/item.ts";
import type { ReadReturn } from "../../domain/read-return.ts";
import type { SiteRow } from "../../domain/return.ts";

type Level = "site" | "organisation";

/** Two returns are compared by site where both have sites. */
export function levelOf(a: ReadReturn, b: ReadReturn): Level {
  const whole = ({ rows, overall }: ReadReturn): boolean => rows.length === 0 && overall !== null;
  return whole(a) || whole(b) ? "organisation" : "site";
}

/** The rows of a return; at organisation level one, which sums its sites where it has no row of its own. */
export function rowsAt(
  level: Level,
  { rows, overall }: ReadReturn,
  organisation: ReadReturn["organisation"],
  items: readonly Item[],
): readonly SiteRow[] {
  if (level === "site") return rows;
  const sum = (id: ItemId): number => rows.reduce((total, { counts }) => total + (counts[id] ?? 0), 0);
  const counts = overall?.counts ?? Object.fromEntries(items.map(({ id }) => [id, sum(id)]));
  return [{ siteCode: organisation.code, siteName: organisation.name, counts }];
}

/** Every figure that differs, by site and item; the site that one side lacks has zeros there. */
export function changedFigures(
  a: readonly SiteRow[],
  b: readonly SiteRow[],
  organisation: string,
  items: readonly Item[],
): readonly Omit<FigureChange, "entered" | "left">[] {
  const [before, after] = [byCode(a), byCode(b)];
  return sitesOf(a, b, organisation).flatMap((site) => {
    const [left, right] = [before.get(site), after.get(site)];
    return items.flatMap(({ id }) => {
      const [was, is] = [figure(left, id), figure(right, id)];
      return was === is ? [] : [{ site, siteName: right?.siteName ?? left?.siteName ?? site, item: id, a: was, b: is }];
    });
  });
}

/** Items whose figures differ over all sites together; what is moved between sites does not. Blank where one site is. */
export function changedSums(a: readonly SiteRow[], b: readonly SiteRow[], items: readonly Item[]): readonly SumChange[] {
  return items.flatMap(({ id }) => {
    const [was, is] = [a, b].map((rows) => {
      const figures = rows.map((row) => figure(row, id));
      return figures.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
    });
    return was === is || was === undefined || is === undefined ? [] : [{ item: id, a: was, b: is }];
  });
}

/** The sites of both sides in the order of a return: by code, the organisation's own last. */
export function sitesOf(a: readonly SiteRow[], b: readonly SiteRow[], organisation: string): readonly string[] {
  const codes = [...new Set([...a, ...b].map(({ siteCode }) => siteCode))].sort();
  return [...codes.filter((code) => code !== organisation), ...codes.filter((code) => code === organisation)];
}

export function byCode(rows: readonly SiteRow[]): ReadonlyMap<string, SiteRow> {
  return new Map(rows.map((row) => [row.siteCode, row]));
}

function figure(row: SiteRow | undefined, item: ItemId): number | null {
  const number = row?.counts[item] ?? 0;
  return Number.isNaN(number) ? null : number;
}
