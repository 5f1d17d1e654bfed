import type { Explanation } from "../../domain/reconciliation.ts";
import type { Shares } from "./assumptions.ts";

/** A figure that both have. */
export interface Compared {
  readonly key: string;
  /** Theirs less ours. */
  readonly difference: number;
}

/** More assumptions together than this explain anything. */
const MOST = 3;
/** With a dozen assumptions something always adds up: each has to be seen in so many figures of a table, or of a whole return. */
const FIGURES = { table: 4, whole: 2 } as const;
/** Of the figures that differ, so many have to be explained, in tenths. */
const TENTHS = 9;

/** Assumptions together, with everything that comes of them. */
interface Candidate {
  readonly picked: readonly Shares[];
  readonly explanation: Explanation;
}

/**
 * What explains the differences: assumptions under which nine in ten of them are gone, no figure that agrees is parted,
 * and each is seen in several figures. Several when others explain as much; none when nothing does, or too few figures differ.
 */
export function chooseExplanations(
  figures: readonly Compared[],
  assumptions: readonly Shares[],
  extent: keyof typeof FIGURES,
): readonly Candidate[] {
  const least = FIGURES[extent];
  const names = [...new Set(assumptions.flatMap(({ needs }) => needs))];
  const effects = new Map(assumptions.map((one) => [one, figures.map(({ key }) => changeOf(one, key))]));
  const differing = figures.filter(({ difference }) => difference !== 0).length;
  const candidates = setsOf(names, Math.min(MOST, Math.floor(differing / least))).flatMap((chosen): Candidate[] => {
    const picked = assumptions.filter(({ needs }) => needs.every((name) => chosen.includes(name)));
    // An assumption that does nothing here is none.
    const isIdle = chosen.some(
      (name) => !picked.some(({ needs, shares }) => needs.includes(name) && figures.some(({ key }) => shares.has(key))),
    );
    if (isIdle) return [];
    const explanation = judge(figures, picked, effects, least * chosen.length);
    return explanation === null ? [] : [{ picked, explanation }];
  });
  const most = Math.max(0, ...candidates.map(({ explanation }) => explanation.explains));
  return candidates.filter(({ explanation }) => explanation.explains === most && most * 10 >= differing * TENTHS);
}

function judge(
  figures: readonly Compared[],
  picked: readonly Shares[],
  effects: ReadonlyMap<Shares, readonly number[]>,
  least: number,
): Explanation | null {
  let explains = 0;
  for (const [at, { difference }] of figures.entries()) {
    const effect = picked.reduce((sum, one) => sum + (effects.get(one)?.[at] ?? 0), 0);
    if (difference === 0 && effect !== 0) return null;
    if (difference !== 0 && effect === difference) explains += 1;
  }
  if (explains < least) return null;
  const assumptions = new Map(picked.map(({ assumption }) => [`${assumption.kind} ${assumption.rule}`, assumption]));
  return { assumptions: [...assumptions.values()], explains };
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
