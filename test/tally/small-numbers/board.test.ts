import { describe, expect, test } from "vitest";
import { board, excluded, list, shownOf, site } from "./support.ts";

const BIG = site("RZZ01", [20, 100, 30, 30, 30]);
const MIDDLE = site("RZZ02", [15, 60, 20, 20, 20]);
const NEXT = site("RZZ03", [10, 40, 12, 12, 12]);
const FEW = site("RZZ04", [7, 20, 3, 8, 7]);

describe("all sites together", () => {
  test("are shown whole where nothing is small", () => {
    expect(board({ rows: [BIG, MIDDLE] }).overview).toEqual({
      broughtForward: 35,
      new: 160,
      resolved: 150,
      upheld: 50,
      partiallyUpheld: 50,
      notUpheld: 50,
      carriedForward: 45,
    });
  });

  const NEW = ["new"];
  const WITH_ONE_OUTCOME = ["broughtForward", "carriedForward", "new", "notUpheld", "resolved"];
  test.each([
    ["a small outcome take the next with it", [20, 100, 4, 30, 40], WITH_ONE_OUTCOME],
    ["little brought forward show New alone", [5, 100, 30, 30, 30], NEW],
    ["little carried forward show New alone", [20, 100, 40, 40, 35], NEW],
    ["little brought forward and carried forward show New alone", [2, 100, 34, 33, 33], NEW],
    ["few new show nothing", [50, 5, 10, 10, 10], []],
    ["few resolved show nothing: pages before and after would tell them by New", [50, 60, 1, 1, 1], []],
    ["nearly all still open and little brought forward show nothing: Resolved cannot be less than none", [5, 8, 0, 0, 0], []],
    ["nothing show nothing", [0, 0, 0, 0, 0], []],
  ] as const)("with %s", (_, row, expected) => {
    const { overview } = board({ rows: [site("RZZ01", row)] });
    expect(
      Object.entries(overview)
        .flatMap(([column, figure]) => (figure === "masked" ? [] : [column]))
        .sort(),
    ).toEqual([...expected].sort());
  });

  test("show everything with 0", () => {
    expect(board({ rows: [site("RZZ01", [0, 1, 0, 1, 0])], smallUpTo: 0 }).overview).toEqual({
      broughtForward: 0,
      new: 1,
      resolved: 1,
      upheld: 0,
      partiallyUpheld: 1,
      notUpheld: 0,
      carriedForward: 0,
    });
  });
});

describe("by site", () => {
  const withNew = (...news: readonly number[]) => news.map((fresh, at) => site(`S${at}`, [30, fresh, 9, 9, 9]));
  const bySite = (...news: readonly number[]) => board({ rows: withNew(...news) }).bySite;

  test("new complaints alone are shown, whatever else of a site is small", () => {
    const rows = [BIG, MIDDLE, NEXT, FEW, site("RZZ05", [1, 7, 1, 1, 1])];
    expect(board({ rows }).bySite).toEqual({
      sites: [BIG, MIDDLE, NEXT, FEW, rows[4]].map((row, at) => ({
        code: row?.siteCode,
        name: row?.siteName,
        new: [100, 60, 40, 20, 7][at],
      })),
      others: null,
    });
  });

  test("a site with few takes the smallest of the others with it", () => {
    expect(bySite(30, 20, 9, 4)).toEqual({
      sites: [
        { code: "S0", name: "Site S0", new: 30 },
        { code: "S1", name: "Site S1", new: 20 },
      ],
      others: { sites: 2, new: 13 },
    });
  });

  test("a site without new complaints is not spoken of: it would be known to have one brought forward", () => {
    expect(bySite(30, 0, 20, 0)).toEqual(bySite(30, 0, 20));
    expect(bySite(30, 0, 20)?.sites).toHaveLength(2);
  });

  test("nothing is shown for one site, for none, where none may be shown, and where New is masked", () => {
    for (const news of [[], [30], [30, 0], [30, 4], [4, 4, 4], [2, 1]]) expect(bySite(...news)).toBeNull();
  });
});

