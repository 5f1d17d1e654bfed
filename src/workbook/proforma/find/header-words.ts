import type { Item, ItemId, Section } from "../../../domain/item.ts";
import type { RuleBook } from "../../../domain/rule-book.ts";
import { normaliseHeading, normaliseWords } from "../../../domain/words.ts";
import { likenessOfWords, THRESHOLD, tellingWords, withoutBrackets } from "./words.ts";

/** Who a line of figures belongs to; section 1 of the return. */
export const IDENTITIES = ["Organisation_Code", "Organisation_Name", "Site_Code", "Site_Name"] as const;
export type Identity = (typeof IDENTITIES)[number];

/** What a cell of a header may name. */
export type Target = ItemId | Identity;

const IDENTITY_WORDS: Readonly<Record<Identity, { readonly number: string; readonly labels: readonly string[] }>> = {
  Organisation_Code: {
    number: "1.1",
    labels: ["Organisation code", "Org code", "Provider code", "Trust code", "Organisation ODS code", "Trust ODS code"],
  },
  Organisation_Name: {
    number: "1.2",
    labels: ["Organisation name", "Name of organisation", "Org name", "Provider name", "Trust name", "Organisation", "Trust"],
  },
  Site_Code: {
    number: "1.3",
    labels: [
      "Site code",
      "Organisation site code",
      "ODS site code",
      "Site ODS code",
      "ODS code",
      "Code",
      "Sites",
      "ODS code of site",
    ],
  },
  Site_Name: {
    number: "1.4",
    labels: ["Site name", "Name of site", "Organisation site name", "Site", "Hospital", "Name", "Hospital name", "Location name"],
  },
};

export interface Candidate {
  readonly target: Target;
  readonly likeness: number;
}

/** What the words of one cell may name. */
export interface Reading {
  readonly text: string;
  /** By the item's id, or by its number. */
  readonly sure: { readonly target: Target; readonly by: "id" | "number" } | null;
  /** By its label, best first; only those that are as good as the best. */
  readonly labels: readonly Candidate[];
  readonly section: Section | null;
}

interface Label {
  readonly target: Target;
  readonly exact: string;
  readonly words: readonly string[];
}

/** Reads header cells; the same words are read once. */
export type HeaderReader = (text: string) => Reading;

/** Longer texts explain; they name nothing. */
const LONGEST = 250;
/** Two labels this close are equally good. */
const TIE = 0.05;

const AT_START =
  /^(?:(?:data )?(?:item|question|line|ref(?:erence)?|q|no)\b\.?\s*(?:no\.?|number)?\s*:?\s*|q)?[([]?(\d{1,2}\.\d{1,3})[)\]]?(?!\d|\.\d)[\s.:)–—-]*(.*)$/is;
const AT_END = /^(.*\S)[\s([–-]+(\d{1,2}\.\d{1,3})[)\]]?$/s;

export function headerReader(book: RuleBook): HeaderReader {
  const numbers = new Map<number, Target>();
  const ids = new Map<string, Target>();
  const labels: Label[] = [];
  const label = (target: Target, text: string): void => {
    for (const form of new Set([text, withoutBrackets(text)]))
      labels.push({ target, exact: normaliseWords(form), words: tellingWords(form) });
  };
  for (const identity of IDENTITIES) {
    numbers.set(Number(IDENTITY_WORDS[identity].number), identity);
    ids.set(normaliseHeading(identity), identity);
    for (const text of IDENTITY_WORDS[identity].labels) label(identity, text);
  }
  for (const item of book.items) {
    numbers.set(Number(item.number), item.id);
    ids.set(normaliseHeading(item.id), item.id);
    label(item.id, item.label);
  }
  for (const { words, item } of book.otherLabels) label(item, words);
  const sections = sectionReader(book);
  const known = new Map<string, Reading>();

  const read = (given: string): Reading => {
    const text = given.trim();
    const none: Reading = { text, sure: null, labels: [], section: null };
    if (text === "" || text.length > LONGEST) return none;
    const id = ids.get(normaliseHeading(text));
    // Identities have everyday words as ids.
    if (id !== undefined && text.includes("_")) return { ...none, sure: { target: id, by: "id" } };
    const { number, rest } = numberIn(text);
    const target = number === null ? undefined : numbers.get(Math.round(number * 1000) / 1000);
    const section = target === undefined ? sections(text) : null;
    return {
      text,
      sure: target === undefined ? null : { target, by: "number" },
      labels: candidates(target === undefined ? text : rest, labels),
      section,
    };
  };
  return (text) => {
    const found = known.get(text) ?? read(text);
    known.set(text, found);
    return found;
  };
}

function numberIn(text: string): { readonly number: number | null; readonly rest: string } {
  const [, first, after] = AT_START.exec(text) ?? [];
  if (first !== undefined) return { number: Number(first), rest: after ?? "" };
  const [, before, last] = AT_END.exec(text) ?? [];
  return last === undefined ? { number: null, rest: text } : { number: Number(last), rest: before ?? "" };
}

/** The very words of a label come before words that are as good. */
const NOT_QUITE = 0.99;

function candidates(text: string, labels: readonly Label[]): readonly Candidate[] {
  const forms = [...new Set([text, withoutBrackets(text)])].map((form) => ({
    exact: normaliseWords(form),
    words: tellingWords(form),
  }));
  const best = new Map<Target, number>();
  for (const label of labels)
    for (const { exact, words } of forms) {
      const found = exact !== "" && exact === label.exact ? 1 : NOT_QUITE * likenessOfWords(words, label.words);
      if (found >= THRESHOLD * NOT_QUITE && found > (best.get(label.target) ?? 0)) best.set(label.target, found);
    }
  const top = Math.max(0, ...best.values());
  if (top === 1) return [...best].flatMap(([target, found]) => (found === 1 ? [{ target, likeness: 1 }] : []));
  return [...best]
    .filter(([, found]) => found >= top - TIE)
    .map(([target, found]) => ({ target, likeness: found }))
    .sort((a, b) => b.likeness - a.likeness);
}

/** `Section 5`, `5. Service area`, `Service area`. */
function sectionReader({ items, sectionWords }: RuleBook): (text: string) => Section | null {
  const named = [
    ...items.map(({ section, sectionName }: Item) => ({ section, words: sectionName })),
    ...sectionWords.map(({ section, words }) => ({ section, words })),
  ];
  const forms = new Map(
    named.map(({ section, words }) => [tellingWords(words).join(" "), { section, words: tellingWords(words) }]),
  );
  return (text) => {
    const [, digit, rest = ""] = /^(?:section|part)?\s*([2-8])\b(?![.-]?\d)\s*[.:)–—-]*\s*(.*)$/is.exec(text) ?? [];
    const words = tellingWords(digit === undefined ? text : rest);
    const exact = words.length === 0 ? undefined : forms.get(words.join(" "));
    if (exact !== undefined) return exact.section;
    const near = [...forms.values()]
      .map((form) => ({ section: form.section, likeness: likenessOfWords(words, form.words) }))
      .filter((one) => one.likeness >= THRESHOLD)
      .sort((a, b) => b.likeness - a.likeness)[0];
    if (near !== undefined) return near.section;
    return digit !== undefined && (/^(section|part)/i.test(text) || rest !== "") ? (Number(digit) as Section) : null;
  };
}
