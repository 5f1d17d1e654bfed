import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Board, Column } from "../../src/domain/board.ts";
import { ITEM, type ItemId } from "../../src/domain/item.ts";
import { partsOfTotals } from "../../src/domain/parts-of-totals.ts";
import type { PriorFigures } from "../../src/domain/report.ts";
import type { SiteRow, TracedComplaint } from "../../src/domain/return.ts";
import { boardOf } from "../../src/tally/small-numbers/board.ts";
import { movementOf, overviewOf } from "../../src/tally/small-numbers/overview.ts";
import { withheldOf } from "../../src/tally/small-numbers/withheld.ts";
import { attackOn } from "../support/public-figures-attack.ts";
import { ruleBook } from "../support/rule-book.ts";
import { board, contextOf, excluded, type Row, site, statuses } from "../tally/small-numbers/support.ts";

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
  const found = [...pages].flatMap(([page, places]) =>
    [...places].flatMap(([place, figures]) => {
      const [figure = 0] = figures;
      return figures.size === 1 && figure >= 1 && figure <= smallUpTo ? [`${page} → ${place} = ${figure}`] : [];
    }),
  );
  return found.slice(0, 3);
}

describe("a reader who knows the rule and tries every possible list", () => {
  const page = (figures: readonly number[], fresh: number, smallUpTo: number): string => {
    const withheld = withheldOf(figures, smallUpTo);
    const all = withheld.size === figures.length ? "*" : `${sumOf(figures)}`;
    return `${figures.map((figure, at) => (withheld.has(at) ? "*" : figure)).join(" ")} of ${all}, ${fresh} new`;
  };

  test.each([
    [3, 24],
    [4, 18],
    [5, 13],
  ])("finds no small figure in %i figures that add up to %i at most, none above New, and at least New", (parts, most) => {
    for (const smallUpTo of [1, 2, 3, 5]) {
      const worlds = [...tuples(parts, most)].flatMap((figures) =>
        range(Math.max(smallUpTo + 1, ...figures), sumOf(figures)).map((fresh) => ({ figures, fresh })),
      );
      const found = worked(
        worlds,
        ({ figures, fresh }) => page(figures, fresh, smallUpTo),
        ({ figures }) => [...withheldOf(figures, smallUpTo)].map((at) => [`${at}`, figures[at] ?? 0] as const),
        smallUpTo,
      );
      expect(found).toEqual([]);
    }
  });

  test("nor of clinical treatment or of other subjects, which are at least New together", () => {
    const form = formOf([
      "Clinical_Treatment_Anaesthetics",
      "Clinical_Treatment_Radiology_Group",
      "Subject_Area_Restraint",
      "Subject_Area_Transport",
    ]);
    for (const smallUpTo of [1, 2]) {
      const worlds = [...tuples(4, 7)].flatMap((figures) =>
        range(Math.max(...figures), Math.min(sumOf(figures), 5)).map((fresh) => ({ figures, fresh })),
      );
      const found = worked(
        worlds,
        ({ figures, fresh }) => {
          const rows = [site("S", [30, fresh, 9, 9, 9], Object.fromEntries(form.counts.map((id, at) => [id, figures[at] ?? 0])))];
          const made = boardOf({ ...contextOf({ rows, smallUpTo }), items: form.items, parts: form.parts }, []);
          return JSON.stringify([made.overview, made.lists]);
        },
        ({ figures: [a = 0, b = 0, c = 0, d = 0], fresh }) => [
          ["new", fresh],
          ["clinical", a + b],
          ["others", c + d],
          ["each", a],
          ["other", c],
        ],
        smallUpTo,
      );
      expect(found).toEqual([]);
    }
  });

  test("nor of sites, each of which has a row because something counts there", () => {
    for (const smallUpTo of [1, 2]) {
      // A site with many more than the others: each of these may have had some of its.
      const shares = product2(range(27, 32), product2([...tuples(3, 5)], [...tuples(3, 3)]));
      const worlds = shares
        .filter(([large, [news]]) => large + sumOf(news) <= 32)
        .map(([large, [news, brought]]) => [
          site("LARGE", [0, large, large - 18, 9, 9]),
          ...news.flatMap((fresh, at) => {
            const [open = 0] = brought.slice(at);
            return fresh + open === 0 ? [] : [site(`S${at}`, [open, fresh, fresh, 0, 0])];
          }),
        ]);
      const found = worked(
        worlds,
        (rows) => {
          const { overview, bySite } = board({ rows, smallUpTo });
          return JSON.stringify([overview, bySite]);
        },
        (rows) => [
          ["brought forward", sumOf(rows.map(({ counts }) => counts[ITEM.broughtForward] ?? 0))],
          ...[0, 1, 2].flatMap((at) => {
            const counts = rows.find(({ siteCode }) => siteCode === `S${at}`)?.counts;
            return [
              [`S${at} brought forward`, counts?.[ITEM.broughtForward] ?? 0] as const,
              [`S${at} new`, counts?.[ITEM.new] ?? 0] as const,
            ];
          }),
        ],
        smallUpTo,
      );
      expect(found).toEqual([]);
    }
  });

  test("nor of what was left out, knowing which rules cannot have left anything out", () => {
    const real = ["outside-period", "not-a-complaint", "transferred-out"];
    const cannot = ["icb-scope", "oral-next-working-day", "withdrawn"];
    for (const smallUpTo of [1, 2, 5]) {
      const found = worked(
        tuples(3, 18),
        (figures) => {
          const complaints = real.flatMap((rule, at) => excluded(rule, figures[at] ?? 0));
          const context = contextOf({ complaints, smallUpTo, policies: { withdrawn: "not-upheld" } });
          const catalogue = new Map([...context.catalogue].filter(([id]) => [...real, ...cannot].includes(id)));
          return JSON.stringify(boardOf({ ...context, catalogue }, statuses(["icb-scope", "oral-next-working-day"])).leftOut);
        },
        (figures) => figures.map((figure, at) => [real[at] ?? "", figure]),
        smallUpTo,
      );
      expect(found).toEqual([]);
    }
  });

  test("nor anything of all sites together, even with what the periods before and after tell of open complaints", () => {
    const smallUpTo = 2;
    // Whatever arrived and was open may have been resolved, and whatever is open may have arrived.
    const worlds = product2(product(range(0, 4), 3), product2(range(0, 9), range(0, 12)))
      .map(([[upheld = 0, partiallyUpheld = 0, notUpheld = 0], [fresh, brought]]) =>
        sectionOf(brought, fresh, [upheld, partiallyUpheld, notUpheld]),
      )
      .filter((world) => world.broughtForward + world.new <= 12 && world.carriedForward >= 0 && world.carriedForward <= 7);
    const told = (figure: number): number | "small" => (figure <= smallUpTo ? "small" : figure);
    const found = worked(
      worlds,
      (world) => JSON.stringify([overviewOf(world, smallUpTo), told(world.broughtForward), told(world.carriedForward)]),
      (world) => Object.entries(world),
      smallUpTo,
    );
    expect(found).toEqual([]);
  });

  test("nor of three periods one after the other, each with a page that shows what moved", () => {
    const smallUpTo = 1;
    const thirds = (all: number): readonly [number, number, number] => {
      const third = Math.floor(all / 3);
      return [all - 2 * third, third, third];
    };
    // Up to four are open at the end of each, and up to six arrive: any that ends so may have begun with none.
    const next = (world: readonly Section2[]): readonly (readonly Section2[])[] => {
      const open = world.at(-1)?.carriedForward ?? 0;
      return range(0, 6).flatMap((fresh) =>
        range(Math.max(0, open + fresh - 4), open + fresh).map((out) => [...world, sectionOf(open, fresh, thirds(out))]),
      );
    };
    const first = range(0, 4).map((open) => [sectionOf(open, 0, [0, 0, 0])]);
    const worlds = first
      .flatMap(next)
      .flatMap(next)
      .flatMap(next)
      .map(([, ...periods]) => periods);
    expect(worlds.length).toBeGreaterThan(50_000);
    const found = worked(
      worlds,
      (periods) => {
        const pages = periods.map((one) => overviewOf(one, smallUpTo));
        const moved = pages.slice(1).map((now, at) => movementOf(pages[at] ?? now, now));
        return JSON.stringify([pages, moved]);
      },
      (periods) =>
        periods.flatMap(({ broughtForward, new: fresh, resolved, carriedForward }, at) =>
          [broughtForward, fresh, resolved, carriedForward].map((figure, which) => [`${at}/${which}`, figure] as const),
        ),
      smallUpTo,
    );
    expect(found).toEqual([]);
  });
});

