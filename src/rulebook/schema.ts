import * as z from "zod/mini";
import type { Section } from "../domain/item.ts";
import type { LocalDate } from "../domain/local-date.ts";

const text = z.string().check(z.minLength(1, "must not be empty"));
const date = z.pipe(
  z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, "must be a date, YYYY-MM-DD")),
  z.transform((text) => text as LocalDate),
);
const share = z.number().check(z.gte(0), z.lte(1));
const source = z.strictObject({ document: text, heading: text, edited: text });
const wholeNumber = z.pipe(
  z.string().check(z.regex(/^\d+$/, "must be a whole number")),
  z.transform((digits) => Number(digits)),
);

export const EditionFile = z.strictObject({
  edition: z.string().check(z.regex(/^\d{4}-\d{2}$/, 'must be like "2025-26"')),
  collection: text,
  standard: text,
  owner: text,
  frequency: z.enum(["annual", "quarterly"]),
  periods: z.array(z.strictObject({ label: text, kind: z.enum(["year", "quarter"]), start: date, end: date })),
  window: z.nullable(z.strictObject({ opens: date, closes: date })),
  sources: z.array(z.strictObject({ document: text, edited: text, note: text })),
});

export const ThresholdsFile = z.strictObject({
  shareOfOther: share,
  shareOfUnknownAge: share,
  shareOfMissingAspects: share,
  minimumForShares: z.int().check(z.gte(1)),
  movement: z.strictObject({ share, absolute: z.int().check(z.gte(1)) }),
  oldestAge: z.int().check(z.gte(100)),
  earliestDate: date,
  noDate: z.array(date),
  futureDaysAfterPeriod: z.int().check(z.gte(1)),
});

const choice = <const Name extends string, const Values extends readonly [string, ...string[]]>(name: Name, values: Values) =>
  z.strictObject({
    name: z.literal(name),
    values: z.array(z.enum(values)),
    default: z.enum(values),
    why: text,
    source,
  });

/** The policies that rules know; a rule book says which is the default and why. */
export const PolicyFile = z.tuple([
  choice("withdrawn", ["exclude", "not-upheld"]),
  choice("oralResolvedNextWorkingDay", ["exclude", "count"]),
  choice("reopened", ["same-complaint", "new-complaint"]),
  choice("ageAt", ["received", "incident"]),
  choice("inconclusive", ["stay-open", "not-upheld", "partially-upheld", "upheld"]),
  choice("clinicalZeros", ["zero", "blank"]),
  choice("smallNumbers", ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]),
]);

const section = z.union([2, 3, 4, 5, 6, 7, 8].map((number) => z.literal(number)));

export const RelationsFile = z.array(
  z.strictObject({
    id: text,
    severity: z.enum(["error", "warning", "info"]),
    title: text,
    why: text,
    source,
    checks: z.array(
      z.discriminatedUnion("verb", [
        z.strictObject({ verb: z.literal("sum-of-section"), total: text, section }),
        z.strictObject({
          verb: z.literal("sum-of-items"),
          total: text,
          plus: z.array(text),
          minus: z.optional(z.array(text)),
        }),
        z.strictObject({ verb: z.enum(["equals", "at-least"]), item: text, other: text }),
        z.strictObject({ verb: z.literal("never-negative"), item: text }),
        z.strictObject({ verb: z.enum(["whole-numbers", "sites-sum", "no-trust-total"]) }),
      ]),
    ),
  }),
);

const sectionDigit = z.pipe(
  z.enum(["2", "3", "4", "5", "6", "7", "8"]),
  z.transform((digit) => Number(digit) as Section),
);

export const ItemLine = z.strictObject({
  id: z.string().check(z.regex(/^[A-Z][A-Za-z0-9_]+$/, "must be a column name of the published data")),
  number: z.string().check(z.regex(/^[2-8]\.\d+$/, 'must be like "5.31"')),
  section: sectionDigit,
  section_name: text,
  kind: z.enum(["count", "total"]),
  label: text,
  label_status: text,
});

export const SectionLine = z.strictObject({ words: text, section: sectionDigit });
export const SynonymLine = z.strictObject({ words: text, item: text, rule: z.optional(z.string()) });
export const meaningLine = (meanings: readonly string[]) => z.strictObject({ words: text, meaning: z.enum([...meanings]) });
export const HolidayLine = z.strictObject({ date, name: text });
export const AgeBandLine = z.strictObject({
  from: wholeNumber,
  to: z.union([
    z.pipe(
      z.literal(""),
      z.transform(() => null),
    ),
    wholeNumber,
  ]),
  item: text,
});
