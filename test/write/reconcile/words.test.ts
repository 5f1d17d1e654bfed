import { describe, expect, test } from "vitest";
import type { Difference } from "../../../src/domain/reconciliation.ts";
import {
  changedWords,
  differenceWords,
  explanationWords,
  groupedDifferences,
  reconciliationSummary,
  unreadWords,
} from "../../../src/write/reconcile/words.ts";
import { ASSUMPTIONS, differenceOf, effectOf, reconciliationOf } from "./sample.ts";

const said = (changes: Partial<Difference>) => differenceWords(differenceOf(changes), false);
const MANY = Array.from({ length: 40 }, (_, at) => `E-${at + 1}`);

test("every explanation can be read by a complaints officer", async () => {
  const differences = [
    ...ASSUMPTIONS.flatMap((_, at) => said({ explained: [effectOf(at, at === 1 ? -1 : 1, "E-06")], rest: 0 })),
    ...said({ explained: [effectOf(0, 40, ...MANY)], rest: 0 }),
    ...said({ explained: [effectOf(0, 1, "E-06")], rest: 1, perhaps: [effectOf(2, 1, "E-03"), effectOf(3, 1, "E-09")] }),
    ...said({ rest: -1, elsewhere: true }),
    ...said({ rest: -1200 }),
    ...differenceWords(differenceOf({ rest: 2 }), true),
  ];
  const explanations = [
    ...ASSUMPTIONS.map((one) => ({ assumptions: [one], explains: 1 })),
    { assumptions: ASSUMPTIONS.slice(0, 3), explains: 12 },
    { assumptions: ASSUMPTIONS.slice(0, 2), explains: 2 },
  ].map((one) => explanationWords(one));
  const unread = [[7], [7, 9], Array.from({ length: 30 }, (_, at) => at + 2)].map((rows) =>
    unreadWords({ file: "vendor.csv", kind: "table", unread: { rows, columns: [] } }),
  );
  const page = ["Of one figure", ...differences, "", "Of the whole", ...explanations, "", "Of rows", ...unread, ""];
  await expect(page.join("\n")).toMatchFileSnapshot("../golden/reconcile-words.txt");
  for (const sentence of [...differences, ...explanations, ...unread]) {
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object|\$\{|\s\s|\.\.|\s[.,]/);
  }
});

describe("of one figure", () => {
  test("what explains it is told apart from what might", () => {
    const words = said({ explained: [effectOf(0, 1, "E-06")], rest: 1, perhaps: [effectOf(2, 1, "E-03")] });
    expect(words).toEqual([
      "Our figure plus the 1 kept out by withdrawn (E-06) leaves +1.",
      "Perhaps that plus the 1 further row of the same complaint (E-03).",
    ]);
  });

  test("nothing is left to say when it is explained", () => {
    expect(
      said({ explained: [effectOf(0, 1, "E-06")], rest: 0, perhaps: [effectOf(2, 1, "E-03")], elsewhere: true }),
    ).toHaveLength(1);
  });

  test("the rest has its sign", () => {
    const explained = [effectOf(0, 1, "E-06")];
    const ours = "Our figure plus the 1 kept out by withdrawn (E-06) leaves";
    expect(said({ explained, rest: 3 })).toEqual([`${ours} +3.`]);
    expect(said({ explained, rest: -1234 })).toEqual([`${ours} -1,234.`]);
  });

  test("what nothing explains is said to be so, unless only the sites differ", () => {
    expect(said({ rest: 3 })).toEqual(["Our complaints do not explain it."]);
    expect(said({ rest: 3, elsewhere: true })).toEqual(["The total of all sites agrees; only the sites differ."]);
    expect(said({ rest: 1, elsewhere: true, perhaps: [effectOf(2, 1, "E-03")] })).toEqual([
      "Perhaps our figure plus the 1 further row of the same complaint (E-03).",
    ]);
  });

  test("a complaint that has a share in it twice is named once", () => {
    const [words = ""] = said({ explained: [effectOf(0, 3, "E-06", "E-07", "E-06")], rest: 0 });
    expect(words).toBe("It equals our figure plus the 3 kept out by withdrawn (E-06 (twice), E-07).");
  });

  test("few complaints are named, many are counted", () => {
    const [words = ""] = said({ explained: [effectOf(0, 40, ...MANY)], rest: 0 });
    expect(words).toContain("E-1, E-2, E-3, E-4, E-5, E-6 and 34 more");
  });
});

test("differences of which the same is said go together, in the order in which they come", () => {
  const explained = [effectOf(0, 1, "E-06")];
  const one = differenceOf({ explained, rest: 0 });
  const two = differenceOf({ site: "RZZ02" });
  const three = differenceOf({ site: null, explained, rest: 0, ours: 8, theirs: 9 });
  expect(groupedDifferences(reconciliationOf({ differences: [one, two, three] }))).toEqual([
    { says: differenceWords(one, false), of: [one, three] },
    { says: differenceWords(two, false), of: [two] },
  ]);
  expect(groupedDifferences(reconciliationOf())).toEqual([]);
});

describe("in one line", () => {
  const open = differenceOf();
  const settled = differenceOf({ rest: 0, explained: [effectOf(0, 1, "E-06")] });
  const maybe = differenceOf({ perhaps: [effectOf(2, 1, "E-03")] });

  test.each([
    [10, [], "No difference: 10 figures compared."],
    [1, [], "No difference: 1 figure compared."],
    [10, [settled], "1 figure of 10 differs: 1 explained."],
    [10, [open, open], "2 figures of 10 differ: 2 not explained."],
    [10, [open, maybe], "2 figures of 10 differ: 1 perhaps, 1 not explained."],
    [1200, [open, settled, settled], "3 figures of 1,200 differ: 2 explained, 1 not explained."],
  ])("of %s figures", (compared, differences, words) => {
    expect(reconciliationSummary(reconciliationOf({ compared, differences }))).toBe(words);
  });
});

test("what was not compared is not taken for agreement", () => {
  const unread = { rows: [3, 4], columns: [{ name: "D", heading: "Trust" }] };
  const theirs = { file: "vendor.csv", kind: "table", unread } as const;
  expect(unreadWords(theirs)).toBe(
    "Not compared, because the item, the site or the figure is not understood: rows 3 and 4 and column D (“Trust”) of vendor.csv.",
  );
  expect(reconciliationSummary(reconciliationOf({ theirs }))).toMatch(/^No difference: 10 figures compared\. Some of theirs/);
  expect(unreadWords({ ...theirs, unread: { rows: [], columns: [] } })).toBeNull();
});

test("a file of ours that was changed by hand is told of first", () => {
  const ours = { ...reconciliationOf().ours, changed: ["RZZ01 Complaints_Total_New"] };
  expect(changedWords(ours)).toBe(
    "Somebody has changed return.json: 1 figure is not what its complaints add up to (RZZ01 Complaints_Total_New). Make it again with ko41a generate.",
  );
  expect(changedWords(reconciliationOf().ours)).toBeNull();
});
