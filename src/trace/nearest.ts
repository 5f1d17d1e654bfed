import { likeness, normaliseWords } from "../domain/words.ts";

const MOST = 5;
/** Below this, two names have nothing to do with each other. */
const NEAR = 0.35;

/** The candidates that look most like what was typed: those that contain it first. */
export function nearest<T>(typed: string, candidates: readonly T[], namesOf: (candidate: T) => readonly string[]): readonly T[] {
  const words = normaliseWords(typed);
  const scored = candidates.map((candidate) => {
    const scores = namesOf(candidate).map((name) => score(words, normaliseWords(name)));
    return { candidate, score: Math.max(0, ...scores) };
  });
  return scored
    .filter((one) => one.score >= NEAR)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

function score(words: string, name: string): number {
  if (words === "" || name === "") return 0;
  return likeness(words, name) + (name.includes(words) ? 0.5 : 0);
}
