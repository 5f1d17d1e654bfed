import { describe, expect, test } from "vitest";
import { nameOf, type Shares } from "../../../src/trace/reconcile/assumptions.ts";
import { changeOf, chooseExplanations, isDisproved } from "../../../src/trace/reconcile/choose.ts";

/** An assumption by what it does to each figure; with others that it needs beside itself. */
function shares(rule: string, changes: Readonly<Record<string, number>>, ...also: readonly string[]): Shares {
  const all = Object.entries(changes).map(([key, change]) => [key, [{ reference: `${rule} ${key}`, change }]] as const);
  const needs = [rule, ...also].map((one) => nameOf({ kind: "counts-what-is-kept-out", rule: one }));
  return { assumption: { kind: "counts-what-is-kept-out", rule }, needs, shares: new Map(all) };
}

/** So many figures, all with the same change. */
const all = (letter: string, number: number, change = 1): Record<string, number> =>
  Object.fromEntries(Array.from({ length: number }, (_, at) => [`${letter}${at}`, change]));

const candidates = (differences: Readonly<Record<string, number>>, ...assumptions: readonly Shares[]) =>
  chooseExplanations(
    Object.entries(differences).map(([key, difference]) => ({ key, difference, repeats: false })),
    assumptions,
    "table",
  );
const choose = (differences: Readonly<Record<string, number>>, ...assumptions: readonly Shares[]) =>
  candidates(differences, ...assumptions).map(({ explanation }) => explanation.assumptions.map(({ rule }) => rule));
/** What is chosen for certain. */
const sure = (differences: Readonly<Record<string, number>>, ...assumptions: readonly Shares[]) =>
  candidates(differences, ...assumptions).filter(({ isSure }) => isSure).length;

const withdrawn = shares("withdrawn", all("a", 5));
const oral = shares("oral", all("b", 4));

describe("an explanation", () => {
  test("is what makes every figure agree", () => {
    expect(choose(all("a", 5), withdrawn)).toEqual([["withdrawn"]]);
    expect(candidates(all("a", 5), withdrawn)[0]?.explanation.explains).toBe(5);
  });

  test("is none where nothing does, or only the wrong figures change", () => {
    expect(choose(all("a", 5))).toEqual([]);
    expect(choose(all("a", 5, 2), withdrawn)).toEqual([]);
    expect(choose(all("c", 5), withdrawn)).toEqual([]);
  });

  test("is none where a figure that agrees would differ", () => {
    expect(choose({ ...all("a", 5), b0: 0 }, shares("both", { ...all("a", 5), b0: 1 }))).toEqual([]);
  });

  test("is none of fewer than three figures, which prove nothing", () => {
    expect(choose(all("a", 2), shares("withdrawn", all("a", 2)))).toEqual([]);
    expect(sure(all("a", 3), shares("withdrawn", all("a", 3)))).toBe(1);
  });

  test("may be of two figures in a whole return, where all the others agree", () => {
    const figures = [
      { key: "a0", difference: 1, repeats: false },
      { key: "a1", difference: 1, repeats: false },
    ];
    const pair = [shares("withdrawn", all("a", 2))];
    expect(chooseExplanations(figures, pair, "whole")).toHaveLength(1);
    expect(chooseExplanations(figures.slice(1), pair, "whole")).toEqual([]);
  });

  test("is none of figures that are always the same", () => {
    const [first, ...others] = Object.entries(all("a", 4)).map(([key, difference]) => ({ key, difference, repeats: true }));
    const figures = [{ key: "a0", difference: 1, ...first, repeats: false }, ...others];
    expect(chooseExplanations(figures, [shares("withdrawn", all("a", 4))], "table")).toEqual([]);
  });

  test("leaves one figure in ten, and not two", () => {
    const most = shares("withdrawn", all("a", 18));
    expect(choose({ ...all("a", 18), ...all("z", 2, 9) }, most)).toEqual([["withdrawn"]]);
    expect(choose({ ...all("a", 18), ...all("z", 3, 9) }, most)).toEqual([]);
  });

  test("may change figures that nobody has", () => {
    expect(choose(all("a", 5), shares("withdrawn", { ...all("a", 5), elsewhere: 7 }))).toEqual([["withdrawn"]]);
  });
});

describe("explanations that do as much", () => {
  test("are all given, whether small or large", () => {
    const found = choose(all("a", 8), shares("one", all("a", 8)), shares("other", all("a", 8)));
    expect(found).toEqual([["one"], ["other"]]);
    const [half, rest] = [all("a", 8), all("a", 8)];
    for (const key of Object.keys(half).slice(4)) delete half[key];
    for (const key of Object.keys(rest).slice(0, 4)) delete rest[key];
    expect(choose(all("a", 8), shares("one", all("a", 8)), shares("half", half), shares("rest", rest))).toEqual([
      ["one"],
      ["half", "rest"],
    ]);
    expect(sure(all("a", 8), shares("one", all("a", 8)), shares("half", half), shares("rest", rest))).toBe(0);
  });
});

describe("several assumptions together", () => {
  test("are chosen when only they explain all", () => {
    expect(choose({ ...all("a", 5), ...all("b", 4) }, withdrawn, oral)).toEqual([["withdrawn", "oral"]]);
  });

  test("are sure only when they are seen in three figures each", () => {
    expect(sure({ ...all("a", 5), ...all("b", 4) }, withdrawn, oral)).toBe(1);
    const few = [{ ...all("a", 2), ...all("b", 2) }, shares("one", all("a", 2)), shares("two", all("b", 2))] as const;
    expect(choose(...few)).toEqual([["one", "two"]]);
    expect(sure(...few)).toBe(0);
  });

  test("are three at most", () => {
    const each = ["a", "b", "c", "d"].map((letter) => shares(letter, all(letter, 4)));
    expect(choose({ ...all("a", 4), ...all("b", 4), ...all("c", 4) }, ...each)).toEqual([["a", "b", "c"]]);
    expect(choose({ ...all("a", 4), ...all("b", 4), ...all("c", 4), ...all("d", 4) }, ...each)).toEqual([]);
  });

  test("do not count one that does nothing here", () => {
    expect(choose(all("a", 5), withdrawn, shares("idle", { elsewhere: 3 }))).toEqual([["withdrawn"]]);
  });

  test("bring in complaints that both rules keep out", () => {
    const both = shares("withdrawn", all("c", 3), "oral");
    const figures = { ...all("a", 5), ...all("b", 4), ...all("c", 3) };
    expect(choose(figures, withdrawn, oral, both)).toEqual([["withdrawn", "oral"]]);
    expect(candidates(figures, withdrawn, oral, both)[0]?.picked).toEqual([withdrawn, oral, both]);
    expect(choose({ ...all("a", 5), c0: 0, c1: 0, c2: 0 }, withdrawn, oral, both)).toEqual([["withdrawn"]]);
  });
});

test("an assumption changes a figure by all its shares together, and others not at all", () => {
  const several: Shares = {
    ...shares("merged-rows", {}),
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

test("an assumption by which a figure that agrees would differ is disproved", () => {
  const figures = [
    { key: "a0", difference: 1, repeats: false },
    { key: "a1", difference: 0, repeats: false },
  ];
  expect(isDisproved(shares("both", all("a", 2)), figures)).toBe(true);
  expect(isDisproved(shares("one", { a0: 1, elsewhere: 1 }), figures)).toBe(false);
});
