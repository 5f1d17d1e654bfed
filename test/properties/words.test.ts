import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Section } from "../../src/domain/item.ts";
import type { AspectColumn } from "../../src/domain/rule-book.ts";
import { normaliseHeading, normaliseWords } from "../../src/domain/words.ts";
import { aspectReader } from "../../src/normalise/aspects.ts";
import { LOCAL_WORDS, wordsFor } from "../support/records.ts";
import { ruleBook } from "../support/rule-book.ts";

const RUNS = { seed: 41, numRuns: 300 } as const;
const { vocabularies, itemsOfSection } = ruleBook();

describe("normalising", () => {
  test.each(["grapheme", "binary"] as const)("twice changes nothing (%s)", (unit) => {
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const once = normaliseWords(text);
        expect(normaliseWords(once)).toBe(once);
        expect(normaliseHeading(normaliseHeading(text))).toBe(normaliseHeading(text));
      }),
      { ...RUNS, numRuns: 2000 },
    );
  });

  test("twice changes nothing for any single character", () => {
    const changed: string[] = [];
    for (let point = 0; point < 0x20000; point++) {
      const once = normaliseWords(String.fromCodePoint(point));
      if (normaliseWords(once) !== once) changed.push(point.toString(16));
    }
    expect(changed).toEqual([]);
  });

  test("forgets capitals and spaces", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."abcXYZ0129 '&-()/_") });
    fc.assert(
      fc.property(letters, (text) => {
        expect(normaliseWords(text.toUpperCase())).toBe(normaliseWords(text));
        expect(normaliseWords(`  ${text.replaceAll(" ", "\t ")}\n`)).toBe(normaliseWords(text));
      }),
      RUNS,
    );
  });
});

const COLUMNS: readonly (readonly [Section, AspectColumn])[] = [
  [4, "complainant"],
  [5, "services"],
  [6, "clinicalGroups"],
  [7, "subjects"],
  [8, "professions"],
];
const JOINERS = [";", "; ", " ;", "\n", "\r\n", ", ", ","] as const;

describe.each(COLUMNS)("splitting undoes joining in section %i", (section, column) => {
  const ids: readonly string[] = itemsOfSection(section)
    .filter(({ kind }) => kind === "count")
    .map(({ id }) => id);
  const read = aspectReader(vocabularies[column]);

  test("for every choice of items, in every form, with every joiner", () => {
    const written = fc
      .shuffledSubarray([...ids], { minLength: 1 })
      .chain((some) =>
        fc.tuple(
          fc.constant(some),
          fc.array(fc.nat(4), { minLength: some.length, maxLength: some.length }),
          fc.constantFrom(...JOINERS),
        ),
      );
    fc.assert(
      fc.property(written, ([some, forms, joiner]) => {
        const cell = read(some.map((id, index) => wordsFor(id, forms[index] ?? 0)).join(joiner));
        expect(cell).toEqual({ items: some, unmapped: [], rules: [], clinicalTreatment: false });
      }),
      RUNS,
    );
  });

  test("for every two items next to each other", () => {
    for (const first of ids)
      for (const second of ids)
        for (let form = 0; form < 5; form++) {
          const text = `${wordsFor(first, form)}, ${wordsFor(second, form)}`;
          expect(read(text).items, text).toEqual([...new Set([first, second])]);
        }
  });

  test("and local words stay what they are among them", () => {
    const mixed = fc.tuple(fc.subarray([...ids]), fc.constantFrom(...LOCAL_WORDS), fc.constantFrom(...JOINERS));
    fc.assert(
      fc.property(mixed, ([some, local, joiner]) => {
        const cell = read([...some.map((id) => wordsFor(id, 2)), local].join(joiner));
        expect(cell).toMatchObject({ items: some, unmapped: [local] });
      }),
      RUNS,
    );
  });
});
