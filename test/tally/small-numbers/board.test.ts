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

  test.each([
    ["a small outcome", [20, 100, 4, 30, 30], ["new", "partiallyUpheld", "notUpheld"]],
    ["little brought forward", [5, 100, 30, 30, 30], ["new", "resolved", "upheld", "partiallyUpheld", "notUpheld"]],
    ["little carried forward", [20, 100, 40, 40, 35], ["new", "resolved", "upheld", "partiallyUpheld", "notUpheld"]],
    ["few new", [50, 5, 10, 10, 10], ["resolved", "upheld", "partiallyUpheld", "notUpheld"]],
    ["nothing", [0, 0, 0, 0, 0], []],
  ] as const)("with %s show nothing that it follows from", (_, row, expected) => {
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
  test("a site with a small figure takes the smallest of the others with it", () => {
    const { bySite } = board({ rows: [BIG, MIDDLE, NEXT, FEW] });
    expect(bySite?.sites.map(({ code, figures }) => [code, ...figures])).toEqual([
      ["RZZ01", 20, 100, 90, 30, 30, 30, 30],
      ["RZZ02", 15, 60, 60, 20, 20, 20, 15],
    ]);
    expect(bySite?.others).toEqual({ sites: 2, figures: [17, 60, 54, 15, 20, 19, 23] });
  });

  test("a site that carried little forward is small, though all of its other figures are large", () => {
    const { bySite } = board({ rows: [BIG, MIDDLE, site("RZZ05", [10, 30, 13, 13, 13])] });
    expect(bySite?.sites.map(({ code }) => code)).toEqual(["RZZ01"]);
  });

  test("New alone is shown where no site can be shown whole", () => {
    const rows = [
      site("A", [0, 30, 9, 9, 9]),
      site("B", [0, 20, 6, 6, 6]),
      site("C", [0, 9, 3, 3, 3]),
      site("D", [0, 4, 1, 1, 1]),
    ];
    expect(board({ rows }).bySite).toEqual({
      columns: ["new"],
      sites: [
        { code: "A", name: "Site A", figures: [30] },
        { code: "B", name: "Site B", figures: [20] },
      ],
      others: { sites: 2, figures: [13] },
    });
  });

  test("nothing is shown for one site, for none, and where none may be shown", () => {
    for (const rows of [[BIG], [], [site("A", [1, 2, 1, 0, 0]), BIG], [FEW, FEW]])
      expect(board({ rows }).bySite?.columns ?? []).not.toContain("upheld");
    expect(board({ rows: [BIG] }).bySite).toBeNull();
    expect(board({ rows: [site("A", [1, 2, 1, 0, 0]), BIG] }).bySite).toBeNull();
  });

  test("every site is shown where nothing is small", () => {
    expect(board({ rows: [BIG, MIDDLE] }).bySite?.others).toBeNull();
  });
});

describe("the lists", () => {
  const ages = { Age_0_5: 3, Age_6_17: 8, Age_18_25: 30, Age_26_55: 59 };

  test("are those of the rule book whose members are counts, in the order of the form", () => {
    expect(board({}).lists.map(({ title, members }) => `${title} ${members.length}`)).toEqual([
      "Age of patient 8",
      "Status of complainant 5",
      "Service area 9",
      "Subject area of clinical treatment sub-categories 12",
      "Subject area 20",
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

  test("have no total where it is small", () => {
    const found = list(board({ rows: [site("A", [20, 4, 9, 9, 2], { Age_0_5: 4 })] }), "Age of patient");
    expect([found.total, shownOf(found)]).toEqual(["masked", {}]);
  });
});

describe("what was left out", () => {
  test("is told by rule, with every rule that could have left something out", () => {
    const { leftOut } = board({
      complaints: [...excluded("outside-period", 40), ...excluded("withdrawn", 9), ...excluded("reopened", 2)],
    });
    expect(leftOut.total).toBe(51);
    expect(leftOut.members.at(-1)).toEqual({ name: "Another rule", figure: "masked" });
    expect(Object.values(shownOf(leftOut))).toEqual([40]);
    expect(leftOut.members.length).toBe(board({}).leftOut.members.length);
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

  test("says New alone where anything in it is small", () => {
    expect(priorTo([3, 90, 25, 25, 25])?.figures).toEqual({ new: 90 });
    expect(priorTo([30, 2, 6, 6, 6])?.figures).toEqual({ new: "masked" });
  });

  test("is left out when it is of another length, not there, or blank somewhere", () => {
    expect(priorTo([30, 90, 25, 25, 25], false)).toBeNull();
    expect(board({ rows: [BIG] }).before).toBeNull();
    expect(priorTo([Number.NaN, 90, 25, 25, 25])).toBeNull();
  });
});
