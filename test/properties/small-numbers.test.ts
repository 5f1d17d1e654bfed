import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Board, Column } from "../../src/domain/board.ts";
import { ITEM } from "../../src/domain/item.ts";
import type { PriorFigures } from "../../src/domain/report.ts";
import type { SiteRow, TracedComplaint } from "../../src/domain/return.ts";
import { overviewOf } from "../../src/tally/small-numbers/overview.ts";
import { withheldOf } from "../../src/tally/small-numbers/withheld.ts";
import { attackOn } from "../support/public-figures-attack.ts";
import { ruleBook } from "../support/rule-book.ts";
import { board, excluded, type Row, site } from "../tally/small-numbers/support.ts";

/** All ways in which `parts` whole numbers add up to at most `most`. */
function* tuples(parts: number, most: number): Generator<readonly number[]> {
  if (parts === 0) yield [];
  else for (let first = 0; first <= most; first += 1) for (const rest of tuples(parts - 1, most - first)) yield [first, ...rest];
}

/**
 * The strongest reader there is: knows how masking works, and tries every world. `pageOf` is what is published of a
 * world. Returns the hidden figures from 1 to `smallUpTo` that are the same in every world with the same page.
 */
function worked<World>(
  worlds: Iterable<World>,
  pageOf: (world: World) => string,
  hidden: (world: World) => readonly (readonly [place: string, figure: number])[],
  smallUpTo: number,
): readonly string[] {
  const pages = new Map<string, Map<string, Set<number>>>();
  for (const world of worlds) {
    const page = pageOf(world);
    const places = pages.get(page) ?? new Map<string, Set<number>>();
    pages.set(page, places);
    for (const [place, figure] of hidden(world)) places.set(place, (places.get(place) ?? new Set()).add(figure));
  }
  return [...pages].flatMap(([page, places]) =>
    [...places].flatMap(([place, figures]) => {
      const [figure = 0] = figures;
      return figures.size === 1 && figure >= 1 && figure <= smallUpTo ? [`${page} → ${place} = ${figure}`] : [];
    }),
  );
}

describe("a reader who knows the rule and tries every possible list", () => {
  const page = (members: readonly (readonly number[])[], smallUpTo: number): string => {
    const withheld = withheldOf(members, smallUpTo);
    const totals = (members[0] ?? []).map((_, column) => members.reduce((sum, member) => sum + (member[column] ?? 0), 0));
    return `${members.map((member, at) => (withheld.has(at) ? "*" : member.join("/"))).join(" ")} of ${totals.join("/")}`;
  };
  const hidden = (members: readonly (readonly number[])[], smallUpTo: number): readonly (readonly [string, number])[] => {
    const withheld = withheldOf(members, smallUpTo);
    return members.flatMap((member, at) =>
      withheld.has(at) ? member.map((figure, column) => [`${at}/${column}`, figure] as const) : [],
    );
  };

  test.each([
    [3, 24],
    [4, 18],
    [5, 13],
  ])("finds no small figure in %i members that add up to %i at most", (parts, most) => {
    for (const smallUpTo of [1, 2, 3, 5]) {
      const worlds = [...tuples(parts, most)].map((members) => members.map((figure) => [figure]));
      const found = worked(
        worlds,
        (world) => page(world, smallUpTo),
        // With a small total nothing is shown at all.
        (world) => (world.flat().reduce((sum, figure) => sum + figure, 0) > smallUpTo ? hidden(world, smallUpTo) : []),
        smallUpTo,
      );
      expect(found).toEqual([]);
    }
  });

  test.each([
    [3, 6],
    [4, 4],
  ])("nor in %i rows of which what came in is what went out and what is open", (sites, most) => {
    const rows = [...tuples(2, most)].map(([out = 0, open = 0]) => [out + open, out, open]);
    const worlds = product(rows, sites).filter((world) => total(world, 0) <= most + 2 && total(world, 0) > 0);
    for (const smallUpTo of [1, 2]) {
      const open = worlds.filter((world) => [0, 1, 2].every((column) => total(world, column) > smallUpTo));
      expect(open.length).toBeGreaterThan(0);
      expect(
        worked(
          open,
          (world) => page(world, smallUpTo),
          (world) => hidden(world, smallUpTo),
          smallUpTo,
        ),
      ).toEqual([]);
    }
  });

  test("nor of two to four sites with all that the return says of them", () => {
    // Worlds of one page: the same totals, brought forward and out in one way, and each site open with what is left.
    for (const [sites, most] of [
      [2, 8],
      [3, 6],
      [4, 5],
    ] as const)
      for (const smallUpTo of [1, 2]) {
        const worlds = [...tuples(sites, most)].map((news) =>
          news.map((fresh, at): SiteRow => site(`S${at}`, [30, fresh, 9, 9, 9])),
        );
        const newOf = ({ counts }: SiteRow): number => counts[ITEM.new] ?? 0;
        const found = worked(
          worlds.filter((rows) => rows.reduce((sum, row) => sum + newOf(row), 0) > smallUpTo),
          (rows) => JSON.stringify(board({ rows, smallUpTo })),
          (rows) => {
            const shown = new Set(board({ rows, smallUpTo }).bySite?.sites.map(({ code }) => code));
            return rows.flatMap((row) => (shown.has(row.siteCode) ? [] : [[row.siteCode, newOf(row)] as const]));
          },
          smallUpTo,
        );
        expect(found).toEqual([]);
      }
  });

  test("nor anything of all sites together", () => {
    const smallUpTo = 2;
    // More brought forward than all the rest: whatever else is the case, a larger world would tell nothing new.
    const worlds = product([0, 1, 2, 3, 4, 5], 4)
      .flatMap((rest) => Array.from({ length: 21 }, (_, brought) => [...rest, brought]))
      .map(([fresh = 0, upheld = 0, partiallyUpheld = 0, notUpheld = 0, broughtForward = 0]) => {
        const resolved = upheld + partiallyUpheld + notUpheld;
        const carriedForward = broughtForward + fresh - resolved;
        return { broughtForward, new: fresh, resolved, upheld, partiallyUpheld, notUpheld, carriedForward };
      })
      .filter(({ carriedForward }) => carriedForward >= 0);
    const found = worked(
      worlds,
      (world) => JSON.stringify(overviewOf(world, smallUpTo)),
      (world) =>
        Object.entries(overviewOf(world, smallUpTo)).flatMap(([column, figure]) =>
          figure === "masked" ? [[column, world[column as Column]] as const] : [],
        ),
      smallUpTo,
    );
    expect(found).toEqual([]);
  });
});

