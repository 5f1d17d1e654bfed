import type { Aspects } from "../domain/complaint.ts";
import type { ItemId } from "../domain/item.ts";
import type { AspectColumn, Vocabulary, VocabularyEntry } from "../domain/rule-book.ts";
import type { SourceProfile } from "../domain/source-profile.ts";
import { normaliseWords } from "../domain/words.ts";
import { once } from "./once.ts";

/** A cell of aspects. `clinicalTreatment`: a subject names clinical treatment without its group. */
export interface AspectCell extends Aspects {
  readonly clinicalTreatment: boolean;
}

const NO_ASPECTS: AspectCell = { items: [], unmapped: [], rules: [], clinicalTreatment: false };

/** Cells of one column into aspects. Cells repeat, so each distinct text is worked out once. */
export function aspectReader(vocabulary: Vocabulary, habits: CodeHabits = NO_HABITS): (text: string) => AspectCell {
  const pieces = pieceReader(vocabulary, habits);
  const cells = new Map<string, AspectCell>([["", NO_ASPECTS]]);
  return (text) => {
    let cell = cells.get(text);
    if (cell === undefined) {
      cell = collect(pieces(text));
      cells.set(text, cell);
    }
    return cell;
  };
}

/** One value of a cell as it was written, with what it means; null: a local word that nobody knows. */
export interface Piece {
  readonly words: string;
  readonly entry: VocabularyEntry | null;
}

/** How a system writes codes in the cells of a column. */
export interface CodeHabits {
  /** Joined by spaces. */
  readonly bySpaces: boolean;
  /** In front of each label: `12- Label`. */
  readonly inFront: boolean;
  /** A cell holds one value. */
  readonly single: boolean;
}

const NO_HABITS: CodeHabits = { bySpaces: false, inFront: false, single: false };

export function codeHabits({ codesBySpaces, codeInFront, oneValue }: SourceProfile, column: AspectColumn): CodeHabits {
  return {
    bySpaces: codesBySpaces.includes(column),
    inFront: codeInFront.includes(column),
    single: oneValue.includes(column),
  };
}

/** Cells of one column into their values. */
export function pieceReader(
  vocabulary: Vocabulary,
  { bySpaces, inFront, single }: CodeHabits,
): (text: string) => readonly Piece[] {
  if (single)
    return (text) => (text.trim() === "" ? [] : [{ words: text.trim(), entry: vocabulary.get(normaliseWords(text)) ?? null }]);
  const known = once((piece: string): readonly Piece[] => {
    // The trust may have given the whole a meaning, code and all.
    const whole = vocabulary.get(normaliseWords(piece));
    if (whole !== undefined) return [{ words: piece, entry: whole }];
    const labels = inFront ? withoutCodes(piece) : piece;
    return (bySpaces ? resolveCodes(labels, vocabulary) : null) ?? resolvePiece(labels, vocabulary);
  });
  return (text) => splitValues(text).flatMap(known);
}

/** A code stands at the beginning, and behind a comma when it has a digit; otherwise it may be a word of the label. */
function withoutCodes(piece: string): string {
  return piece
    .replace(/^[A-Za-z0-9.]{1,12}\s*-\s+(?=\S)/, "")
    .replace(/(,\s*)(?=[A-Za-z.]*\d)[A-Za-z0-9.]{1,12}\s*-\s+(?=\S)/g, "$1");
}

/** Several values in one cell, joined by `;` or line breaks. Commas are another matter: labels hold them. */
export function splitValues(text: string): string[] {
  return text
    .split(/[;\r\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}

/** Codes joined by spaces, when every one of them is known and they are no label together; otherwise null. */
function resolveCodes(piece: string, vocabulary: Vocabulary): readonly Piece[] | null {
  const codes = piece.split(/\s+/).map((words) => ({ words, entry: vocabulary.get(normaliseWords(words)) ?? null }));
  return codes.every(({ entry }) => entry !== null) ? codes : null;
}

/** Words between commas, longest known label first; what is between known labels stays together as local words. */
function resolvePiece(piece: string, vocabulary: Vocabulary): readonly Piece[] {
  const whole = vocabulary.get(normaliseWords(piece));
  if (whole !== undefined) return [{ words: piece, entry: whole }];
  const tokens = piece.split(",").map((token) => token.trim());
  const resolved: Piece[] = [];
  let local: string[] = [];
  const closeLocal = (): void => {
    const words = local.filter((token) => token !== "").join(", ");
    if (words !== "") resolved.push({ words, entry: null });
    local = [];
  };
  for (let start = 0; start < tokens.length; ) {
    const label = longestLabel(tokens, start, vocabulary);
    if (label === null) {
      local.push(tokens[start] ?? "");
      start += 1;
    } else {
      closeLocal();
      resolved.push({ words: label.words, entry: label.entry });
      start = label.end;
    }
  }
  closeLocal();
  return resolved;
}

function longestLabel(tokens: readonly string[], start: number, vocabulary: Vocabulary) {
  for (let end = Math.min(tokens.length, start + 8); end > start; end--) {
    const words = tokens.slice(start, end).join(", ");
    const entry = vocabulary.get(normaliseWords(words));
    if (entry !== undefined) return { words, entry, end };
  }
  return null;
}

function collect(pieces: readonly Piece[]): AspectCell {
  const items = new Set<ItemId>();
  const unmapped = new Set<string>();
  const rules = new Set<string>();
  let clinicalTreatment = false;
  for (const { words, entry } of pieces) {
    if (entry === null) unmapped.add(words);
    else if (entry.kind === "clinical-treatment") clinicalTreatment = true;
    else if (entry.kind === "item") {
      items.add(entry.item);
      if (entry.rule !== null) rules.add(entry.rule);
    }
  }
  return { items: [...items], unmapped: [...unmapped], rules: [...rules], clinicalTreatment };
}

/** All together, each item and word once. */
export function unite(all: readonly Aspects[]): Aspects {
  return {
    items: [...new Set(all.flatMap(({ items }) => items))],
    unmapped: [...new Set(all.flatMap(({ unmapped }) => unmapped))],
    rules: [...new Set(all.flatMap(({ rules }) => rules))],
  };
}
