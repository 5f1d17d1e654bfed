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
/** Figures that a further assumption has to make agree, unless nothing is left then: with a dozen of them, something always adds up. */
const WORTH = 2;

/**
 * The assumptions under which most figures agree, if that is at least half of those that differ; several sets when they
 * cannot be told apart, none when nothing explains so much.
 */
export function chooseExplanations(figures: readonly Compared[], assumptions: readonly Shares[]): readonly (readonly Shares[])[] {
  const effects = assumptions.map((one) => figures.map(({ key }) => changeOf(one, key)));
  const differences = figures.map(({ difference }) => difference);
  const differing = differences.filter((one) => one !== 0).length;
  const worthOf = (rest: readonly number[], size: number): number => {
    const agreeing = rest.filter((one) => one === 0).length;
    const isWhole = agreeing === rest.length && size <= differing;
    return isWhole ? agreeing : agreeing - WORTH * Math.max(0, size - 1);
  };
  let best = worthOf(differences, 0);
  let chosen: number[][] = [];
  const consider = (from: number, picked: readonly number[], rest: readonly number[]): void => {
    for (let at = from; at < effects.length; at += 1) {
      const left = rest.map((one, index) => one - (effects[at]?.[index] ?? 0));
      const now = [...picked, at];
      const worth = worthOf(left, now.length);
      const size = chosen[0]?.length ?? 0;
      if (worth > best || (worth === best && now.length < size)) chosen = [now];
      else if (worth === best && now.length === size) chosen.push(now);
      best = Math.max(best, worth);
      if (now.length < MOST) consider(at + 1, now, left);
    }
  };
  consider(0, [], differences);
  return chosen
    .map((picked) => picked.flatMap((at) => assumptions[at] ?? []))
    .filter((picked) => judgeExplanation(figures, picked).explains * 2 >= differing);
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
