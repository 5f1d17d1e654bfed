import { type Finding, type FindingDetail, finding } from "../../domain/finding.ts";
import type { Item, ItemId } from "../../domain/item.ts";
import { itemsOfCheck } from "../../domain/relation.ts";
import type { Counts, SiteRow } from "../../domain/return.ts";
import type { Relation, RelationCheck, RuleBook } from "../../domain/rule-book.ts";
import type { Place } from "../../domain/source-table.ts";

/** A row of figures and where it stands, when it stands in a file. */
interface FiguresRow extends SiteRow {
  readonly place: Place | null;
}

/** A return or a published file as rows of figures, whoever counted them. */
export interface Figures {
  readonly organisation: string;
  readonly rows: readonly FiguresRow[];
  /** The organisation's own row of published data, which sums its sites. */
  readonly overall: FiguresRow | null;
  /** The trust code's row was counted from complaints that are known, so it is no overall total. */
  readonly trustRowCounted: boolean;
}

type Violation = Omit<Extract<FindingDetail, { kind: "relation" }>, "kind" | "title"> & { readonly item: ItemId | null };

/** Every relation against every row, all violations and not only the first. */
export function checkRelations(figures: Figures, book: RuleBook): Finding[] {
  const labels = new Map(book.items.map((item) => [item.id, item]));
  const rows = figures.overall === null ? figures.rows : [...figures.rows, figures.overall];
  return book.relations.flatMap((relation) =>
    relation.checks.flatMap((check) => {
      if (check.verb === "sites-sum") return sitesSum(figures, relation, book);
      if (check.verb === "no-trust-total") return noTrustTotal(figures, relation);
      return rows.flatMap((row) =>
        violations(check, row.counts, book, labels).map((violation) => report(relation, row, violation)),
      );
    }),
  );
}

function violations(check: RelationCheck, counts: Counts, book: RuleBook, labels: ReadonlyMap<ItemId, Item>): Violation[] {
  const figure = (id: ItemId): number => counts[id] ?? 0;
  const name = (id: ItemId): string => labels.get(id)?.label ?? id;
  // Figures that are blank or no numbers are named once, by whole-numbers.
  if (itemsOfCheck(check).some((id) => Number.isNaN(figure(id)))) return [];
  switch (check.verb) {
    case "adds-up": {
      const expected = sum(check.plus.map(figure)) - sum(check.minus.map(figure));
      const found = figure(check.total);
      const says = `${check.plus.map(name).join(" + ")}${check.minus.map((id) => ` - ${name(id)}`).join("")}`;
      return found === expected ? [] : [{ item: check.total, says, found, expected, how: "equal" }];
    }
    case "equals":
      return figure(check.item) === figure(check.other)
        ? []
        : [{ item: check.item, says: name(check.other), found: figure(check.item), expected: figure(check.other), how: "equal" }];
    case "at-least":
      return figure(check.item) >= figure(check.other)
        ? []
        : [
            {
              item: check.item,
              says: name(check.other),
              found: figure(check.item),
              expected: figure(check.other),
              how: "at-least",
            },
          ];
    case "never-negative":
      return figure(check.item) >= 0
        ? []
        : [{ item: check.item, says: "0", found: figure(check.item), expected: 0, how: "at-least" }];
    case "whole-numbers":
      return book.items.flatMap(({ id }) =>
        Number.isInteger(figure(id)) && figure(id) >= 0
          ? []
          : [{ item: id, says: "", found: figure(id), expected: null, how: "whole" as const }],
      );
    default:
      return [];
  }
}

function sitesSum({ rows, overall }: Figures, relation: Relation, book: RuleBook): Finding[] {
  if (overall === null || rows.length === 0) return [];
  return book.items.flatMap(({ id }) => {
    const expected = sum(rows.map((row) => row.counts[id] ?? 0));
    const found = overall.counts[id] ?? 0;
    const violation: Violation = { item: id, says: "the site rows together", found, expected, how: "equal" };
    return found === expected || Number.isNaN(found + expected) ? [] : [report(relation, overall, violation)];
  });
}

function noTrustTotal({ organisation, rows, trustRowCounted }: Figures, relation: Relation): Finding[] {
  const trust = rows.find((row) => row.siteCode === organisation);
  const others = rows.filter((row) => row !== trust);
  if (trustRowCounted || trust === undefined || others.length === 0) return [];
  const ids = Object.keys(trust.counts) as ItemId[];
  const total = ids.every((id) => trust.counts[id] === sum(others.map((row) => row.counts[id] ?? 0)));
  if (!total || ids.every((id) => trust.counts[id] === 0)) return [];
  return [report(relation, trust, { item: null, says: "", found: 0, expected: null, how: "forbidden" })];
}

function report({ id, severity, title }: Relation, row: FiguresRow, { item, ...violation }: Violation): Finding {
  return finding(severity, { kind: "relation", title, ...violation }, { site: row.siteCode, item, source: row.place }, id);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
