import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/domain/finding.ts";
import type { ReportContext } from "../../../src/domain/report.ts";
import { type Colours, consoleSummary } from "../../../src/write/report/console.ts";
import { ACCEPTANCES, at, BALANCE, contextOf, countsOf, FATES, FINDINGS, found, sampleReport, sampleReturn } from "./sample.ts";

const same = (text: string): string => text;
const PLAIN: Colours = { red: same, yellow: same, green: same, cyan: same, bold: same, dim: same };

function summary(
  findings: readonly Finding[],
  {
    context = contextOf(),
    maxFindings = 50,
    width = 90,
    balance = BALANCE,
    fates = FATES,
    acceptances = [] as typeof ACCEPTANCES,
  } = {},
): string {
  const report = sampleReport({ findings, acceptances, balance, fates });
  return consoleSummary(report, context, { colour: PLAIN, maxFindings, width });
}

test("a run as an officer sees it", async () => {
  await expect(summary(FINDINGS, { acceptances: ACCEPTANCES })).toMatchFileSnapshot("golden/console.txt");
});

describe("the verdict", () => {
  const error = found("received-missing", "error", at("C-31", 32, "Date received"));
  const warning = found("none-resolved", "warning");

  test.each([
    ["errors and warnings", [error, error, warning], "Not ready to submit: 2 things to put right, 1 to confirm."],
    ["one error", [error], "Not ready to submit: 1 thing to put right."],
    ["warnings", [warning], "Nearly ready: 1 thing to confirm."],
    ["notes", [found("no-register", "info")], "Ready to submit."],
    ["nothing", [], "Ready to submit."],
  ])("with %s is the last line", (_, findings, verdict) => {
    expect(summary(findings).trimEnd().split("\n").at(-1)).toBe(verdict);
  });

  test("mentions accepted warnings", () => {
    const said = summary([warning], { acceptances: [{ rule: "none-resolved", reason: "New trust" }] });
    expect(said).toContain("Ready to submit. 1 warning accepted, with reasons in report.html.");
  });
});

describe("many findings", () => {
  const many = [
    ...Array.from({ length: 40 }, (_, row) => found("closed-without-outcome", "error", at(`C-${row}`, row + 2, "Outcome"))),
    found("received-missing", "error", at("C-99", 99, "Date received")),
    found("none-resolved", "warning"),
  ];

  test("are cut to the number asked for, and a long group hides no other", () => {
    const said = summary(many, { maxFindings: 5 });
    expect(said.match(/^ {4}- /gm)).toHaveLength(5);
    expect(said).toContain("C-99 has no date received");
    expect(said).toContain("and 37 more (--max-findings)");
    expect(said).toContain("The return has none of its 34 complaints resolved in the period.");
    expect(summary(many, { maxFindings: 2 })).toContain("[none-resolved]: --max-findings shows more");
  });

  test("are all shown when there is room", () => {
    expect(summary(many, { maxFindings: Number.POSITIVE_INFINITY }).match(/^ {4}- /gm)).toHaveLength(42);
  });
});

test("rows that do not add up are said to be a fault", () => {
  expect(summary([], { balance: { ...BALANCE, counted: 130 } })).toContain(
    "130 + 7 + 11 + 3 = 151, not 156: please report this as a fault.",
  );
});

test("terminal commands in the data do nothing", () => {
  const evil = "\u001b]0;owned\u0007\u009b31m\r\u202eX";
  const hostile: ReportContext = {
    ...contextOf(sampleReturn([{ siteCode: evil, siteName: evil, counts: countsOf(3) }])),
    return: {
      ...sampleReturn([{ siteCode: evil, siteName: evil, counts: countsOf(3) }]),
      organisation: { code: evil, name: evil },
    },
  };
  const findings = [
    found(
      "received-unreadable",
      "error",
      { reference: evil, site: evil, source: { file: evil, sheet: evil, row: 2, column: evil } },
      { value: evil },
    ),
  ];
  expect(summary(findings, { context: hostile })).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
});

test.each([40, 60, 80, 200])("lines of sentences keep to a width of %i", (width) => {
  const [, findings = ""] = summary(FINDINGS, { width }).split("To put right");
  const sentences = findings.split("\n").filter((line) => line.startsWith("    "));
  expect(sentences.length).toBeGreaterThan(10);
  expect(Math.max(...sentences.map((line) => line.length))).toBeLessThanOrEqual(Math.min(width, 110));
});

test("an empty return and 300 sites are fine", () => {
  const empty = summary([], {
    context: contextOf(sampleReturn([], [])),
    balance: { rows: 0, counted: 0, excluded: 0, merged: 0, refused: 0 },
    fates: [],
  });
  expect(empty).toContain("No site has a figure in this return.");
  expect(empty).not.toContain("Left out of the return");
  const sites = Array.from({ length: 300 }, (_, at) => ({
    siteCode: `A${at}`,
    siteName: `Site ${at}`,
    counts: countsOf(at),
  }));
  const long = summary([], { context: contextOf(sampleReturn(sites)) });
  expect(long).toContain("and 275 more in report.html");
  expect(long.split("\n").length).toBeLessThan(60);
});

test("colours are those it was given", () => {
  const tagged = Object.fromEntries(
    Object.keys(PLAIN).map((name) => [name, (text: string) => `<${name}>${text}</${name}>`]),
  ) as unknown as Colours;
  const report = sampleReport({ acceptances: [], rules: [], unmapped: [] });
  const said = consoleSummary(report, contextOf(), { colour: tagged, maxFindings: 5, width: 90 });
  expect(said).toContain("<red>To put right</red>");
  expect(said).toContain("<red>Not ready to submit");
});
