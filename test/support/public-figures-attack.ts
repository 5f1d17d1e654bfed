import type { Board, Column, PublicFigure } from "../../src/domain/board.ts";

/**
 * An attacker with linear algebra. Every figure that a board page speaks of, or that follows from one, is an unknown or is
 * shown; every relation between them is an equation. A figure is found when some combination of equations holds it alone.
 * Written from the form of the return, and from what stands on the page: how figures are masked is not known here.
 */
export class Attack {
  readonly #unknowns = new Map<string, number>();
  readonly #equations: Map<number, number>[] = [];
  readonly #shown = new Set<string>();

  figure(name: string, shown: PublicFigure): void {
    if (shown !== "masked") this.#shown.add(name);
  }

  /** The sum of `plus` is the sum of `minus`. */
  equation(plus: readonly string[], minus: readonly string[]): void {
    const equation = new Map<number, number>();
    const add = (name: string, factor: number): void => {
      if (this.#shown.has(name)) return;
      const at = this.#unknowns.get(name) ?? this.#unknowns.size;
      this.#unknowns.set(name, at);
      equation.set(at, (equation.get(at) ?? 0) + factor);
    };
    for (const name of plus) add(name, 1);
    for (const name of minus) add(name, PRIME - 1);
    this.#equations.push(equation);
  }

  /** Every figure that is not shown and follows from what is. */
  found(): ReadonlySet<string> {
    const solved = reduced(this.#equations);
    const alone = new Set(solved.filter((equation) => equation.size === 1).flatMap((equation) => [...equation.keys()]));
    return new Set([...this.#unknowns].flatMap(([name, at]) => (alone.has(at) ? [name] : [])));
  }
}

/** Ones and minus ones are reduced exactly modulo a prime that is far larger than any minor of these equations. */
const PRIME = 67_108_859;

function power(base: number, exponent: number): number {
  let result = 1n;
  let square = BigInt(base);
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % BigInt(PRIME);
    square = (square * square) % BigInt(PRIME);
  }
  return Number(result);
}

/** Gauss and Jordan: each equation has an unknown that no other has. */
function reduced(equations: readonly ReadonlyMap<number, number>[]): readonly ReadonlyMap<number, number>[] {
  const rows: { readonly pivot: number; readonly row: Map<number, number> }[] = [];
  const takeAway = (from: Map<number, number>, { pivot, row }: (typeof rows)[number]): void => {
    const factor = from.get(pivot) ?? 0;
    if (factor === 0) return;
    for (const [at, value] of row) {
      const left = ((((from.get(at) ?? 0) - Number((BigInt(factor) * BigInt(value)) % BigInt(PRIME))) % PRIME) + PRIME) % PRIME;
      if (left === 0) from.delete(at);
      else from.set(at, left);
    }
  };
  for (const equation of equations) {
    const row = new Map([...equation].filter(([, value]) => value % PRIME !== 0));
    for (const earlier of rows) takeAway(row, earlier);
    const [pivot, value] = [...row][0] ?? [];
    if (pivot === undefined || value === undefined) continue;
    const inverse = power(value, PRIME - 2);
    for (const [at, one] of row) row.set(at, Number((BigInt(one) * BigInt(inverse)) % BigInt(PRIME)));
    const fresh = { pivot, row };
    for (const earlier of rows) takeAway(earlier.row, fresh);
    rows.push(fresh);
  }
  return rows.map(({ row }) => row);
}

const COLUMNS: readonly Column[] = [
  "broughtForward",
  "new",
  "resolved",
  "upheld",
  "partiallyUpheld",
  "notUpheld",
  "carriedForward",
];

/** Everything a reader can write down from a page about the sites whose codes are given. */
export function attackOn({ overview, bySite, lists, leftOut, before }: Board, codes: readonly string[]): Attack {
  const attack = new Attack();
  const shownSites = new Map((bySite?.sites ?? []).map((site) => [site.code, site.figures]));
  for (const column of COLUMNS) attack.figure(`all ${column}`, overview[column]);
  for (const [code, figures] of shownSites)
    for (const [at, column] of (bySite?.columns ?? []).entries()) attack.figure(`${code} ${column}`, figures[at] ?? "masked");
  for (const list of [...lists, leftOut]) {
    attack.figure(totalOf(list.title), list.total);
    for (const { name, figure } of list.members) attack.figure(`${list.title}: ${name}`, figure);
  }
  for (const column of COLUMNS) attack.figure(`before ${column}`, before?.figures[column] ?? "masked");

  for (const row of ["all", "before", ...codes]) {
    attack.equation([`${row} upheld`, `${row} partiallyUpheld`, `${row} notUpheld`], [`${row} resolved`]);
    attack.equation([`${row} broughtForward`, `${row} new`], [`${row} resolved`, `${row} carriedForward`]);
  }
  attack.equation(["before carriedForward"], ["all broughtForward"]);
  for (const column of COLUMNS)
    attack.equation(
      codes.map((code) => `${code} ${column}`),
      [`all ${column}`],
    );
  for (const list of [...lists, leftOut])
    attack.equation(
      list.members.map(({ name }) => `${list.title}: ${name}`),
      [totalOf(list.title)],
    );
  return attack;
}

/** Ages and statuses add up to New. */
function totalOf(title: string): string {
  return /^(Age of patient|Status of complainant)$/.test(title) ? "all new" : `total ${title}`;
}
