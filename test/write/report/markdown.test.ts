import fc from "fast-check";
import { lexer, type Token } from "marked";
import { describe, expect, test } from "vitest";
import type { TitledReport } from "../../../src/domain/report.ts";
import { reportMarkdown } from "../../../src/write/report/markdown.ts";
import { activeMarkdown, EVIL, STEERS } from "../hostile.ts";
import { anyReport, CASES, OPTIONS, ORDINARY, RUNS, wicked } from "./titled.ts";

/** Every token that an outside parser finds, with those inside it. */
function tokensOf(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => [
    token,
    ...tokensOf("tokens" in token && Array.isArray(token.tokens) ? token.tokens : []),
    ...(token.type === "table"
      ? tokensOf([...token.header, ...token.rows.flat()].flatMap((cell: { tokens: Token[] }) => cell.tokens))
      : []),
  ]);
}

const PLAIN = ["text", "escape", "space", "paragraph", "heading", "table", "strong"];

/** Types of tokens in order, rows of tables, levels of headings: all but the words. */
function shapeOf(markdown: string): readonly string[] {
  return tokensOf(lexer(markdown))
    .filter(({ type }) => !["text", "escape"].includes(type))
    .map((token) => {
      if (token.type === "table") return `table ${token.rows.length} x ${token.header.length}`;
      return token.type === "heading" ? `heading ${token.depth}` : token.type;
    });
}

/** What a reader sees. */
function seen(markdown: string): string {
  return tokensOf(lexer(markdown))
    .filter((token) => ["text", "escape"].includes(token.type) && !("tokens" in token && token.tokens))
    .map((token) => ("text" in token ? token.text : ""))
    .join("")
    .replaceAll("\u200b", "")
    .replaceAll("&amp;", "&");
}

function rowsOf(markdown: string): number {
  return lexer(markdown).reduce((sum, token) => sum + (token.type === "table" ? token.rows.length : 0), 0);
}

/** Findings, sites with their sum, fates that are no figures, rules not run. */
function rowsWanted({ report, return: made }: TitledReport): number {
  const sites = made?.rows.length ?? 0;
  const read = report.balance.rows > 0;
  return (
    report.findings.length +
    (sites > 1 ? sites + 1 : sites) +
    (read ? report.fates.filter(({ fate }) => fate !== "counted").length : 0) +
    report.rules.filter(({ status }) => status === "not-run").length
  );
}

test("the sample", async () => {
  await expect(reportMarkdown([ORDINARY], OPTIONS)).toMatchFileSnapshot("golden/report.md");
});

describe.each(CASES)("the Markdown of %s", (_, { reports, options }) => {
  const markdown = reportMarkdown(reports, options);

  test("has a row for everything and makes nothing of the data", () => {
    expect(rowsOf(markdown)).toBe(reports.reduce((sum, one) => sum + rowsWanted(one), 0));
    expect(tokensOf(lexer(markdown)).filter(({ type }) => !PLAIN.includes(type))).toEqual([]);
    expect(activeMarkdown(markdown.replaceAll("**", ""))).toEqual([]);
    expect(markdown).not.toMatch(STEERS);
  });
});

test("hostile text has the shape of plain text", () => {
  const shapeWith = (text: string): readonly string[] => {
    const { reports, options } = wicked(text);
    return shapeOf(reportMarkdown(reports, options));
  };
  for (const evil of EVIL) expect(shapeWith(evil), evil).toEqual(shapeWith("plain"));
});

test("each finding is there with its rule, its row and what to do", () => {
  const text = seen(reportMarkdown([ORDINARY], OPTIONS));
  for (const { rule, message, fix, source } of ORDINARY.report.findings)
    for (const part of [rule, message, fix, String(source?.row ?? "")]) expect(text).toContain(part);
  expect(text).toContain("Elm House closed in June 2025");
  expect(text).toContain("no prior return was given");
});

test("rows that do not add up are said to be a fault", () => {
  const broken = { ...ORDINARY, report: { ...ORDINARY.report, balance: { ...ORDINARY.report.balance, rows: 157 } } };
  expect(reportMarkdown([broken], OPTIONS)).toContain("135 + 7 + 11 + 3 = 156, not 157: please report this as a fault.");
});

test("any text at all makes no row, no tag and no link", () => {
  fc.assert(
    fc.property(anyReport, (one) => {
      const markdown = reportMarkdown([one], OPTIONS);
      expect(rowsOf(markdown)).toBe(rowsWanted(one));
      expect(tokensOf(lexer(markdown)).filter(({ type }) => !PLAIN.includes(type))).toEqual([]);
    }),
    RUNS,
  );
});