function product<T>(values: readonly T[], times: number): readonly (readonly T[])[] {
  if (times === 0) return [[]];
  return product(values, times - 1).flatMap((rest) => values.map((value) => [value, ...rest]));
}

function total(world: readonly (readonly number[])[], column: number): number {
  return world.reduce((sum, row) => sum + (row[column] ?? 0), 0);
}

const BOOK = ruleBook();
const SECTIONS = [3, 4, 5, 6, 7, 8] as const;

/** Figures as trusts have them: a few large, many small, many none. */
const anyFigure = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 8 }) },
  { weight: 2, arbitrary: fc.integer({ min: 6, max: 60 }) },
  { weight: 1, arbitrary: fc.constant(0) },
);

const anySite = fc
  .record({
    out: fc.tuple(anyFigure, anyFigure, anyFigure),
    open: anyFigure,
    brought: anyFigure,
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .map(({ out, open, brought, seed }) => {
    const all = out[0] + out[1] + out[2] + open;
    const broughtForward = Math.min(brought, all);
    const row: Row = [broughtForward, all - broughtForward, ...out];
    return { row, others: spread(all - broughtForward, seed) };
  });

/** New complaints over the items of every section, most of them to a few. */
function spread(fresh: number, seed: number): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  let state = seed;
  for (const section of SECTIONS) {
    const own = BOOK.itemsOfSection(section).filter(({ kind }) => kind === "count");
    for (let left = section === 6 ? Math.floor(fresh / 2) : fresh; left > 0; left -= 1) {
      state = (state * 48_271) % 2_147_483_647;
      const at = Math.floor(own.length * (state / 2_147_483_647) ** 3);
      const id = own[at]?.id ?? "";
      counts[id] = (counts[id] ?? 0) + 1;
    }
  }
  return counts;
}

const manySites = (most: number) =>
  fc
    .array(anySite, { minLength: 0, maxLength: most })
    .map((sites) => sites.map(({ row, others }, at) => site(`S${at}`, row, others)));
const upTo = fc.integer({ min: 0, max: 10 });
const someExcluded: fc.Arbitrary<readonly TracedComplaint[]> = fc
  .array(fc.tuple(fc.constantFrom("outside-period", "withdrawn", "not-a-complaint", "reopened", "no-action-taken"), anyFigure))
  .map((all) => all.flatMap(([rule, number]) => excluded(rule, number)));
const anyReturn = (most: number) =>
  fc
    .record({ rows: manySites(most), complaints: someExcluded, smallUpTo: upTo, last: manySites(4) })
    .map(({ last, ...rest }) => ({
      ...rest,
      prior: { period: "2024-25", rows: last, level: "site" as const, sameLength: true },
    }));

describe("a board", () => {
  test("shows no small figure, and no false one", () => {
    fc.assert(
      fc.property(anyReturn(12), (given) => {
        const made = board(given);
        const open = board({ ...given, smallUpTo: 0 });
        for (const [shown, truth] of pairs(made, open, given.rows)) {
          if (shown === "masked") continue;
          expect(shown).toBe(truth);
          if (given.smallUpTo > 0 && truth !== 0) expect(shown).toBeGreaterThan(given.smallUpTo);
        }
        const alone = [...Object.values(made.overview), ...(made.bySite?.sites ?? []).flatMap(({ figures }) => figures)];
        if (given.smallUpTo > 0) expect(alone).not.toContain(0);
      }),
      { numRuns: 300 },
    );
  });

  test("hides nothing with 0", () => {
    fc.assert(
      fc.property(anyReturn(8), (given) => {
        const { prior: _, ...made } = given;
        expect(JSON.stringify(board({ ...made, smallUpTo: 0 }))).not.toContain("masked");
      }),
    );
  });

  test("does not depend on the order of sites, and is the same every time", () => {
    fc.assert(
      fc.property(
        anyReturn(12).chain((given) =>
          fc.record({ given: fc.constant(given), rows: fc.shuffledSubarray([...given.rows], { minLength: given.rows.length }) }),
        ),
        ({ given, rows }) => {
          const made = board(given);
          const sorted = ({ bySite, ...rest }: Board) => ({
            ...rest,
            bySite: bySite === null ? null : { ...bySite, sites: bySite.sites.toSorted((a, b) => (a.code < b.code ? -1 : 1)) },
          });
          expect(board(given)).toEqual(made);
          expect(sorted(board({ ...given, rows }))).toEqual(sorted(made));
        },
      ),
    );
  });

  test("leaves out of each list nothing, only what is none, or more than is small in two places or more", () => {
    fc.assert(
      fc.property(anyReturn(12), (given) => {
        const made = board(given);
        for (const { total: sum, members } of [...made.lists, made.leftOut]) {
          const masked = members.filter(({ figure }) => figure === "masked");
          if (sum === "masked") expect(masked).toHaveLength(members.length);
          else {
            const left = sum - members.reduce((all, { figure }) => all + (figure === "masked" ? 0 : figure), 0);
            if (left === 0) continue;
            expect(left).toBeGreaterThan(given.smallUpTo);
            expect(masked.length).toBeGreaterThan(1);
          }
        }
        for (const figure of made.bySite?.others?.figures ?? [])
          if (figure !== 0) expect(figure).toBeGreaterThan(given.smallUpTo);
      }),
      { numRuns: 300 },
    );
  });

  test("gives linear algebra no small figure", () => {
    let searched = 0;
    fc.assert(
      fc.property(anyReturn(30), (given) => {
        searched += smallFound(given, board(given));
      }),
      { numRuns: 150 },
    );
    expect(searched).toBeGreaterThan(1000);
  });

  test("nor of 300 sites", () => {
    const [rows] = fc.sample(fc.array(anySite, { minLength: 300, maxLength: 300 }), { numRuns: 1, seed: 41 });
    const given = { rows: (rows ?? []).map(({ row, others }, at) => site(`S${at}`, row, others)), smallUpTo: 5 };
    const made = board(given);
    expect(made.bySite?.sites.length).toBeGreaterThan(5);
    expect(smallFound(given, made)).toBeGreaterThan(400);
  });
});

interface Given {
  readonly rows: readonly SiteRow[];
  readonly smallUpTo: number;
  readonly prior?: PriorFigures;
}

/** Fails where a small figure that is not shown is found; says how many were looked for. */
function smallFound(given: Given, made: Board): number {
  const found = attackOn(
    made,
    given.rows.map(({ siteCode }) => siteCode),
  ).found();
  const open = board({ ...given, smallUpTo: 0 });
  let searched = 0;
  const look = (name: string, figure: number): void => {
    if (figure < 1 || figure > given.smallUpTo) return;
    searched += 1;
    expect(found.has(name), `${name} is ${figure}`).toBe(false);
  };
  const figures = (code: string, rows: readonly SiteRow[]): void => {
    for (const [column, figure] of Object.entries(board({ rows, smallUpTo: 0 }).overview)) {
      // What the period before carried forward is looked for as what this one brought forward.
      if (code !== "before" || column !== "carriedForward") look(`${code} ${column}`, Number(figure));
    }
  };
  figures("all", given.rows);
  if (made.before !== null) figures("before", given.prior?.rows ?? []);
  for (const row of given.rows) figures(row.siteCode, [row]);
  for (const list of [...open.lists, open.leftOut])
    for (const { name, figure } of list.members) look(`${list.title}: ${name}`, Number(figure));
  return searched;
}

/** Every figure that could be shown by itself beside its true value. */
function pairs(made: Board, open: Board, rows: readonly SiteRow[]): readonly (readonly [number | "masked", number | "masked"])[] {
  const lists = [...made.lists, made.leftOut].flatMap((list, at) => {
    const truth = [...open.lists, open.leftOut][at];
    return [
      [list.total, truth?.total ?? -1] as const,
      ...list.members.map(({ figure }, member) => [figure, truth?.members[member]?.figure ?? -1] as const),
    ];
  });
  const columns = Object.keys(made.overview) as readonly Column[];
  const sites = (made.bySite?.sites ?? []).flatMap(({ code, figures }) => {
    const truth = board({ rows: rows.filter(({ siteCode }) => siteCode === code), smallUpTo: 0 }).overview;
    return figures.map((figure, at) => [figure, truth[made.bySite?.columns[at] ?? "new"]] as const);
  });
  return [...columns.map((column) => [made.overview[column], open.overview[column]] as const), ...lists, ...sites];
}
