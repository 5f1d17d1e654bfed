import { describe, expect, test } from "vitest";
import type { ItemId } from "../../../../src/domain/item.ts";
import type { Report, ReportContext } from "../../../../src/domain/report.ts";
import type { Return, SiteRow } from "../../../../src/domain/return.ts";
import { catalogueOf } from "../../../../src/rules/catalogue.ts";
import { boardOf } from "../../../../src/tally/small-numbers/board.ts";
import { boardHtml } from "../../../../src/write/report/board/index.ts";
import { pageFaults } from "../../../support/page-faults.ts";
import { ruleBook } from "../../../support/rule-book.ts";
import { check } from "../markup.ts";
import { ACCEPTANCES, at, contextOf, countsOf, FINDINGS, found, KINDS, sampleReport, sampleReturn } from "../sample.ts";

const report = (findings = FINDINGS, acceptances = ACCEPTANCES): Report => sampleReport({ findings, acceptances });

const pageOf = (context: ReportContext, one: Report = report()): string => boardHtml(boardOf(context, one.rules), one, context);

const sites = (number: number): readonly SiteRow[] =>
  Array.from({ length: number }, (_, index) => ({
    siteCode: `RZ${index}`,
    siteName: `Site ${index}`,
    counts: countsOf(10 + (index % 50)),
  }));

const withPrior = (context: ReportContext): ReportContext => ({
  ...context,
  prior: { period: "2024-25", rows: sites(3), level: "site", sameLength: true },
});

const showingAll = (made: Return = sampleReturn()): ReportContext =>
  contextOf({ ...made, policies: { ...made.policies, smallNumbers: "0" } });

describe.each<[string, ReportContext]>([
  ["an ordinary return", withPrior(contextOf())],
  ["an empty return", { ...contextOf(sampleReturn([], [])), catalogue: new Map(), policyChoices: [] }],
  ["one site", contextOf(sampleReturn(sites(1)))],
  ["300 sites", contextOf(sampleReturn(sites(300)))],
])("the page of %s", (_, context) => {
  const page = pageOf(context);

  test("stands alone, runs nothing and can be read by everybody", () => {
    expect(pageFaults(page)).toEqual([]);
    expect(page).not.toContain("<script");
  });

  test("has no small figure in any cell, and none of 0", () => {
    const cells = [...page.matchAll(/<(?:td class="n"|dd)>(.*?)<\/(?:td|dd)>/g)].map(([, cell = ""]) => cell);
    expect(cells.length).toBeGreaterThan(3);
    expect(cells.filter((cell) => /^[0-5]$/.test(cell))).toEqual([]);
    for (const [, together = ""] of page.matchAll(/together ([\d,]+):/g))
      expect(Number(together.replaceAll(",", ""))).toBeGreaterThan(5);
  });

  test("has nothing that names or places a complaint", () => {
    for (const { reference } of context.return.complaints) expect(page).not.toContain(reference);
    for (const word of [
      "C-9",
      "C-31",
      "C-4",
      "export.csv",
      "ko41a.yaml",
      "ets.csv",
      "a1a1",
      "Parking fees",
      "Chaplain",
      "Outcome",
    ])
      expect(page).not.toMatch(new RegExp(`\\b${word}\\b`));
    expect(page).not.toMatch(/\brow \d/);
  });
});

test("the state is told without what is open, and how often", () => {
  const page = pageOf(contextOf());
  expect(page).toContain('<h2 id="verdict">Not ready to submit</h2>');
  expect(page).not.toMatch(/No date received|Closed, but without an outcome/);
  expect(pageOf(contextOf(), report([found("withdrawn", "warning")], []))).toContain('<h2 id="verdict">Nearly ready</h2>');
  expect(pageOf(contextOf(), report([], []))).toContain('<h2 id="verdict">Ready to submit</h2>');
});

test("rules that judge figures leave the page as it is: they would tell of figures that are masked", () => {
  const context = { ...withPrior(contextOf()), catalogue: catalogueOf(ruleBook()) };
  const judging = [...context.catalogue.values()].filter(({ kind }) => kind === "plausibility").map(({ id }) => id);
  const kinds = KINDS.filter((kind) => judging.includes(kind));
  expect(kinds).toContain("moved-against-prior");
  for (const kind of kinds) expect(pageOf(context, report([found(kind, "warning")], []))).toBe(pageOf(context, report([], [])));
});

