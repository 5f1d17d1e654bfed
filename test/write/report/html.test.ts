import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/domain/finding.ts";
import type { ItemId } from "../../../src/domain/item.ts";
import type { Acceptance, Report, ReportContext } from "../../../src/domain/report.ts";
import type { Return } from "../../../src/domain/return.ts";
import { SCRIPT } from "../../../src/write/report/html/assets.ts";
import { reportHtml } from "../../../src/write/report/html/index.ts";
import { pageFaults } from "../../support/page-faults.ts";
import { check } from "./markup.ts";
import {
  ACCEPTANCES,
  at,
  CATALOGUE,
  contextOf,
  countsOf,
  DETAILS,
  FINDINGS,
  found,
  KINDS,
  NOTHING,
  sampleReport,
  sampleReturn,
} from "./sample.ts";

const report = (findings: readonly Finding[] = FINDINGS, acceptances: readonly Acceptance[] = ACCEPTANCES): Report =>
  sampleReport({ findings, acceptances });

const sites = (number: number) =>
  Array.from({ length: number }, (_, at) => ({
    siteCode: `RZ${at}`,
    siteName: `Site ${at}`,
    counts: countsOf(10 + (at % 50)),
  }));

const EMPTY: Report = sampleReport(NOTHING);

describe.each<[string, Report, ReportContext]>([
  ["an ordinary return", report(), contextOf()],
  [
    "every kind of finding",
    report(KINDS.flatMap((kind) => [found(kind, "error", at("C-1", 2, "X")), found(kind, "warning"), found(kind, "info")])),
    contextOf(),
  ],
  ["an empty return", EMPTY, { ...contextOf(sampleReturn([], [])), catalogue: new Map(), policyChoices: [] }],
  ["one site", report(), contextOf(sampleReturn(sites(1)))],
  ["300 sites", report(), contextOf(sampleReturn(sites(300)))],
])("the page of %s", (_, one, context) => {
  const page = reportHtml(one, context);

  test("stands alone and can be read by everybody", () => {
    expect(pageFaults(page)).toEqual([]);
  });

  test("runs its own script alone", () => {
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script type="application/json" id="complaints">', "<script>"]);
    expect(page).toContain(`<script>${SCRIPT}</script>`);
  });
});

describe("hostile data", () => {
  const evil = `"><script>alert(1)</script><img src=x onerror='alert(1)'>\`\${x}</style></title><!--&lt;\u202e\u0000`;
  const place = { file: evil, sheet: evil, row: 2, column: evil };
  const made: Return = {
    ...sampleReturn([{ siteCode: evil, siteName: evil, counts: countsOf(9) }]),
    organisation: { code: evil, name: evil },
    period: { label: evil, start: evil, end: evil },
    complaints: [{ reference: evil, fate: "excluded", site: evil, items: [], rules: [evil], source: [place] }],
    provenance: {
      engine: evil,
      edition: evil,
      generatedAt: evil,
      inputs: [{ file: evil, sha256: evil, rows: 1 }],
      config: { file: evil, sha256: evil },
      mapping: { file: evil, sha256: evil },
      registers: [{ file: evil, sha256: evil }],
      prior: { file: evil, sha256: evil },
      template: { sha256: evil, kind: "own" },
    },
  };
  const source = { document: evil, heading: evil, edited: evil };
  const context: ReportContext = {
    return: { ...made, policies: { ...made.policies, withdrawn: evil as "exclude" } },
    items: [
      {
        id: evil as ItemId,
        number: evil,
        section: 2,
        sectionName: evil,
        kind: "count",
        label: evil,
        labelStatus: evil,
      },
    ],
    parts: contextOf().parts,
    prior: { period: evil, rows: made.rows, level: "site", sameLength: true },
    catalogue: new Map([
      ...CATALOGUE,
      [evil, { id: evil, kind: "file", severity: "info", title: evil, why: evil, effect: evil, source }],
    ]),
    policyChoices: contextOf().policyChoices.map((choice) => ({
      ...choice,
      values: [evil],
      default: evil,
      why: evil,
      source,
    })),
  };
  const findings = KINDS.flatMap((kind) =>
    (["error", "warning", "info"] as const).map((severity) => {
      const detail = Object.fromEntries(
        Object.entries(DETAILS[kind]).map(([key, value]) => [
          key,
          typeof value === "string" && key !== "field" && key !== "because" && key !== "how" ? evil : value,
        ]),
      );
      return {
        ...found(kind, severity, { reference: evil, site: evil, item: evil as ItemId, source: place }, detail),
        rule: severity === "info" ? evil : kind,
      };
    }),
  );
  const hostile = sampleReport({
    findings,
    acceptances: [{ rule: "none-resolved", reason: evil, by: evil }],
    rules: [{ id: evil, status: "not-run", reason: evil, count: 0 }],
    fates: [{ fate: "excluded", rule: evil, rows: 1 }],
    unmapped: [{ column: evil, words: evil, complaints: 1, countedAs: evil as ItemId }],
    labels: new Map(),
  });
  const page = reportHtml(hostile, context);
  const markup = check(page);

  test("makes no tag and no attribute", () => {
    expect(markup.faults).toEqual([]);
    expect(page.match(/<(script|img|!--)/gi)).toEqual(["<script", "<script"]);
    expect(markup.attributes.filter(([name]) => /^on|^src/i.test(name))).toEqual([]);
  });

  test("is there to be read, without signs that turn text around", () => {
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
    const [, data = ""] = /<script type="application\/json" id="complaints">(.*?)<\/script>/s.exec(page) ?? [];
    expect(JSON.parse(data).complaints).toEqual([[evil.replace("\u202e", ""), "excluded", 0, [], 0, [0, 2]]]);
  });
});

