import { ITEM, type ItemId } from "../../../domain/item.ts";
import type { Return, SiteRow } from "../../../domain/return.ts";
import { sumOf } from "../sums.ts";
import { clean, cut, figure } from "../text.ts";
import type { Colours } from "./colours.ts";

const COLUMNS: readonly (readonly [top: string, bottom: string, item: ItemId])[] = [
  ["Brought", "forward", ITEM.broughtForward],
  ["", "New", ITEM.new],
  ["", "Resolved", ITEM.resolved],
  ["", "Upheld", ITEM.upheld],
  ["Partially", "upheld", ITEM.partiallyUpheld],
  ["Not", "upheld", ITEM.notUpheld],
  ["Carried", "forward", ITEM.carriedForward],
];

const MOST_SITES = 25;

/** The seven figures of section 2 by site, with a line for all sites that is for checking only. */
export function siteTable({ rows }: Return, colour: Colours, width: number): readonly string[] {
  if (rows.length === 0) return ["  No site has a figure in this return."];
  const sums = COLUMNS.map(([, , item]) => figure(sumOf(rows, item)));
  const widths = COLUMNS.map(([top, bottom], at) => Math.max(top.length, bottom.length, (sums[at] ?? "").length));
  const codes = Math.max(...rows.map(({ siteCode }) => clean(siteCode).length), 4);
  const names = Math.max(8, Math.min(34, width - codes - 4 - widths.reduce((all, one) => all + one + 2, 0)));
  const line = (code: string, name: string, cells: readonly string[]): string =>
    `  ${code.padEnd(codes)}  ${cut(clean(name), names).padEnd(names)}${cells
      .map((cell, at) => `  ${cell.padStart(widths[at] ?? 0)}`)
      .join("")}`;
  const siteLine = ({ siteCode, siteName, counts }: SiteRow): string =>
    line(
      clean(siteCode),
      siteName,
      COLUMNS.map(([, , item]) => figure(counts[item] ?? 0)),
    );
  const hidden = rows.length - MOST_SITES;
  return [
    colour.dim(
      line(
        "",
        "",
        COLUMNS.map(([top]) => top),
      ),
    ),
    colour.dim(
      line(
        "Site",
        "Name",
        COLUMNS.map(([, bottom]) => bottom),
      ),
    ),
    ...rows.slice(0, MOST_SITES).map(siteLine),
    ...(hidden > 0 ? [colour.dim(`  and ${figure(hidden)} more in report.html`)] : []),
    ...(rows.length > 1
      ? [colour.bold(line("", "All sites", sums)), colour.dim("  All sites is for checking only; the return has no such row.")]
      : []),
  ].map((text) => text.trimEnd());
}