test("says when it was made, where that was given", () => {
  const made = sampleReturn();
  const dated = contextOf({ ...made, provenance: { ...made.provenance, generatedAt: "2026-04-24T10:00:00Z" } });
  expect(pageOf(dated)).toContain("<p>Made at 2026-04-24T10:00:00Z.</p>");
  expect(pageOf(contextOf())).not.toContain("Made at");
});

test("every kind of finding leaves no trace of its message", () => {
  const one = report(KINDS.flatMap((kind) => [found(kind, "error", at("C-1", 2, "X")), found(kind, "warning")]));
  const page = pageOf(contextOf(), one);
  expect(check(page).faults).toEqual([]);
  for (const { message } of one.findings) expect(page).not.toContain(message);
});

describe("masked figures", () => {
  const page = pageOf(contextOf(sampleReturn([{ siteCode: "RZZ01", siteName: "General Hospital", counts: countsOf(15) }])));

  test("are a star, which is read out and explained", () => {
    expect(page).toContain(
      '<dt>Brought forward</dt><dd><span aria-hidden="true">*</span><span class="hidden">not shown</span></dd>',
    );
    expect(page).toContain("* not shown: 0 to 5, or left out so that such a figure cannot be worked out.");
  });

  test("are told together, where that is not small, and as none where they are", () => {
    expect(page).toMatch(/\d+ more categories, together \d+: [^<]+\./);
    const { rows, ...rest } = sampleReturn(sites(1));
    const counts = { ...rows[0]?.counts, ...Object.fromEntries(STATUS.map((id, index) => [id, index < 2 ? 30 : 0])) };
    const some = pageOf(contextOf({ ...rest, rows: [{ siteCode: "RZZ01", siteName: "One", counts }] }));
    expect(some).toContain("<p>None: Guardian; Carer; Other.</p>");
  });

  test("are none with 0: all is shown, and the page says so", () => {
    const all = pageOf(showingAll());
    expect(all).not.toContain('aria-hidden="true">*');
    expect(all).toContain("Every figure is shown on this page, however small");
    expect(all).toContain("all figures are shown");
  });
});

const STATUS = ["Status_Patient", "Status_Parent", "Status_Guardian", "Status_Carer", "Status_Other"].map((id) => id as ItemId);

test("sites are shown with their figures, the small ones together", () => {
  const page = pageOf(contextOf());
  expect(page).toContain('<th scope="row">General Hospital<small>RZZ01</small></th><td class="n">60</td>');
  const small = { siteCode: "RZ9", siteName: "Small", counts: countsOf(4) };
  expect(pageOf(contextOf(sampleReturn([...sites(3), small])))).toContain(
    '<th scope="row">2 other sites together</th><td class="n">14</td>',
  );
  expect(pageOf(contextOf(sampleReturn(sites(1))))).not.toContain('id="sites"');
});

test("what moved is told only where both figures may be shown", () => {
  const page = pageOf(withPrior(showingAll()));
  expect(page).toMatch(
    /<th scope="row">New<\/th><td class="n">33<\/td><td class="n">125<\/td><td class="n">\+92 \(\+279%\)<\/td>/,
  );
  expect(page).toContain("Compared with 2024-25");
  expect(pageOf(contextOf())).not.toContain('id="movement"');
});

test("hostile words of the data stay words", () => {
  const evil = `"><script>alert(1)</script><img src=x onerror='alert(1)'>\`\${x}</style></title><!--&lt;\u202e\u0000`;
  const made: Return = {
    ...sampleReturn([
      { siteCode: evil, siteName: evil, counts: countsOf(90) },
      { siteCode: `${evil}2`, siteName: evil, counts: countsOf(80) },
    ]),
    organisation: { code: evil, name: evil },
    period: { label: evil, start: evil, end: evil },
    complaints: [{ reference: evil, fate: "excluded", site: evil, items: [], rules: [evil], source: [] }],
  };
  const context: ReportContext = {
    ...contextOf({ ...made, provenance: { ...made.provenance, engine: evil, edition: evil } }),
    prior: { period: evil, rows: made.rows, level: "site", sameLength: true },
  };
  const page = pageOf(context, report([found("reference-missing", "error", {}, {}), ...FINDINGS]));
  expect(check(page).faults).toEqual([]);
  expect(page).not.toMatch(/<(script|img)|\u202e/);
  expect(page).not.toContain("\u0000");
  expect(page).toContain("&lt;script&gt;");
});
