import { ITEM, type ItemId } from "../../../domain/item.ts";
import type { Report } from "../../../domain/report.ts";
import type { Return } from "../../../domain/return.ts";
import { markdownTable, plain } from "../../markdown.ts";
import type { FormatOptions } from "../formats.ts";
import { sumOf } from "../sums.ts";
import { count, figure } from "../text.ts";

const COLUMNS: readonly (readonly [heading: string, item: ItemId])[] = [
  ["Brought forward", ITEM.broughtForward],
  ["New", ITEM.new],
  ["Resolved", ITEM.resolved],
  ["Upheld", ITEM.upheld],
  ["Partially upheld", ITEM.partiallyUpheld],
  ["Not upheld", ITEM.notUpheld],
  ["Carried forward", ITEM.carriedForward],
];

/** The seven figures of section 2 by site. */
export function figuresPart({ rows }: Return): string {
  const title = "## The return by site\n\n";
  if (rows.length === 0) return `${title}No site has a figure in this return.\n`;
  const table = markdownTable(
    [{ heading: "Site" }, { heading: "Name" }, ...COLUMNS.map(([heading]) => ({ heading, right: true as const }))],
    [
      ...rows.map(({ siteCode, siteName, counts }) => [
        plain(siteCode),
        plain(siteName),
        ...COLUMNS.map(([, item]) => figure(counts[item] ?? 0)),
      ]),
      ...(rows.length > 1 ? [["**All sites**", "", ...COLUMNS.map(([, item]) => `**${figure(sumOf(rows, item))}**`)]] : []),
    ],
  );
  return `${title}${table}${rows.length > 1 ? "\nAll sites is for checking only; the return has no such row.\n" : ""}`;
}

/** What became of the rows, with the addition; nothing where no export was read. */
export function rowsPart({ balance, fates }: Report, { catalogue }: FormatOptions): string {
  const { rows, counted, excluded, merged, refused } = balance;
  const parts = [counted, excluded, merged, refused];
  const sum = parts.reduce((all, one) => all + one, 0);
  if (rows === 0 && sum === 0) return "";
  const addition = `${parts.map(figure).join(" + ")} = ${figure(sum)}`;
  const says = `${count(rows, "row")}: ${figure(counted)} counted, ${figure(excluded)} excluded, ${figure(merged)} merged, ${figure(refused)} refused.`;
  const adds =
    sum === rows
      ? `${addition}: every row is accounted for.`
      : `**${addition}, not ${figure(rows)}: please report this as a fault.**`;
  const left = fates.filter(({ fate }) => fate !== "counted");
  const table = markdownTable(
    [{ heading: "Rows", right: true }, { heading: "What became of them" }, { heading: "By the rule" }, { heading: "Id" }],
    left.map(({ fate, rule, rows: number }) => [
      figure(number),
      fate,
      plain(rule === null ? "" : (catalogue.get(rule)?.title ?? rule)),
      plain(rule ?? ""),
    ]),
  );
  return `## Rows\n\n${says}\n\n${adds}\n${left.length === 0 ? "" : `\n${table}`}`;
}
