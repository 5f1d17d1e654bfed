import type { Aspects } from "../domain/complaint.ts";
import type { ItemId } from "../domain/item.ts";
import type { Vocabulary, VocabularyEntry } from "../domain/rule-book.ts";
import { normaliseWords } from "../domain/words.ts";

/** A cell of aspects. `clinicalTreatment`: a subject names clinical treatment without its group. */
export interface AspectCell extends Aspects {
  readonly clinicalTreatment: boolean;
}

const NO_ASPECTS: AspectCell = { items: [], unmapped: [], rules: [], clinicalTreatment: false };

/** Cells of one column into aspects. Cells repeat, so each distinct text is worked out once. */
export function aspectReader(vocabulary: Vocabulary): (text: string) => AspectCell {
  const cells = new Map<string, AspectCell>([["", NO_ASPECTS]]);
  const pieces = new Map<string, readonly Resolved[]>();
  const resolve = (piece: string): readonly Resolved[] => {
    let found = pieces.get(piece);
    if (found === undefined) {
      found = resolvePiece(piece, vocabulary);
      pieces.set(piece, found);
    }
    return found;
  };
  return (text) => {
    let cell = cells.get(text);
    if (cell === undefined) {
      cell = collect(splitValues(text).flatMap(resolve));
      cells.set(text, cell);
    }
    return cell;
  };
}

/** Several values in one cell, joined by `;` or line breaks. Commas are another matter: labels hold them. */
export function splitValues(text: string): string[] {
  return text
    .split(/[;\r\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}

type Resolved = VocabularyEntry | string;

/** Words between commas, longest known label first; what is between known labels stays together as local words. */
function resolvePiece(piece: string, vocabulary: Vocabulary): readonly Resolved[] {
  const whole = vocabulary.get(normaliseWords(piece));
  if (whole !== undefined) return [whole];
  const tokens = piece.split(",").map((token) => token.trim());
  const resolved: Resolved[] = [];
  let local: string[] = [];
  const closeLocal = (): void => {
    const words = local.filter((token) => token !== "").join(", ");
    if (words !== "") resolved.push(words);
    local = [];
  };
  for (let start = 0; start < tokens.length; ) {
    const label = longestLabel(tokens, start, vocabulary);
    if (label === null) {
      local.push(tokens[start] ?? "");
      start += 1;
    } else {
      closeLocal();
      resolved.push(label.entry);
      start = label.end;
    }
  }
  closeLocal();
  return resolved;
}

function longestLabel(tokens: readonly string[], start: number, vocabulary: Vocabulary) {
  for (let end = Math.min(tokens.length, start + 8); end > start; end--) {
    const entry = vocabulary.get(normaliseWords(tokens.slice(start, end).join(", ")));
    if (entry !== undefined) return { entry, end };
  }
  return null;
}

function collect(resolved: readonly Resolved[]): AspectCell {
  const items = new Set<ItemId>();
  const unmapped = new Set<string>();
  const rules = new Set<string>();
  let clinicalTreatment = false;
  for (const found of resolved) {
    if (typeof found === "string") unmapped.add(found);
    else if (found.item === null) clinicalTreatment = true;
    else {
      items.add(found.item);
      if (found.rule !== null) rules.add(found.rule);
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
