import { likeness, normaliseWords } from "../../../domain/words.ts";

/** Two labels are taken for one when they share at least this much (Dice's coefficient of their words). */
export const THRESHOLD = 0.75;

/** Words that forms add and leave out as they like. */
const NOISE = new Set(
  "a an and as at by for from if in is it no number numbers of on or per please specify state the this to with complaint complaints written count group".split(
    " ",
  ),
);

/** Words about ages, which say nothing beside a number. */
const AGE_NOISE = new Set("age aged ages old year years yr yrs patient patients over under".split(" "));

/** Words that change what a figure is: a label with one of them is never a label without. */
const DECISIVE = new Set("not partially total subtotal brought carried".split(" "));

const ONE_WORD: readonly (readonly [RegExp, string])[] = [
  [/\b(in|out) patient/g, "$1patient"],
  [/\bsub total/g, "subtotal"],
  [/\bhealth care\b/g, "healthcare"],
  [/\b(partly|partial|part)\b/g, "partially"],
  [/\badmin\b/g, "administration"],
  [/\bpost mortem/g, "postmortem"],
  [/\bwell being\b/g, "wellbeing"],
  [/\b(\d+) plus\b/g, "$1 and over"],
];

/** The words of a label that tell it from others, each once. */
export function tellingWords(label: string): readonly string[] {
  let text = normaliseWords(label.replace(/(\d)\s*\+(?!\s*\w)/g, "$1 and over "));
  for (const [pattern, word] of ONE_WORD) text = text.replace(pattern, word);
  const words = text.split(" ").filter((word) => word !== "" && !NOISE.has(word));
  const ages = words.some((word) => /^\d+$/.test(word));
  const kept = ages ? words.filter((word) => !AGE_NOISE.has(word) || (word === "over" && !words.includes("under"))) : words;
  return [...new Set(kept.map(singular))];
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

/** 0 to 1. Words that change the meaning and numbers must be in both. */
export function likenessOfWords(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const isDecisive = (word: string): boolean => DECISIVE.has(word) || /^\d+$/.test(word);
  if (a.some((word) => isDecisive(word) && !b.includes(word)) || b.some((word) => isDecisive(word) && !a.includes(word)))
    return 0;
  const rest = [...b];
  let common = 0;
  for (const word of a) {
    const at = rest.findIndex((other) => isSameWord(word, other));
    if (at < 0) continue;
    rest.splice(at, 1);
    common += 1;
  }
  return (2 * common) / (a.length + b.length);
}

/** Slips of the pen in longer words are forgiven. */
function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  return a.length >= 5 && b.length >= 5 && Math.abs(a.length - b.length) <= 2 && a[0] === b[0] && likeness(a, b) >= 0.8;
}

/** A label without what it explains in brackets. */
export function withoutBrackets(label: string): string {
  return label.replace(/[([][^)\]]*[)\]]/g, " ").trim();
}
