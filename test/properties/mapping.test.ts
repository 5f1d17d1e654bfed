import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIELD_NAMES, FIELDS, type Field } from "../../src/domain/field.ts";
import { normaliseHeading, normaliseWords } from "../../src/domain/words.ts";
import { COLUMNS_LIST, listsFor, valueKindOf } from "../../src/mapping/lists.ts";
import type { Mapping } from "../../src/mapping/mapping.ts";
import { readMapping } from "../../src/mapping/read-sheet.ts";
import { SHEET_COLUMNS, type SheetLine, sheetOf } from "../support/mapping-rows.ts";
import { registerOf, TWO_SITES } from "../support/register.ts";
import { ruleBook } from "../support/rule-book.ts";

const RUNS = { seed: 41, numRuns: 300 } as const;
const book = ruleBook();
const LISTS = listsFor(new Set(FIELD_NAMES.filter((field) => valueKindOf(field) !== null)), book, registerOf(TWO_SITES), "RZZ");

/** A local heading with what it was chosen to be, and its values with their choices. */
interface LocalColumn {
  readonly heading: string;
  readonly field: Field;
  /** Whether a line of the heading says what it is; otherwise the lines of its values do. */
  readonly chosen: boolean;
  readonly values: readonly { readonly words: string; readonly choice: string }[];
}

/** Words as trusts write them: any letters and signs, also those that a spreadsheet takes for a formula. */
const local = fc
  .tuple(
    fc.constantFrom("", "", "", "=", "+", "-", "@"),
    fc.string({ unit: fc.constantFrom(..."abzAZ09éß &'/-.,()\u2019") }),
    fc.constantFrom(..."abzé"),
  )
  .map(([sign, text, letter]) => `${sign}${text.trim()}${letter}`)
  .filter((text) => !text.startsWith("'"));

const distinct = (words: fc.Arbitrary<string>, keyOf: (words: string) => string, minLength: number, maxLength: number) =>
  fc.uniqueArray(words, { selector: keyOf, minLength, maxLength });

/** A heading that is a field's own already says what it is. */
const OWN_HEADINGS = new Set(Object.values(FIELDS).map(normaliseHeading));
const headings = distinct(
  local.filter((heading) => !OWN_HEADINGS.has(normaliseHeading(heading))),
  normaliseHeading,
  1,
  8,
);

function columnOf(heading: string, field: Field): fc.Arbitrary<LocalColumn> {
  const list = LISTS.get(FIELDS[field]);
  const values =
    list === undefined
      ? fc.constant([])
      : distinct(local, normaliseWords, 0, 6).chain((words) =>
          fc.tuple(...words.map((one) => fc.constantFrom("", ...list).map((choice) => ({ words: one, choice })))),
        );
  return fc.record({ heading: fc.constant(heading), field: fc.constant(field), chosen: fc.boolean(), values });
}

const columns = headings.chain((some) =>
  fc
    .shuffledSubarray([...FIELD_NAMES], { minLength: some.length, maxLength: some.length })
    .chain((fields) => fc.tuple(...some.map((heading, index) => columnOf(heading, fields[index] ?? "subjects")))),
);

function linesOf(all: readonly LocalColumn[], notNeeded: readonly string[]): readonly SheetLine[] {
  return [
    ...all.flatMap(({ heading, field, chosen, values }): SheetLine[] => [
      { heading, ...(chosen ? { choice: FIELDS[field] } : {}) },
      ...values.map(({ words, choice }) => ({ heading, value: words, choice, ...(chosen ? {} : { column: FIELDS[field] }) })),
    ]),
    ...notNeeded.map((heading) => ({ heading, choice: "(not needed)" })),
  ];
}

/** What was chosen, worked out from the columns themselves; the order of lines does not matter. */
function expected(all: readonly LocalColumn[], notNeeded: readonly string[]) {
  const filled = all.flatMap(({ field, values }) =>
    values.filter(({ choice }) => choice !== "").map((one) => ({ field, ...one })),
  );
  const isSite = ({ field }: (typeof filled)[number]) => valueKindOf(field) === "site";
  return {
    // Whoever says what the words under a heading mean says what the heading is.
    columns: Object.fromEntries(
      all
        .filter(({ chosen, values }) => chosen || values.some(({ choice }) => choice !== ""))
        .map(({ field, heading }) => [field, heading]),
    ),
    notNeeded: [...notNeeded].sort(),
    values: filled
      .filter((one) => !isSite(one))
      .map(({ field, words, choice }) => `${field}: ${words}: ${choice === "(says nothing)" ? "" : choice}`)
      .sort(),
  };
}

function plain({ columns: chosen, notNeeded, values }: Mapping) {
  return {
    columns: Object.fromEntries(chosen),
    notNeeded: [...notNeeded].sort(),
    values: [...values].flatMap(([field, own]) => [...own].map(([words, target]) => `${field}: ${words}: ${target}`)).sort(),
  };
}

/** As a CSV is written: an apostrophe in front of what a spreadsheet might run. */
const guarded = (line: SheetLine): SheetLine =>
  Object.fromEntries(Object.entries(line).map(([column, text]) => [column, /^[=+\-@]/.test(text) ? `'${text}` : text]));

describe("a mapping sheet that was filled by hand", () => {
  const filled = columns.chain((all) =>
    headings.map((others) => {
      const taken = new Set(all.map(({ heading }) => normaliseHeading(heading)));
      return { all, notNeeded: others.filter((heading) => !taken.has(normaliseHeading(heading))) };
    }),
  );
  const order = fc.record({
    seed: fc.integer(),
    blanks: fc.nat(4),
    columns: fc.shuffledSubarray([...SHEET_COLUMNS], { minLength: SHEET_COLUMNS.length }),
  });

  test("says what was chosen, in whatever order its lines and columns stand, with blank lines among them", () => {
    fc.assert(
      fc.property(filled, order, fc.boolean(), ({ all, notNeeded }, { seed, blanks, columns: places }, csv) => {
        const lines = [...linesOf(all, notNeeded), ...Array.from({ length: blanks }, () => ({}))];
        const mixed = shuffled(lines, seed).map(csv ? guarded : (line) => line);
        const mapping = readMapping(sheetOf(mixed, { columns: places }), book);
        expect(plain(mapping)).toEqual(expected(all, notNeeded));
      }),
      RUNS,
    );
  });

  test("is the same mapping whatever the order, sites and lines too", () => {
    fc.assert(
      fc.property(filled, fc.integer(), ({ all, notNeeded }, seed) => {
        const lines = linesOf(all, notNeeded);
        const once = readMapping(sheetOf(lines), book);
        const again = readMapping(sheetOf(shuffled(lines, seed)), book);
        expect(new Set(again.sites)).toEqual(new Set(once.sites));
        expect(again.lines).toEqual(once.lines);
        expect(once.lines.size).toBe(lines.length + once.answers.length);
      }),
      RUNS,
    );
  });
});

test("every list has something to choose", () => {
  for (const list of LISTS.values()) expect(list.length).toBeGreaterThan(1);
  expect(LISTS.has(COLUMNS_LIST)).toBe(true);
});

/** The same for the same seed. */
function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const keyed = list.map((one, index) => ({ one, key: (Math.imul(index + 1, 2654435761) ^ Math.imul(seed, 40503)) >>> 0 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
}
