import { describe, expect, test } from "vitest";
import { markdownTable, plain } from "../../src/write/markdown.ts";

/** What Markdown, GitHub or a mail programme would make something of. */
const ACTIVE: readonly (readonly [what: string, text: string])[] = [
  ["a table", "a | b"],
  ["a table in its own backslash", "a \\| b"],
  ["a link", "[click](javascript:alert)"],
  ["an image", "![x](http://example.invalid/x.png)"],
  ["HTML", "<script>alert(1)</script>"],
  ["an entity", "&lt;b&gt;"],
  ["an address", "https://example.invalid/x"],
  ["an address without a scheme", "www.example.invalid"],
  ["an address behind an underscore", "_www.example.invalid"],
  ["a mail address", "someone@example.invalid"],
  ["a mention", "@somebody"],
  ["an issue", "#12"],
  ["a heading", "# Heading"],
  ["emphasis", "*a* _b_ **c** ~~d~~"],
  ["code", "`x`"],
  ["a list", "- a"],
  ["a numbered list", "1. a"],
  ["a numbered list with a bracket", "1) a"],
  ["a quotation", "> a"],
  ["a rule", "---"],
];

/** As a reader of GitHub's Markdown sees it: escapes and entities resolved. */
const seen = (markdown: string): string =>
  markdown
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replaceAll("\u200b", "")
    .replaceAll("&amp;", "&");

describe("text of the data", () => {
  test.each(ACTIVE)("does not become %s, and is read as it was", (_, text) => {
    const made = plain(text);
    expect(made).not.toBe(text);
    expect(seen(made)).toBe(text);
  });

  test("opens no bracket, no cell and no tag", () => {
    for (const [, text] of ACTIVE) {
      const bare = plain(text).replace(/\\./g, "");
      expect(bare).not.toMatch(/[`*_[\]<>#|~]/);
      expect(bare).not.toMatch(/@\w/);
    }
  });

  test.each(["=cmd|' /C calc'!A0", "a\r\n| x | y |\r\n", "\u001b[31mred\u202e", "\u0007\u0000"])(
    "stays on one line: %j",
    (text) => {
      expect(plain(text)).not.toMatch(/[\p{Cc}\p{Cs}\u202e]/u);
      expect(plain(text).replace(/\\./g, "")).not.toContain("|");
    },
  );

  test.each(["General hospital", "E-01", "St Anne’s unit (north)", "25%", "12/2025", ""])(
    "is left alone where it is plain: %s",
    (text) => {
      expect(plain(text)).toBe(text);
    },
  );
});

test("a table has a line for its headings, one for its sides and one a row", () => {
  expect(
    markdownTable(
      [{ heading: "Site" }, { heading: "A", right: true }],
      [
        ["RZZ01", "1"],
        ["", "2"],
      ],
    ),
  ).toBe("| Site | A |\n| --- | ---: |\n| RZZ01 | 1 |\n|  | 2 |\n");
  expect(markdownTable([{ heading: "Site" }], [])).toBe("| Site |\n| --- |\n");
});
