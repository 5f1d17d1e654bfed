import { likeness, normaliseWords } from "../domain/words.ts";

/** Below this two phrases have little in common: half of their letter pairs. */
const ENOUGH = 0.5;

/** The entry of a list that looks most like some words; null when none does. An item's number or a site's code does not count. */
export function nearest(words: string, list: readonly string[]): string | null {
  return nearestOf(
    words,
    list.map((entry) => ({ entry, forms: [entry.replace(/^(\d\.\d+|[A-Z0-9]{3}|[A-Z0-9]{5}) /, "")] })),
  );
}

/** The entry one of whose forms looks most like some words. */
export function nearestOf(
  words: string,
  list: readonly { readonly entry: string; readonly forms: readonly string[] }[],
): string | null {
  let best: { entry: string; near: number } | null = null;
  for (const { entry, forms } of list)
    for (const form of forms) {
      const near = nearness(words, form);
      if (near >= ENOUGH && near > (best?.near ?? 0)) best = { entry, near };
    }
  return best?.entry ?? null;
}

/** Alike in letters, or all words of the shorter one among those of the longer. */
export function nearness(a: string, b: string): number {
  const left = new Set(normaliseWords(a).split(" "));
  const right = new Set(normaliseWords(b).split(" "));
  const [few, many] = left.size <= right.size ? [left, right] : [right, left];
  const within = [...few].every((word) => word.length > 2 && many.has(word));
  return Math.max(likeness(a, b), within ? 0.6 + 0.3 * (few.size / many.size) : 0);
}