type Section2 = Readonly<Record<Column, number>>;

function sectionOf(broughtForward: number, fresh: number, outcomes: readonly [number, number, number]): Section2 {
  const [upheld, partiallyUpheld, notUpheld] = outcomes;
  const resolved = sumOf(outcomes);
  return {
    broughtForward,
    new: fresh,
    resolved,
    upheld,
    partiallyUpheld,
    notUpheld,
    carriedForward: broughtForward + fresh - resolved,
  };
}

/** A form with these counts alone, and the totals above them. */
function formOf(ids: readonly string[]) {
  const parts = partsOfTotals(BOOK);
  const within = (id: ItemId): boolean => parts.leavesOf(id).some((leaf) => ids.includes(leaf));
  return {
    counts: ids,
    items: BOOK.items.filter(({ id, section }) => section === 2 || within(id)),
    parts: {
      ...parts,
      leavesOf: (id: ItemId) => parts.leavesOf(id).filter(within),
      partsOf: (id: ItemId) => parts.partsOf(id).filter(within),
    },
  };
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

function product2<A, B>(ones: readonly A[], others: readonly B[]): readonly (readonly [A, B])[] {
  return ones.flatMap((one) => others.map((other) => [one, other] as const));
}

function sumOf(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}

function product<T>(values: readonly T[], times: number): readonly (readonly T[])[] {
  if (times === 0) return [[]];
  return product(values, times - 1).flatMap((rest) => values.map((value) => [value, ...rest]));
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
/** A site with many complaints, few of them open; then a period that opens with what this one left open. */
const twoPeriods = fc
  .record({
    brought: fc.nat({ max: 12 }),
    outs: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 6, maxLength: 6 }),
    open: fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 })),
  })
  .map(({ brought, outs: [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0], open }): readonly [Row, Row] => [
    [Math.min(brought, a + b + c + open[0]), Math.max(0, a + b + c + open[0] - brought), a, b, c],
    [open[0], Math.max(0, d + e + f + open[1] - open[0]), d, e, Math.max(f, open[0] - d - e - open[1])],
  ]);
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
        const alone = [...Object.values(made.overview), ...(made.bySite?.sites ?? []).map((one) => one.new)];
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
          expect(sum === "masked").toBe(masked.length === members.length);
          if (sum !== "masked") {
            const left = sum - members.reduce((all, { figure }) => all + (figure === "masked" ? 0 : figure), 0);
            if (left === 0) continue;
            expect(left).toBeGreaterThan(given.smallUpTo);
            expect(masked.length).toBeGreaterThan(1);
          }
        }
        const others = made.bySite?.others ?? null;
        if (others !== null) expect(others.new).toBeGreaterThan(given.smallUpTo);
        if (others !== null) expect(others.sites).toBeGreaterThan(1);
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

  test("nor beside the page of the period after", () => {
    let searched = 0;
    fc.assert(
      fc.property(twoPeriods, fc.integer({ min: 1, max: 5 }), ([one, two], smallUpTo) => {
        const [before, after] = [[site("S", one)], [site("S", two)]];
        const prior = { period: "2025-26", rows: before, level: "site" as const, sameLength: true };
        const next = { rows: after, smallUpTo, prior };
        searched += smallFound({ rows: before, smallUpTo }, board({ rows: before, smallUpTo }), board(next));
        searched += smallFound(next, board(next));
      }),
      { numRuns: 300 },
    );
    expect(searched).toBeGreaterThan(500);
  });

  test("shows of the period before only what its own page shows, and what is shown now", () => {
    fc.assert(
      fc.property(anyReturn(3), (given) => {
        const { before, overview } = board(given);
        const own = board({ rows: given.prior.rows, smallUpTo: given.smallUpTo }).overview;
        for (const [column, figure] of Object.entries(before?.figures ?? {})) {
          expect(own[column as Column]).toBe(figure);
          expect(overview[column as Column]).not.toBe("masked");
        }
      }),
    );
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
function smallFound(given: Given, made: Board, after: Board | null = null): number {
  const found = attackOn(
    made,
    given.rows.map(({ siteCode }) => siteCode),
    after,
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
  const subjects = open.lists.find(({ title }) => title === "Subject area")?.members ?? [];
  for (const clinical of [true, false]) {
    const some = subjects.filter(({ name }) => /^Clinical treatment, /.test(name) === clinical);
    look(clinical ? "clinical treatment" : "other subjects", sumOf(some.map(({ figure }) => Number(figure))));
  }
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
  const sites = (made.bySite?.sites ?? []).flatMap((one) => {
    const truth = board({ rows: rows.filter(({ siteCode }) => siteCode === one.code), smallUpTo: 0 }).overview;
    return [[one.new, truth.new] as const];
  });
  return [...columns.map((column) => [made.overview[column], open.overview[column]] as const), ...lists, ...sites];
}
