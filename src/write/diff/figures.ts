import type { Both, FigureChange } from "../../domain/comparison.ts";
import { figure } from "../report/text.ts";

type Figures = Both<number | null>;

/** "+4", "-2"; nothing where a figure is blank. */
export function changeOf({ a, b }: Figures): string {
  return a === null || b === null ? "" : signed(b - a);
}

/** A figure with its sign, as a change. */
export function signed(change: number): string {
  return `${change < 0 ? "-" : "+"}${figure(Math.abs(change))}`;
}

/** "+8.3%"; nothing where there was no figure to change. */
export function percentOf({ a, b }: Figures): string {
  const share = shareOf({ a, b });
  if (share === null || a === null || b === null) return "";
  return `${b < a ? "-" : "+"}${share === 0 ? "<0.1" : figure(Math.abs(share))}%`;
}

/** The change in per cent of `a`, to one decimal; null where `a` is 0 or a figure is blank. */
export function shareOf({ a, b }: Figures): number | null {
  if (a === null || b === null || a === 0) return null;
  return Math.round(((b - a) / Math.abs(a)) * 1000) / 10;
}

/** What the complaints named do not account for. */
export function untracedOf({ a, b, entered, left }: FigureChange): number | null {
  return a === null || b === null ? null : b - a - (entered.length - left.length);
}

export function figureWords(value: number | null): string {
  return value === null ? "no figure" : figure(value);
}
