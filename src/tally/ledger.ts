import type { Complaint, RefusedRow } from "../domain/complaint.ts";
import type { ItemId } from "../domain/item.ts";
import type { Balance, Fate, LedgerLine, Otherwise, RowsByRule, TracedComplaint } from "../domain/return.ts";
import type { Place } from "../domain/source-table.ts";

/** What became of a complaint. A merged one stands under another reference. */
export type Settled =
  | {
      readonly fate: "counted";
      readonly complaint: Complaint;
      readonly site: string;
      readonly items: readonly ItemId[];
      readonly rules: readonly string[];
    }
  | {
      readonly fate: "excluded";
      readonly complaint: Complaint;
      readonly rule: string;
      readonly notes: readonly string[];
      readonly otherwise: Otherwise | null;
    }
  | {
      readonly fate: "merged";
      readonly complaint: Complaint;
      readonly rule: string;
      readonly into: string;
      readonly otherwise: Otherwise | null;
    };

export interface RefusedPlace extends RefusedRow {
  /** A totals line or repeated headings are no record; they are excluded rather than refused. */
  readonly fate: Extract<Fate, "excluded" | "refused">;
}

/** One line for each input row, in the order of the files. */
export function ledgerOf(
  places: readonly Place[],
  settled: readonly Settled[],
  refused: readonly RefusedPlace[],
): readonly LedgerLine[] {
  const lines = new Map<Place, LedgerLine>();
  const put = (place: Place, line: Omit<LedgerLine, "file" | "row">): void => {
    const file = place.sheet === undefined ? place.file : `${place.file} [${place.sheet}]`;
    lines.set(place, { file, row: place.row, ...line });
  };
  for (const one of settled) {
    const { reference, source } = one.complaint;
    const [first, ...others] = source;
    const counted = one.fate === "counted";
    put(first, {
      reference,
      fate: one.fate,
      rule: counted ? "" : one.rule,
      site: counted ? one.site : "",
      items: counted ? one.items : [],
    });
    const rule = one.fate === "merged" ? one.rule : "merged-rows";
    for (const place of others) put(place, { reference, fate: "merged", rule, site: counted ? one.site : "", items: [] });
  }
  for (const { place, reference, rule, fate } of refused) put(place, { reference, fate, rule, site: "", items: [] });
  return places.map((place) => {
    const line = lines.get(place);
    if (line === undefined) throw new Error(`no fate for ${place.file} row ${place.row}`);
    return line;
  });
}

export function balanceOf(ledger: readonly LedgerLine[]): Balance {
  const balance = { rows: ledger.length, counted: 0, excluded: 0, merged: 0, refused: 0 };
  for (const { fate } of ledger) balance[fate] += 1;
  return balance;
}

const FATES: readonly Fate[] = ["counted", "excluded", "merged", "refused"];

/** The balance by rule, in the order of the fates and with most rows first. */
export function fatesOf(ledger: readonly LedgerLine[]): readonly RowsByRule[] {
  const shares = new Map<string, { fate: Fate; rule: string | null; rows: number }>();
  for (const { fate, rule } of ledger) {
    const share = shares.get(`${fate} ${rule}`);
    if (share === undefined) shares.set(`${fate} ${rule}`, { fate, rule: rule === "" ? null : rule, rows: 1 });
    else share.rows += 1;
  }
  const place = ({ fate }: RowsByRule): number => FATES.indexOf(fate);
  return [...shares.values()].sort(
    (a, b) => place(a) - place(b) || b.rows - a.rows || ((a.rule ?? "") < (b.rule ?? "") ? -1 : 1),
  );
}

/** Every complaint of the input, counted or not, and every refused row that has a reference. */
export function traceOf(settled: readonly Settled[], refused: readonly RefusedPlace[]): readonly TracedComplaint[] {
  const traced = settled.map(trace);
  if (refused.length === 0) return traced;
  const known = new Set(traced.map(({ reference }) => reference));
  const rest = refused
    .filter(({ reference, fate }) => fate === "refused" && reference !== "" && !known.has(reference))
    .map(
      ({ reference, rule, place }): TracedComplaint => ({
        reference,
        fate: "refused",
        site: null,
        items: [],
        rules: [rule],
        source: [place],
      }),
    );
  return [...traced, ...rest];
}

function trace(one: Settled): TracedComplaint {
  const { reference, source } = one.complaint;
  if (one.fate === "counted") return { reference, fate: one.fate, site: one.site, items: one.items, rules: one.rules, source };
  return {
    reference,
    fate: one.fate,
    site: null,
    items: [],
    rules: [one.rule],
    source,
    ...(one.fate === "merged" ? { mergedInto: one.into } : {}),
    ...(one.fate === "excluded" && one.notes.length > 0 ? { notes: one.notes } : {}),
    ...(one.otherwise === null ? {} : { otherwise: one.otherwise }),
  };
}
