/** The largest figure that is small; 0 where none is. */
export function isSmall(figure: number, smallUpTo: number): boolean {
  return smallUpTo > 0 && figure <= smallUpTo;
}

/**
 * The figures of a list that may not be shown beside its total, by their place.
 *
 * Withheld is every small figure, and then, while the rest would tell too much, the smallest of those that are shown, with
 * all that are the same. A reader can take what is shown from the total. So what is left must be nothing at all, or come from
 * two figures or more, be more than small, and not be the same small figure in each of them.
 *
 * Why no small figure can be worked out, even by a reader who knows this rule: it looks at figures and never at names or
 * order. Let two that are withheld change places: the total and the page stay the same. The small figures that are withheld differ
 * somewhere in the list, so each could be at least one other. It does not hold of figures that are known to be none beforehand:
 * whatever is in a list must be able to be any other of it. If all are withheld, some total can be all that is known: of three
 * or more, one large figure and small others would look the same.
 */
export function withheldOf(figures: readonly number[], smallUpTo: number): ReadonlySet<number> {
  let limit = smallUpTo > 0 ? smallUpTo : -1;
  const withheld = (): readonly number[] => figures.filter((figure) => figure <= limit);
  while (!keepsSecret(withheld(), smallUpTo)) {
    const shown = figures.filter((figure) => figure > limit);
    if (shown.length === 0) break;
    limit = Math.min(...shown);
  }
  return new Set(figures.flatMap((figure, at) => (figure <= limit ? [at] : [])));
}

function keepsSecret(withheld: readonly number[], smallUpTo: number): boolean {
  const together = withheld.reduce((sum, figure) => sum + figure, 0);
  if (together === 0) return true;
  const alike = withheld.every((figure) => figure === withheld[0]);
  return !isSmall(together, smallUpTo) && !(alike && (withheld.length === 1 || isSmall(together / withheld.length, smallUpTo)));
}
