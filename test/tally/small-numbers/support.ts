import type { Board, PublicList } from "../../../src/domain/board.ts";
import { ITEM } from "../../../src/domain/item.ts";
import { partsOfTotals } from "../../../src/domain/parts-of-totals.ts";
import type { PriorFigures, ReportContext } from "../../../src/domain/report.ts";
import type { Counts, Return, SiteRow, TracedComplaint } from "../../../src/domain/return.ts";
import type { RuleStatus } from "../../../src/domain/rule.ts";
import { catalogueOf } from "../../../src/rules/catalogue.ts";
import { boardOf } from "../../../src/tally/small-numbers/board.ts";
import { ruleBook } from "../../support/rule-book.ts";

const BOOK = ruleBook();
const PARTS = partsOfTotals(BOOK);

/** Brought forward, new, upheld, partially upheld, not upheld. */
export type Row = readonly [number, number, number, number, number];

/** A line of a return; other figures as given, totals as the relations have them. */
export function site(
  code: string,
  [brought, fresh, upheld, partially, not]: Row,
  others: Readonly<Record<string, number>> = {},
): SiteRow {
  const counts: Record<string, number> = {
    ...others,
    [ITEM.broughtForward]: brought,
    [ITEM.new]: fresh,
    [ITEM.upheld]: upheld,
    [ITEM.partiallyUpheld]: partially,
    [ITEM.notUpheld]: not,
    [ITEM.resolved]: upheld + partially + not,
    [ITEM.carriedForward]: brought + fresh - upheld - partially - not,
  };
  for (const { id, kind, section } of BOOK.items)
    if (kind === "total" && section > 2) counts[id] = PARTS.leavesOf(id).reduce((sum, leaf) => sum + (counts[leaf] ?? 0), 0);
  for (const { id } of BOOK.items) counts[id] ??= 0;
  return { siteCode: code, siteName: `Site ${code}`, counts: counts as Counts };
}

interface Given {
  readonly rows?: readonly SiteRow[];
  readonly complaints?: readonly TracedComplaint[];
  readonly prior?: PriorFigures | null;
  readonly smallUpTo?: number;
  readonly policies?: Partial<Return["policies"]>;
  /** Rules that were not run. */
  readonly idle?: readonly string[];
}

export function contextOf({ rows = [], complaints = [], prior = null, smallUpTo = 5, policies = {} }: Given): ReportContext {
  const made: Return = {
    organisation: { code: "RZZ", name: "Northshire NHS Foundation Trust" },
    period: { label: "2025-26", start: "2025-04-01", end: "2026-03-31" },
    rows,
    policies: { ...BOOK.defaultPolicies, ...policies, smallNumbers: String(smallUpTo) as Return["policies"]["smallNumbers"] },
    balance: { rows: 0, counted: 0, excluded: 0, merged: 0, refused: 0 },
    complaints,
    provenance: {
      engine: "ko41a 1.0.0",
      edition: "2025-26",
      inputs: [],
      config: null,
      mapping: null,
      registers: [],
      prior: null,
      template: { sha256: "", kind: "bundled" },
    },
  };
  const { items, policyChoices } = BOOK;
  return { return: made, items, catalogue: catalogueOf(BOOK), policyChoices, parts: PARTS, prior };
}

export function board(given: Given): Board {
  return boardOf(contextOf(given), statuses(given.idle ?? ["icb-scope"]));
}

export function statuses(idle: readonly string[]): readonly RuleStatus[] {
  return idle.map((id) => ({ id, status: "not-run", reason: "not here", count: 0 }));
}

export function excluded(rule: string, number: number): readonly TracedComplaint[] {
  return Array.from({ length: number }, (_, at) => ({
    reference: `X-${rule}-${at}`,
    fate: "excluded" as const,
    site: null,
    items: [],
    rules: [rule],
    source: [],
  }));
}

export function list({ lists }: Board, title: string): PublicList {
  const found = lists.find((one) => one.title === title);
  if (found === undefined) throw new Error(`no list ${title}`);
  return found;
}

/** A list as `name: figure`, without what is none. */
export function shownOf({ members }: PublicList): Readonly<Record<string, number | "masked">> {
  return Object.fromEntries(members.filter(({ figure }) => figure !== "masked").map(({ name, figure }) => [name, figure]));
}
