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

/**
 * The assumptions under which most figures agree, of equally good ones those with the fewest assumptions; several when
 * they cannot be told apart, none when no assumption helps.
 */
export function chooseExplanations(figures: readonly Compared[], assumptions: readonly Shares[]): readonly (readonly Shares[])[] {
  const effects = assumptions.map(({ shares }) =>
    figures.map(({ key }) => (shares.get(key) ?? []).reduce((sum, { change }) => sum + change, 0)),
  );
  const differences = figures.map(({ difference }) => difference);
  const agreeing = (rest: readonly number[]): number => rest.filter((one) => one === 0).length;
  let best = agreeing(differences);
  let chosen: number[][] = [];
  const consider = (from: number, picked: readonly number[], rest: readonly number[], size: number): void => {
    for (let at = from; at < effects.length; at += 1) {
      const left = rest.map((one, index) => one - (effects[at]?.[index] ?? 0));
      const now = [...picked, at];
      if (now.length < size) consider(at + 1, now, left, size);
      else {
        const score = agreeing(left);
        if (score > best) chosen = [];
        if (score > best || (score === best && chosen[0]?.length === size)) chosen.push(now);
        best = Math.max(best, score);
      }
    }
  };
  // Small sets first, so that a larger one has to explain more to be preferred.
  for (let size = 1; size <= Math.min(MOST, effects.length); size += 1) consider(0, [], differences, size);
  return chosen.map((picked) => picked.flatMap((at) => assumptions[at] ?? []));
}

/** How many figures a set of assumptions makes agree, and how many it parts. */
export function judgeExplanation(figures: readonly Compared[], picked: readonly Shares[]): Explanation {
  let explains = 0;
  let breaks = 0;
  for (const { key, difference } of figures) {
    const effect = picked.reduce((sum, one) => sum + changeOf(one, key), 0);
    if (difference !== 0 && effect === difference) explains += 1;
    if (difference === 0 && effect !== 0) breaks += 1;
  }
  return { assumptions: picked.map(({ assumption }) => assumption), explains, breaks };
}

export function changeOf({ shares }: Shares, key: string): number {
  return (shares.get(key) ?? []).reduce((sum, { change }) => sum + change, 0);
}
