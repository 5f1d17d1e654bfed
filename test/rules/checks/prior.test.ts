import { expect, test } from "vitest";
import { checkAgainstPrior } from "../../../src/rules/checks/prior.ts";
import { siteRow } from "../../support/figures.ts";
import { ruleBook } from "../../support/rule-book.ts";

/** Last year's return, site by site. */
const YEAR = { level: "site", period: null, sameLength: true, adjoins: true, complaints: null } as const;
const now = [
  siteRow("RZZ02", { Complaints_Total_Brought_Forward: 4 }),
  siteRow("RZZ01", { Complaints_Total_Brought_Forward: 1 }),
];
const before = [siteRow("RZZ01"), siteRow("RZZ02"), siteRow("RZZ03")];

test("continuity is compared site by site, in the order of the codes", () => {
  const found = checkAgainstPrior(now, [], { rows: before, ...YEAR }, ruleBook());
  expect(found.map(({ rule, site, detail }) => [rule, site, detail])).toEqual([
    ["brought-forward-continuity", "RZZ01", { kind: "brought-forward-continuity", prior: 4, now: 1 }],
    ["brought-forward-continuity", "RZZ03", { kind: "brought-forward-continuity", prior: 4, now: 0 }],
    ["site-fell-silent", "RZZ03", { kind: "site-fell-silent", before: 5 }],
  ]);
});

test("all of them are warnings, since published data break them", () => {
  const found = checkAgainstPrior(now, [], { rows: before, ...YEAR }, ruleBook());
  expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(["warning"]));
});

test("a movement names the item and both figures", () => {
  const found = checkAgainstPrior(
    [siteRow("RZZ01", { Complaints_Total_Brought_Forward: 4, Service_Maternity: 30 })],
    [],
    { rows: [siteRow("RZZ01", { Service_Maternity: 12 })], ...YEAR },
    ruleBook(),
  );
  expect(found).toEqual([
    expect.objectContaining({
      rule: "moved-against-prior",
      site: "RZZ01",
      item: "Service_Maternity",
      detail: { kind: "moved-against-prior", before: 12, after: 30, label: "Maternity" },
    }),
  ]);
});

test("a return that does not end where this period begins carried nothing into it", () => {
  const found = checkAgainstPrior(now, [], { rows: before, ...YEAR, adjoins: false }, ruleBook());
  expect(found.map(({ rule }) => rule)).toEqual(["site-fell-silent"]);
});

test("a return of the whole organisation is compared with all sites together", () => {
  const sites = [
    siteRow("RZZ01", { Complaints_Total_Brought_Forward: 1 }),
    siteRow("RZZ", { Complaints_Total_Brought_Forward: 2 }),
  ];
  const prior = (carried: number) => ({
    ...YEAR,
    level: "organisation" as const,
    rows: [siteRow("RZZ", { Complaints_Total_Carried_Forward: carried })],
  });
  expect(checkAgainstPrior(sites, [], prior(3), ruleBook())).toEqual([]);
  expect(checkAgainstPrior(sites, [], prior(4), ruleBook()).map(({ rule, detail }) => [rule, detail])).toEqual([
    ["brought-forward-continuity", { kind: "brought-forward-continuity", prior: 4, now: 3 }],
  ]);
});
