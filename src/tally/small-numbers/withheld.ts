/** The largest figure that is small; 0 where none is. */
export function isSmall(figure: number, smallUpTo: number): boolean {
  return smallUpTo > 0 && figure <= smallUpTo;
}

/**
 * The members of a list that may not be shown beside its total, by their place. A member is one figure, or a row of
 * several whose totals are all shown; it is withheld as a whole.
 *
 * Withheld is every member with a small figure, and then, while the rest would tell too much, the smallest of those that are
 * shown, with all that are the same. A reader can take what is shown from the total. So what is left must be nothing at
 * all, or come from two members or more, be more than small, and not be the same small figure in each of them.
 *
 * Why no small figure can be worked out, even by a reader who knows this rule: it looks at figures and never at names or
 * order. Let two withheld members change places: the total, whatever holds within a member, and the page all stay the same. The
 * small figures that are withheld differ somewhere in the list, so each could be at least one other. If all members are
 * withheld nothing but the total is known: of three or more, one large member and small others would look the same.
 */
export function withheldOf(members: readonly (readonly number[])[], smallUpTo: number): ReadonlySet<number> {
  const withheld = new Set<number>();
  const withhold = (which: (member: readonly number[]) => boolean): void => {
    for (const [at, member] of members.entries()) if (which(member)) withheld.add(at);
  };
  withhold((member) => member.some((figure) => isSmall(figure, smallUpTo)));
  const those = (hidden: boolean) => members.filter((_, at) => withheld.has(at) === hidden);
  while (!keepsSecret(those(true), smallUpTo)) {
    const [least] = those(false).toSorted(compare);
    if (least === undefined) break;
    withhold((member) => compare(member, least) === 0);
  }
  return withheld;
}

function keepsSecret(withheld: readonly (readonly number[])[], smallUpTo: number): boolean {
  const [first] = withheld;
  if (first === undefined) return true;
  return first.every((figure, column) => {
    const together = withheld.reduce((sum, member) => sum + (member[column] ?? 0), 0);
    if (together === 0) return true;
    const alike = withheld.every((member) => member[column] === figure);
    return !isSmall(together, smallUpTo) && !(alike && (withheld.length === 1 || isSmall(figure, smallUpTo)));
  });
}

/** By the first figure, then the next. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (const [at, figure] of a.entries()) {
    const difference = figure - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
