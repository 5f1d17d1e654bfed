import { dateInWords } from "../../domain/local-date.ts";

const SPACES = /[\s\u0085]+/gu;
/** Control characters, invisible marks such as right-to-left overrides, and halves of broken characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
/** Text that came with the data, on one line and safe to show in a terminal. */
export function clean(text: string): string {
  return text.replace(SPACES, " ").replace(UNSEEN, "").trim();
}

export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const letters = [...text];
  return letters.length <= longest
    ? text
    : `${letters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
}

/** A word of the data inside a sentence of ours: clean, and at most 60 characters. */
export function word(text: string): string {
  return cut(clean(text), 60);
}

export function quote(text: string): string {
  return `“${word(text)}”`;
}

/** `2025-05-12` as "12 May 2025"; anything else as it stands. */
export function day(text: string): string {
  return dateInWords(text) ?? word(text);
}

export function figure(number: number): string {
  const [whole = "", part] = String(number).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${figure(number)} ${number === 1 ? one : many}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

/** "a, b and c"; a long list ends with "and 9 more". */
export function listed(words: readonly string[], longest = 8): string {
  const shown = words.length > longest ? [...words.slice(0, longest - 1), `${words.length - longest + 1} more`] : words;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
