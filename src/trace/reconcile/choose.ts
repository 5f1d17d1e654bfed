import type { Explanation } from "../../domain/reconciliation.ts";
import { assumptionOf, type Shares } from "./assumptions.ts";

/** A figure that both have. */
export interface Compared {
  readonly key: string;
  /** Theirs less ours. */
  readonly difference: number;
  /** Always the same as another figure of the site, and so no evidence of its own. */
  readonly repeats: boolean;
}

/** More assumptions together than this explain anything. */
const MOST = 3;
/** With a dozen assumptions something always adds up: fewer differing figures than these prove nothing. */
const FIGURES = { table: 3, whole: 2 } as const;
/** Of the figures that differ, so many have to be explained, in tenths. */
const TENTHS = 9;

/** Assumptions together, with everything that comes of them. */
interface Candidate {
  readonly picked: readonly Shares[];
  readonly explanation: Explanation;
  /** Alone, and each of its assumptions seen in several figures. */
  readonly isSure: boolean;
}

/**
 * What explains the differences: assumptions under which nine in ten of them are gone, and no figure that agrees is
 * parted. Several when they explain as much; none when nothing does, or too few figures differ.
 */
export function chooseExplanations(
  figures: readonly Compared[],
  assumptions: readonly Shares[],
  extent: keyof typeof FIGURES,
): readonly Candidate[] {
  const names = [...new Set(assumptions.flatMap(({ needs }) => needs))];
  const effects = new Map(assumptions.map((one) => [one, figures.map(({ key }) => changeOf(one, key))]));
  const differing = figures.filter(({ difference }) => difference !== 0).length;
  if (figures.filter(({ difference, repeats }) => difference !== 0 && !repeats).length < FIGURES[extent]) return [];
  const found = setsOf(names, MOST).flatMap((chosen) => {
    const picked = assumptions.filter(({ needs }) => needs.every((name) => chosen.includes(name)));
    // An assumption that does nothing here is none.
    const isIdle = (name: string): boolean =>
      !picked.some(({ needs, shares }) => needs.includes(name) && figures.some(({ key }) => shares.has(key)));
    if (chosen.some(isIdle)) return [];
    const explains = explainedBy(picked, figures, effects);
    const isSure = explains !== null && explains >= FIGURES[extent] * chosen.length;
    return explains === null ? [] : [{ picked, assumptions: chosen.map(assumptionOf), explains, isSure }];
  });
  const most = Math.max(0, ...found.map(({ explains }) => explains));
  const best = most * 10 < differing * TENTHS ? [] : found.filter(({ explains }) => explains === most);
  return best.map(({ picked, assumptions: taken, explains, isSure }) => ({
    picked,
    explanation: { assumptions: taken, explains },
    isSure: isSure && best.length === 1,
  }));
}

/** How many differences are gone under assumptions; null when a figure that agrees would differ. */
function explainedBy(
  picked: readonly Shares[],
  figures: readonly Compared[],
  effects: ReadonlyMap<Shares, readonly number[]>,
): number | null {
  let explains = 0;
  for (const [at, { difference }] of figures.entries()) {
    const effect = picked.reduce((sum, one) => sum + (effects.get(one)?.[at] ?? 0), 0);
    if (difference === 0 && effect !== 0) return null;
    if (difference !== 0 && effect === difference) explains += 1;
  }
  return explains;
}

/** An assumption by which a figure that agrees would differ is none. */
export function isDisproved(one: Shares, figures: readonly Compared[]): boolean {
  return figures.some(({ key, difference }) => difference === 0 && changeOf(one, key) !== 0);
}

/** Every set of up to so many names. */
function setsOf(names: readonly string[], most: number): readonly (readonly string[])[] {
  if (most <= 0) return [];
  const sets = names.map((name) => [name]);
  const larger = setsOf(names, most - 1).filter(({ length }) => length === most - 1);
  const grown = larger.flatMap((set) => names.slice(names.indexOf(set.at(-1) ?? "") + 1).map((name) => [...set, name]));
  return most === 1 ? sets : [...setsOf(names, most - 1), ...grown];
}

export function changeOf({ shares }: Shares, key: string): number {
  return (shares.get(key) ?? []).reduce((sum, { change }) => sum + change, 0);
}
