import { likeness, normaliseWords } from "../domain/words.ts";

const MOST = 5;
/** Below this, two names have nothing to do with each other. */
const NEAR = 0.35;

/** The candidates that look most like what was typed: those that contain it first. */
export function nearest<T>(typed: string, candidates: readonly T[], namesOf: (candidate: T) => readonly string[]): readonly T[] {
  const words = plain(typed);
  const scored = candidates.map((candidate) => {
    const scores = namesOf(candidate).map((name) => score(words, plain(name)));
    return { candidate, score: Math.max(0, ...scores) };
  });
  return scored
    .filter((one) => one.score >= NEAR)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

/** E-1 and E-01 are the same to a reader. */
function plain(name: string): string {
  return normaliseWords(name).replace(/\b0+(?=\d)/g, "");
}

function score(words: string, name: string): number {
  if (words === "" || name === "") return 0;
  return likeness(words, name) + (name === words ? 1 : name.includes(words) ? 0.5 : 0);
}