test("long groups are folded, and the rest of them is with the script", () => {
  const many = Array.from({ length: 1234 }, (_, row) =>
    found("closed-without-outcome", "error", at(`C-${row}`, row + 2, "Outcome")),
  );
  const page = reportHtml(report(many, []), contextOf());
  expect(page).toContain("<summary>Show 1,234 places</summary>");
  expect(page).toContain("1,134 more in findings.xlsx and report.json.");
  const [shown = "", left = ""] = page.split('id="complaints">');
  expect(shown.match(/so it stays open in the figures/g)).toHaveLength(100);
  expect(left.match(/so it stays open in the figures/g)).toHaveLength(1134);
});

test("the work is in the order of work, not of the alphabet", () => {
  const page = reportHtml(report(), contextOf());
  expect(page.indexOf('1. <span class="title">No date received')).toBeGreaterThan(0);
  expect(page.indexOf('2. <span class="title">Closed, but without an outcome')).toBeGreaterThan(
    page.indexOf('1. <span class="title">No date received'),
  );
});

test("every rule of the catalogue has its result", () => {
  const page = reportHtml(report(), contextOf());
  const result = (rule: string): string | undefined =>
    new RegExp(`<code>${rule}</code></small></th><td class="result">(.*?)</td>`)
      .exec(page)?.[1]
      ?.replace(/<[^>]*>/g, " ")
      .trim();
  expect(result("outside-period")).toBe("4 complaints");
  expect(result("withdrawn")).toMatch(/^Not run +not part of this run$/);
  expect(result("closed-without-outcome")).toBe("Found 2");
  expect(result("age-total")).toBe("Passed");
  expect(result("site-fell-silent")).toMatch(/^Not run +no prior return was given$/);
});

test("few sites stand side by side, many one under the other", () => {
  expect(reportHtml(report(), contextOf(sampleReturn(sites(6))))).toContain('class="figures down"');
  expect(reportHtml(report(), contextOf(sampleReturn(sites(7))))).toContain('class="figures across"');
});

test("an accepted warning keeps its place, what to do and the reason", () => {
  const warning = found("fits-nowhere", "warning", at("C-7", 12, "Subjects", "RZZ01"));
  const reason = { rule: "fits-nowhere", reason: "It is Other, we asked", by: "A. Officer" };
  const [, part = ""] = reportHtml(report([warning], [reason]), contextOf()).split('<section id="accepted"');
  const [row = ""] = /<tr data-site="RZZ01">.*?<\/tr>/s.exec(part) ?? [];
  const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell);
  expect(cells).toEqual([
    "C-7",
    expect.stringContaining("Parking fees"),
    "It is Other, we asked",
    "A. Officer",
    "export.csv",
    "12",
    "Subjects",
    "RZZ01",
  ]);
  expect(part).toContain("<strong>Otherwise:</strong>");
});

describe("rows that are lines", () => {
  const hint = "Rows of export.csv are lines of the file.";
  const madeOf = (rows: number, file = "export.csv"): Return => {
    const made = sampleReturn();
    return { ...made, provenance: { ...made.provenance, inputs: [{ file, sha256: "", rows }] } };
  };

  test("are said where the file has more lines than records", () => {
    expect(reportHtml(report(), contextOf(madeOf(156)))).toContain(hint);
    expect(reportHtml(report(), contextOf(madeOf(400)))).not.toContain(hint);
    const warned = reportHtml(report([found("fits-nowhere", "warning", at("C-7", 12, "Subjects"))], []), contextOf(madeOf(156)));
    expect(warned.split(hint)).toHaveLength(2);
    expect(reportHtml(report(), contextOf(madeOf(156, "export.xlsx")))).not.toContain("are lines of the file");
  });
});

test("a long section by site goes on in a table below, and says from which item to which", () => {
  const page = reportHtml(report(), contextOf(sampleReturn(sites(7))));
  const captions = [...page.matchAll(/<table class="figures across"><caption><span>(.*?)<\/span>/g)].map(
    ([, caption]) => caption,
  );
  expect(captions).toHaveLength(8);
  expect(captions.filter((caption) => caption?.startsWith("Section 7"))).toEqual([
    "Section 7: Subject area, 7.50 to 7.60",
    "Section 7: Subject area, 7.61 to 7.71",
  ]);
  expect(page.match(/<th scope="col" class="n item/g)).toHaveLength(contextOf().items.length);
});
