import fc from "fast-check";
import { SITE_CODES } from "./random-return.ts";

/** What a designer of a form may choose. */
export const choices = fc
  .record({
    sites: fc.constantFrom("down" as const, "across" as const),
    heading: fc.constantFrom("numbers" as const, "labels" as const, "both" as const, "one cell" as const, "ids" as const),
    numbersFirst: fc.boolean(),
    numbersAsText: fc.boolean(),
    sections: fc.constantFrom("none" as const, "first" as const, "merged" as const, "repeated" as const),
    shuffle: fc.option(fc.nat(), { nil: null }),
    spacers: fc.boolean(),
    siteNames: fc.boolean(),
    offset: fc.record({ line: fc.nat(4), position: fc.nat(3) }),
    headerGap: fc.nat(1),
    codes: fc.shuffledSubarray([...SITE_CODES], { minLength: 9, maxLength: 9 }),
    /** True: a site is listed there. */
    slots: fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
    prepared: fc.constantFrom(
      "cells" as const,
      "cells" as const,
      "cells" as const,
      "rows" as const,
      "validation" as const,
      "nothing" as const,
    ),
    styled: fc.boolean(),
    missing: fc.option(fc.nat(), { nil: null }),
    isProtected: fc.boolean(),
    totals: fc.constantFrom("formulas" as const, "shared" as const, "blank" as const),
    fixed: fc.boolean(),
    cached: fc.boolean(),
    check: fc.boolean(),
    footer: fc.constantFrom("none" as const, "words" as const, "sums" as const),
    footerGap: fc.nat(1),
    titles: fc.constantFrom("none" as const, "data" as const, "cover" as const),
    titlesFilled: fc.boolean(),
    sheet: fc.constantFrom("Data", "KO41a return", "Return & figures", "Trust's figures", "Sheet1"),
    cover: fc.constantFrom("none" as const, "notes" as const, "items" as const),
    summary: fc.constantFrom("none" as const, "formulas" as const, "unknown" as const),
    dataFirst: fc.boolean(),
    spelling: fc.record({
      prefix: fc.constantFrom("" as const, "x:" as const),
      strings: fc.constantFrom("inline" as const, "shared" as const, "mixed" as const),
      references: fc.constantFrom("all" as const, "needed" as const, "none" as const),
      extent: fc.boolean(),
      newlines: fc.boolean(),
    }),
  })
  .map(consistent);

export type Choices = typeof choices extends fc.Arbitrary<infer T> ? T : never;

/** Without what contradicts itself. */
function consistent<T extends Wide>(given: T): T {
  const made = { ...given };
  const bare = made.prepared === "rows" && made.sites === "across" ? "cells" : made.prepared;
  made.prepared = bare;
  if (bare !== "cells") {
    made.isProtected = false;
    // Sheets without references write out every blank cell before another, which would make lines ready.
    if (made.spelling.references === "none" && made.sites === "across")
      made.spelling = { ...made.spelling, references: "needed" };
  }
  if (bare === "nothing") {
    made.headerGap = 0;
    made.slots = made.slots.toSorted((a, b) => Number(b) - Number(a));
    if (made.footer === "none") made.slots = made.slots.filter((isListed) => isListed);
  }
  if (made.spelling.references === "none" && made.sites === "across") {
    made.headerGap = 0;
    made.footerGap = 0;
  }
  // Labels that several sections have are told by their order; only numbers stand anywhere.
  if (made.sections !== "none" || made.heading === "labels") made.shuffle = null;
  // A sheet that lists the items may be last year's form, so what it says of the period is not believed.
  if (made.titles === "cover" && made.cover !== "notes") made.titles = "none";
  return made;
}

interface Wide {
  sites: "down" | "across";
  heading: string;
  sections: string;
  shuffle: number | null;
  prepared: "cells" | "rows" | "validation" | "nothing";
  isProtected: boolean;
  headerGap: number;
  footerGap: number;
  footer: string;
  slots: boolean[];
  titles: "none" | "data" | "cover";
  cover: string;
  spelling: {
    prefix: "" | "x:";
    strings: "inline" | "shared" | "mixed";
    references: "all" | "needed" | "none";
    extent: boolean;
    newlines: boolean;
  };
}
