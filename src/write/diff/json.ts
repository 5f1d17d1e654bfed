import type { Comparison, ComplaintChange, FigureChange, ReturnComparison } from "../../domain/comparison.ts";
import { shareOf, untracedOf } from "./figures.ts";
import type { Names } from "./names.ts";
import { reasonWords } from "./reasons.ts";

/** `ko41a-diff/1`: the figures that changed, and what became of each complaint behind them. */
export function diffJson({ a, b, returns, only }: Comparison, names: Names): string {
  const value = {
    schema: "ko41a-diff/1",
    a,
    b,
    returns: returns.map(headJson),
    onlyIn: only,
    changes: returns.flatMap((one) => one.changes.map((change) => changeJson(change, one))),
    complaints: returns.flatMap((one) => one.complaints.map((complaint) => complaintJson(complaint, one, names))),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function headJson({ organisation, periods, level, traced, settings, inputs, sites, sums }: ReturnComparison) {
  return {
    organisation: organisation.code,
    name: organisation.name,
    periods,
    level,
    traced,
    settings,
    inputs,
    sites,
    allSites: sums,
  };
}

function changeJson(change: FigureChange, { organisation, traced }: ReturnComparison) {
  const { site, item, a, b, entered, left } = change;
  return {
    organisation: organisation.code,
    site,
    item,
    a,
    b,
    change: a === null || b === null ? null : b - a,
    percent: shareOf({ a, b }),
    entered,
    left,
    untraced: traced ? untracedOf(change) : null,
  };
}

function complaintJson(change: ComplaintChange, { organisation }: ReturnComparison, names: Names) {
  const { reference, kind, a, b, reasons } = change;
  const says = reasonWords(change, names);
  return {
    organisation: organisation.code,
    reference,
    kind,
    a,
    b,
    reasons: reasons.map((reason, at) => ({ ...reason, message: says[at] ?? "" })),
  };
}
