import type { SiteRow } from "../../src/domain/return.ts";

/** Figures by site and item; only what is not nought, so that two of them can be compared and added. */
export function figuresOf(rows: readonly SiteRow[]): Record<string, Record<string, number>> {
  return Object.fromEntries(
    rows.map(({ siteCode, counts }) => [
      siteCode,
      Object.fromEntries(Object.entries(counts).filter(([, figure]) => figure !== 0)),
    ]),
  );
}

export function addFigures(...all: readonly Record<string, Record<string, number>>[]): Record<string, Record<string, number>> {
  const sum: Record<string, Record<string, number>> = {};
  for (const figures of all)
    for (const [site, row] of Object.entries(figures)) {
      sum[site] ??= {};
      for (const [item, figure] of Object.entries(row)) sum[site][item] = (sum[site][item] ?? 0) + figure;
    }
  return sum;
}
