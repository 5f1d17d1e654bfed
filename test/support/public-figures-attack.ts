import type { Board, Column, PublicFigure } from "../../src/domain/board.ts";

/**
 * An attacker with linear algebra, who knows too that no figure is less than none. Every figure that a board page speaks of,
 * or that follows from one, is an unknown or is shown; every relation between them is an equation. A figure is found when some
 * combination of equations holds it alone, or when the least that it can be is the most. Written from the form of the
 * return, and from what stands on the page: how figures are masked is not known here.
 */
export class Attack {
  readonly #unknowns = new Map<string, number>();
  readonly #equations: Map<number, number>[] = [];
  readonly #balances: Balance[] = [];
  readonly #shown = new Map<string, number>();

  figure(name: string, shown: PublicFigure): void {
    if (shown !== "masked") this.#shown.set(name, shown);
  }

  /** The sum of `plus` is at least the sum of `minus`: what it is more by is one more unknown. */
  atLeast(plus: readonly string[], minus: readonly string[]): void {
    this.equation(plus, [...minus, `more ${this.#balances.length}`]);
  }

  /** The sum of `plus` is the sum of `minus`. */
  equation(plus: readonly string[], minus: readonly string[]): void {
    const equation = new Map<number, number>();
    let known = 0;
    const add = (name: string, factor: number): void => {
      known += (factor === 1 ? 1 : -1) * (this.#shown.get(name) ?? 0);
      if (this.#shown.has(name)) return;
      const at = this.#unknowns.get(name) ?? this.#unknowns.size;
      this.#unknowns.set(name, at);
      equation.set(at, (equation.get(at) ?? 0) + factor);
    };
    for (const name of plus) add(name, 1);
    for (const name of minus) add(name, PRIME - 1);
    this.#equations.push(equation);
    const terms = [...equation].map(([at, factor]) => [at, factor > PRIME / 2 ? factor - PRIME : factor] as const);
    this.#balances.push({ terms, known });
  }

  /** Every figure that is not shown and follows from what is. */
  found(): ReadonlySet<string> {
    const solved = reduced(this.#equations);
    const alone = new Set(solved.filter((equation) => equation.size === 1).flatMap((equation) => [...equation.keys()]));
    for (const at of pinned(this.#balances, this.#unknowns.size)) alone.add(at);
    return new Set([...this.#unknowns].flatMap(([name, at]) => (alone.has(at) ? [name] : [])));
  }
}

/** Terms and what is known add up to none. */
interface Balance {
  readonly terms: readonly (readonly [unknown: number, factor: number])[];
  readonly known: number;
}

/** Unknowns of which the least is the most, when each balance has told all others how far they can go. */
function pinned(balances: readonly Balance[], unknowns: number): readonly number[] {
  const least = Array.from({ length: unknowns }, () => 0);
  const most = Array.from({ length: unknowns }, () => Number.POSITIVE_INFINITY);
  const lowest = (at: number, factor: number): number => factor * ((factor > 0 ? least[at] : most[at]) ?? 0);
  for (let round = 0, changed = true; changed && round < 100; round += 1) {
    changed = false;
    for (const { terms, known } of balances)
      for (const sign of [1, -1])
        for (const [at, factor] of terms) {
          const others = terms.reduce((sum, [one, by]) => sum + (one === at ? 0 : lowest(one, sign * by)), sign * known);
          // sign × factor × figure ≤ −others
          if (!Number.isFinite(others)) continue;
          const limit = -others / (sign * factor);
          if (sign * factor > 0 && Math.floor(limit) < (most[at] ?? 0)) {
            most[at] = Math.floor(limit);
            changed = true;
          }
          if (sign * factor < 0 && Math.ceil(limit) > (least[at] ?? 0)) {
            least[at] = Math.ceil(limit);
            changed = true;
          }
        }
  }
  return least.flatMap((figure, at) => (figure === most[at] ? [at] : []));
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

/** Everything a reader can write down from a page about the sites whose codes are given, and from the page after it. */
export function attackOn(board: Board, codes: readonly string[], after: Board | null = null): Attack {
  const { overview, bySite, lists, leftOut, before } = board;
  const attack = new Attack();
  attack.figure("one", 1);
  for (const column of COLUMNS) attack.figure(`all ${column}`, overview[column]);
  for (const site of bySite?.sites ?? []) attack.figure(`${site.code} new`, site.new);
  for (const list of [...lists, leftOut]) {
    attack.figure(totalOf(list.title), list.total);
    for (const { name, figure } of list.members) attack.figure(`${list.title}: ${name}`, figure);
  }
  for (const column of COLUMNS) attack.figure(`before ${column}`, before?.figures[column] ?? "masked");
  for (const column of COLUMNS) attack.figure(`after ${column}`, after?.overview[column] ?? "masked");

  for (const row of ["all", "before", "after", ...codes]) {
    attack.equation([`${row} upheld`, `${row} partiallyUpheld`, `${row} notUpheld`], [`${row} resolved`]);
    attack.equation([`${row} broughtForward`, `${row} new`], [`${row} resolved`, `${row} carriedForward`]);
  }
  attack.equation(["before carriedForward"], ["all broughtForward"]);
  attack.equation(["all carriedForward"], ["after broughtForward"]);
  for (const column of COLUMNS)
    attack.equation(
      codes.map((code) => `${code} ${column}`),
      [`all ${column}`],
    );
  // A site has a row only if something counts there. Which sites are not shown is known where their number is said.
  if (bySite !== null) for (const code of codes) attack.atLeast([`${code} broughtForward`, `${code} new`], ["one"]);
  for (const list of lists) {
    attack.atLeast([totalOf(list.title)], ["all new"]);
    for (const { name } of list.members) attack.atLeast(["all new"], [`${list.title}: ${name}`]);
  }
  const subjects = lists.find(({ title }) => title === "Subject area")?.members ?? [];
  for (const clinical of [true, false])
    attack.equation(
      subjects.flatMap(({ name }) => (/^Clinical treatment, /.test(name) === clinical ? [`Subject area: ${name}`] : [])),
      [clinical ? "clinical treatment" : "other subjects"],
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