describe("the lists", () => {
  const ages = { Age_0_5: 3, Age_6_17: 8, Age_18_25: 30, Age_26_55: 59 };

  test("are those of the rule book whose members are counts, in the order of the form", () => {
    expect(board({}).lists.map(({ title, members }) => `${title} ${members.length}`)).toEqual([
      "Age of patient 8",
      "Status of complainant 5",
      "Service area 9",
      "Subject area 32",
      "Profession 10",
    ]);
  });

  test("mask a small figure, and the next larger with it", () => {
    const found = list(board({ rows: [site("RZZ01", [20, 100, 30, 30, 30], ages)] }), "Age of patient");
    expect(found.total).toBe(100);
    expect(shownOf(found)).toEqual({ "18-25": 30, "26-55": 59 });
  });

  test("add up sites before they judge", () => {
    const half = { Age_0_5: 3, Age_6_17: 5, Age_18_25: 42 };
    const rows = [site("A", [20, 50, 9, 9, 9], half), site("B", [20, 50, 9, 9, 9], half)];
    expect(shownOf(list(board({ rows }), "Age of patient"))).toEqual({ "6-17": 10, "0-5": 6, "18-25": 84 });
  });

  test("have no total where none of their figures is shown", () => {
    const found = list(
      board({ rows: [site("A", [20, 40, 9, 9, 9], { Service_Other: 40, Service_Inpatient: 1 })] }),
      "Service area",
    );
    expect([found.total, shownOf(found)]).toEqual(["masked", {}]);
  });

  test("have nothing where New is masked", () => {
    const rows = [site("A", [20, 4, 9, 9, 3], { Service_Other: 4, Service_Inpatient: 4, Profession_Other: 30, Age_0_5: 4 })];
    for (const found of board({ rows }).lists) expect([found.total, shownOf(found)]).toEqual(["masked", {}]);
  });

  test("clinical groups stand among the subjects: New beside a total of either would tell the other", () => {
    const subjects = { Clinical_Treatment_Anaesthetics: 5, Subject_Area_Communications: 60, Subject_Area_Restraint: 12 };
    const found = list(board({ rows: [site("A", [20, 65, 9, 9, 9], subjects)] }), "Subject area");
    expect([found.total, shownOf(found)]).toEqual([77, { Communications: 60 }]);
    expect(found.members.map(({ name }) => name)).toContain("Clinical treatment, Anaesthetics");
  });
});

describe("what was left out", () => {
  const complaints = [...excluded("outside-period", 40), ...excluded("withdrawn", 9), ...excluded("reopened", 2)];

  test("is told by rule, with every rule that could have left something out", () => {
    const { leftOut } = board({ complaints });
    expect(leftOut.total).toBe(51);
    expect(Object.values(shownOf(leftOut))).toEqual([40]);
    expect(leftOut.members.length).toBe(board({}).leftOut.members.length);
  });

  test("has no rule that could not: it would hide nothing", () => {
    const of = (given: Parameters<typeof board>[0]) => board({ smallUpTo: 0, ...given }).leftOut.members.map(({ name }) => name);
    const all = of({ idle: [] });
    expect(all).toHaveLength(12);
    expect(all.filter((name) => !of({}).includes(name))).toEqual(["Not within an integrated care board's return"]);
    expect(of({ idle: ["reopened", "oral-next-working-day"] })).toHaveLength(10);
    expect(all.filter((name) => !of({ idle: [], policies: { withdrawn: "not-upheld" } }).includes(name))).toEqual(["Withdrawn"]);
  });
});

describe("the period before", () => {
  const prior = (row: Parameters<typeof site>[1], sameLength = true) => ({
    period: "2024-25",
    rows: [site("RZZ01", row)],
    level: "site" as const,
    sameLength,
  });
  const priorTo = (row: Parameters<typeof site>[1], sameLength = true) =>
    board({ rows: [BIG], prior: prior(row, sameLength) }).before;

  test("says nothing of what was open: it closed with what this one opened with", () => {
    expect(priorTo([30, 90, 25, 25, 25])).toEqual({
      period: "2024-25",
      figures: { new: 90, resolved: 75, upheld: 25, partiallyUpheld: 25, notUpheld: 25 },
    });
  });

  test("says what its own page does, and nothing where that is nothing", () => {
    expect(priorTo([3, 90, 25, 25, 25])?.figures).toEqual({ new: 90 });
    expect(priorTo([30, 90, 2, 25, 26])?.figures).toEqual({ new: 90, resolved: 53, notUpheld: 26 });
    expect(priorTo([30, 2, 6, 6, 6])).toBeNull();
  });

  test("says only what is shown of this period too", () => {
    const rows = [site("RZZ01", [3, 90, 25, 25, 25])];
    expect(board({ rows, prior: prior([30, 90, 25, 25, 25]) }).before?.figures).toEqual({ new: 90 });
  });

  test("is left out when it is of another length, not there, or blank somewhere", () => {
    expect(priorTo([30, 90, 25, 25, 25], false)).toBeNull();
    expect(board({ rows: [BIG] }).before).toBeNull();
    expect(priorTo([Number.NaN, 90, 25, 25, 25])).toBeNull();
  });
});
