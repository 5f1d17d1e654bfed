/** A small generator of numbers that are the same on every machine (mulberry32). */
export function randomFrom(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    chance: (share: number): boolean => next() < share,
    below,
    between: (from: number, to: number): number => from + below(to - from + 1),
    /** One of the words, each as often as its weight says. */
    weighted: <T>(choices: readonly (readonly [T, number])[]): T => {
      let point = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [choice, weight] of choices) {
        point -= weight;
        if (point < 0) return choice;
      }
      return (choices.at(-1) as readonly [T, number])[0];
    },
  };
}

export type Random = ReturnType<typeof randomFrom>;
