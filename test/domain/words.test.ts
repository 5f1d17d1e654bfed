import { describe, expect, test } from "vitest";
import { normaliseHeading, normaliseWords } from "../../src/domain/words.ts";

describe("normaliseWords", () => {
  test.each([
    ["Values & behaviours (staff)", "values and behaviours staff"],
    ["  Privacy,\tdignity   and well-being ", "privacy dignity and well being"],
    ["St Ann\u2019s", "st anns"],
    ["St Ann's", "st anns"],
    ["5.31", "5 31"],
    ["ＲＺＺ０１", "rzz01"],
    ["Café", "café"],
    ["---", ""],
  ])("%j", (text, normal) => {
    expect(normaliseWords(text)).toBe(normal);
  });

  test("a letter written in two ways is one letter", () => {
    expect(normaliseWords("Cafe\u0301")).toBe(normaliseWords("Caf\u00e9"));
  });
});

test.each(["Site code", "SiteCode", "site_code", "SITE-CODE", " site  code ", "Site\u00a0Code"])(
  "the heading %j is Site code",
  (heading) => {
    expect(normaliseHeading(heading)).toBe("sitecode");
  },
);
