import { describe, expect, test } from "vitest";
import type { Shares } from "../../../src/trace/reconcile/assumptions.ts";
import { changeOf, chooseExplanations, judgeExplanation } from "../../../src/trace/reconcile/choose.ts";

/** An assumption by what it does to each figure. */
function shares(rule: string, changes: Readonly<Record<string, number>>): Shares {
  const all = Object.entries(changes).map(([key, change]) => [key, [{ reference: `${rule} ${key}`, change }]] as const);
  return { assumption: { kind: "counts-what-is-kept-out", rule }, shares: new Map(all) };
}

const compared = (differences: Readonly<Record<string, number>>) =>
  Object.entries(differences).map(([key, difference]) => ({ key, difference }));
const choose = (differences: Readonly<Record<string, number>>, ...assumptions: readonly Shares[]) =>
  chooseExplanations(compared(differences), assumptions).map((picked) => picked.map(({ assumption }) => assumption.rule));

describe("the explanation", () => {
  test("is the one under which most figures agree", () => {
    expect(choose({ x: 2, y: 1, z: 0 }, shares("some", { x: 2 }), shares("all", { x: 2, y: 1 }))).toEqual([["all"]]);
  });

  test("is none where no assumption helps", () => {
    expect(choose({ x: 2 })).toEqual([]);
    expect(choose({ x: 2 }, shares("too few", { x: 1 }), shares("elsewhere", { y: 2 }))).toEqual([]);
  });

  test("is none where it would part as many figures as it makes agree", () => {
    expect(choose({ x: 1, y: 0 }, shares("both", { x: 1, y: 1 }))).toEqual([]);
    expect(choose({ x: 1, w: 1, y: 0 }, shares("both", { x: 1, w: 1, y: 1 }))).toEqual([["both"]]);
  });

  test("is each of those that cannot be told apart", () => {
    const found = choose({ x: 1, y: 0 }, shares("one", { x: 1 }), shares("none", { y: 4 }), shares("other", { x: 1 }));
    expect(found).toEqual([["one"], ["other"]]);
  });

  test("is not among figures that nobody has", () => {
    expect(choose({ x: 1 }, shares("one", { x: 1, y: 7, z: -3 }))).toEqual([["one"]]);
  });
});

describe("several assumptions together", () => {
  test("are chosen when they explain more than one of them", () => {
    expect(choose({ x: 1, y: 1 }, shares("x", { x: 1 }), shares("y", { y: 1 }))).toEqual([["x", "y"]]);
    expect(choose({ x: 3, y: 1 }, shares("one", { x: 1, y: 1 }), shares("two", { x: 2 }))).toEqual([["one", "two"]]);
  });

  test("are not chosen when one does as much", () => {
    const one = shares("one", { x: 1, y: 1 });
    expect(choose({ x: 1, y: 1 }, shares("x", { x: 1 }), shares("y", { y: 1 }), one)).toEqual([["one"]]);
    expect(choose({ x: 1 }, shares("x", { x: 1 }), shares("idle", { z: 5 }))).toEqual([["x"]]);
  });

  test("are each given when they cannot be told apart", () => {
    const found = choose({ x: 1, y: 1 }, shares("x", { x: 1 }), shares("y", { y: 1 }), shares("also y", { y: 1 }));
    expect(found).toEqual([
      ["x", "y"],
      ["x", "also y"],
    ]);
  });

  test("are three at most, since more explain anything", () => {
    const each = ["a", "b", "c", "d"].map((key) => shares(key, { [key]: 1 }));
    expect(choose({ a: 1, b: 1, c: 1 }, ...each.slice(0, 3))).toEqual([["a", "b", "c"]]);
    expect(choose({ a: 1, b: 1, c: 1, d: 1 }, ...each)).toEqual([]);
  });

  test("have to make two more figures agree each, as long as something is left", () => {
    const [most, little, more] = [
      shares("most", { a: 1, b: 1, c: 1 }),
      shares("little", { d: 1 }),
      shares("more", { d: 1, e: 1, f: 1 }),
    ];
    const figures = { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 9 };
    expect(choose({ ...figures, e: 8, f: 8 }, most, little)).toEqual([]);
    expect(choose({ a: 1, b: 1, c: 1, d: 1, g: 9 }, most, little)).toEqual([["most"]]);
    expect(choose(figures, most, more)).toEqual([["most", "more"]]);
  });

  test("are not chosen for a single figure, of which many sums can be made", () => {
    expect(choose({ x: 5 }, shares("two", { x: 2 }), shares("three", { x: 3 }))).toEqual([]);
  });
});

describe("the judgement on an explanation", () => {
  const one = shares("one", { x: 1, y: 1, z: -1 });
  const two = shares("two", { x: 1, z: 1 });

  test("counts the figures that agree under it, and those that it parts", () => {
    const judged = judgeExplanation(compared({ w: 3, x: 1, y: 0, z: 0 }), [one]);
    expect(judged).toEqual({ assumptions: [one.assumption], explains: 1, breaks: 2 });
  });

  test("takes what its assumptions do together", () => {
    const judged = judgeExplanation(compared({ x: 2, y: 0, z: 0 }), [one, two]);
    expect(judged).toMatchObject({ explains: 1, breaks: 1 });
  });

  test("of no assumption explains nothing and parts nothing", () => {
    expect(judgeExplanation(compared({ x: 2, y: 0 }), [])).toEqual({ assumptions: [], explains: 0, breaks: 0 });
  });
});

test("an assumption changes a figure by all its shares together, and others not at all", () => {
  const several: Shares = {
    assumption: { kind: "counts-rows", rule: "merged-rows" },
    shares: new Map([
      [
        "x",
        [
          { reference: "C-1", change: 2 },
          { reference: "C-2", change: 1 },
        ],
      ],
    ]),
  };
  expect(changeOf(several, "x")).toBe(3);
  expect(changeOf(several, "y")).toBe(0);
});
