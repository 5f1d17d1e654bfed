/** A piece of a text and what stands there instead. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Replaces pieces that do not overlap; all between them stays as it is.
 * At one place insertions come first, in the order given.
 */
export function splice(text: string, pieces: readonly Splice[]): string {
  const inOrder = [...pieces].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let done = 0;
  for (const piece of inOrder) {
    result += text.slice(done, piece.start) + piece.text;
    done = piece.end;
  }
  return result + text.slice(done);
}
