import type { Field } from "./field.ts";
import type { ItemId } from "./item.ts";
import type { Severity } from "./rule.ts";
import type { Place } from "./source-table.ts";

/** What each kind of finding has to tell. Their English is made in one place, `write/report/english.ts`. */
export interface FindingDetails {
  // how the input was read
  "source-recognised": { system: string; headings: readonly string[] };
  "encoding-assumed": { encoding: string };
  "heading-not-used": { heading: string; used: string };
  "columns-not-read": { headings: readonly string[]; missing: readonly Field[] };
  "hidden-sheet-left-out": { sheet: string };
  "incomplete-export": {
    of: "complaints" | "home visits";
    missing: "pages" | "earlier" | "later";
    found: string;
    wanted: string;
  };
  "no-complaints": Record<never, never>;
  // rows become complaints
  "reference-missing": Record<never, never>;
  "received-missing": Record<never, never>;
  "received-unreadable": { value: string };
  "implausible-date": { field: Field; value: string | null };
  "ragged-row": { cells: number; headings: number };
  "organisation-missing": Record<never, never>;
  "not-a-record": { what: "totals" | "headings" };
  "conflicting-rows": { field: Field; rows: readonly Place[] };
  "unreadable-value": { field: Field; value: string | null };
  "received-in-future": { received: string };
  reopened: { original: string };
  // does it count
  "consent-not-received": Record<never, never>;
  "icb-scope": Record<never, never>;
  withdrawn: { used: string; from: "date closed" | "date received" };
  "reopened-in-period": { reopened: string };
  "unapproved-record": Record<never, never>;
  // where
  "primary-site": { chosen: string; sites: readonly string[]; marked: number };
  "unknown-site-code": { code: string; because: "malformed" | "not in the register" | "closed" | "another organisation's" };
  "site-name-matched": { name: string; code: string; complaints: number };
  "no-ods-code": {
    name: string | null;
    complaints: number;
    suggestion: { code: string; name: string } | "as the trust says" | null;
  };
  "no-register": { codes: number };
  // as what
  "clinical-group-unknown": { words: string | null; field: Field };
  "fits-nowhere": { field: Field; words: string };
  "aspect-missing": { field: Field };
  "implausible-age": { years: number | null };
  // when
  "closed-without-outcome": { closed: string };
  "outcome-without-date": Record<never, never>;
  "closed-before-received": { field: Field; closed: string; received: string };
  "undecided-outcome": { words: string };
  // the finished return
  relation: {
    title: string;
    says: string;
    found: number;
    expected: number | null;
    how: "equal" | "at-least" | "whole" | "forbidden";
  };
  "brought-forward-continuity": { prior: number; now: number };
  "share-of-other": { section: string; share: number; limit: number };
  "share-of-unknown-age": { share: number; limit: number };
  "share-of-missing-aspects": { share: number; limit: number };
  "moved-against-prior": { before: number; after: number; label: string };
  "site-fell-silent": { before: number };
  "new-site": { now: number; brought: number };
  "not-brought-forward": { now: Standing | { kind: "new" } | { kind: "at another site"; site: string } };
  "not-carried-forward": { before: Standing | { kind: "resolved" } };
  "listed-site-left-blank": Record<never, never>;
  "figures-replaced": { cells: readonly string[] };
  "total-not-checked": { cells: readonly string[] };
  "nothing-counted": { complaints: number };
  "none-resolved": { open: number };
  "acceptance-unmatched": { rule: string; reason: string };
}

/** What another return has of a complaint that is not open in it. */
export type Standing = { readonly kind: "not in the export" } | { readonly kind: "kept out"; readonly rule: string };

export type FindingKind = keyof FindingDetails;

export type FindingDetail = { [K in FindingKind]: { readonly kind: K } & Readonly<FindingDetails[K]> }[FindingKind];

/** Something an officer should know, with the rule that says so and the place to look. */
export interface Finding {
  /** The kind's own id; for a relation its id. */
  readonly rule: string;
  readonly severity: Severity;
  readonly detail: FindingDetail;
  readonly reference: string | null;
  readonly site: string | null;
  readonly item: ItemId | null;
  readonly source: Place | null;
}

interface Where {
  readonly reference?: string | null;
  readonly site?: string | null;
  readonly item?: ItemId | null;
  readonly source?: Place | null;
}

export function finding(severity: Severity, detail: FindingDetail, where: Where = {}, rule: string = detail.kind): Finding {
  return {
    rule,
    severity,
    detail,
    reference: where.reference ?? null,
    site: where.site ?? null,
    item: where.item ?? null,
    source: where.source ?? null,
  };
}
