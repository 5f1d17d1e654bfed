import { describe, expect, test } from "vitest";
import { catalogueOf } from "../src/rules/catalogue.ts";
import { type Case, readDecks } from "./support/cases.ts";
import { ruleBook } from "./support/rule-book.ts";
import { type CaseOutcome, runCase } from "./support/run-case.ts";

const decks = readDecks();
const catalogue = catalogueOf(ruleBook());

describe("the conformance deck", () => {
  test("has a file for every rule and a rule for every file", () => {
    expect(decks.map(({ file }) => file)).toEqual([...catalogue.keys()].map((id) => `${id}.yaml`).sort());
    for (const { file, rule } of decks) expect(`${rule}.yaml`).toBe(file);
  });

  for (const { rule, cases } of decks)
    test(`shows ${rule} where it applies and where it does not`, () => {
      expect(new Set(cases.map(({ applies }) => applies))).toEqual(new Set([true, false]));
      expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    });

  test("names only rules and items that exist", () => {
    const rules = new Set(catalogue.keys());
    const items = new Set<string>(ruleBook().items.map(({ id }) => id));
    for (const { rule, cases } of decks)
      for (const { expect: wanted } of cases) {
        for (const id of [wanted.rule ?? rule, ...(wanted.findings ?? [])]) expect(rules).toContain(id);
        const figures = Object.values(wanted.figures ?? {}).flatMap((row) => Object.keys(row));
        for (const id of [...(wanted.has ?? []), ...(wanted.hasNot ?? []), ...figures]) expect(items).toContain(id);
      }
  });
});

for (const { rule, cases } of decks)
  describe(rule, () => {
    for (const one of cases)
      test(one.name, async () => {
        const outcome = await runCase(one);
        expect(rulesAtWork(outcome).has(rule), `${rule} applies`).toBe(one.applies);
        checkComplaint(one, outcome);
        checkLedger(one, outcome);
        checkFindings(rule, one, outcome);
        checkFigures(one, outcome);
      });
  });

/** Every rule that decided about a complaint or a row, or found something. */
function rulesAtWork({ complaints, ledger, findings }: CaseOutcome): ReadonlySet<string> {
  return new Set([
    ...complaints.flatMap(({ rules }) => rules),
    ...ledger.map(({ rule }) => rule),
    ...findings.map(({ rule }) => rule),
  ]);
}

function checkComplaint({ expect: { fate, rule, site, has = [], hasNot = [] } }: Case, { complaints }: CaseOutcome): void {
  if ([fate, rule, site].every((said) => said === undefined) && has.length + hasNot.length === 0) return;
  const [complaint] = complaints;
  expect(complaint, "the first complaint").toBeDefined();
  if (complaint === undefined) return;
  if (fate !== undefined) expect(complaint.fate).toBe(fate);
  if (rule !== undefined) expect(complaint.rules).toEqual([rule]);
  if (site !== undefined) expect(complaint.site).toBe(site);
  expect(complaint.items).toEqual(expect.arrayContaining(has));
  for (const item of hasNot) expect(complaint.items).not.toContain(item);
}

function checkLedger({ expect: { rows } }: Case, { ledger }: CaseOutcome): void {
  if (rows === undefined) return;
  expect(ledger).toHaveLength(rows.length);
  expect(ledger).toMatchObject(rows);
}

/** All findings that concern complaints; those on the finished return only where the case is about one of them. */
function checkFindings(rule: string, { expect: { findings, severity } }: Case, outcome: CaseOutcome): void {
  if (severity !== undefined)
    expect([...new Set(outcome.findings.filter((found) => found.rule === rule).map((found) => found.severity))]).toEqual([
      severity,
    ]);
  if (findings === undefined) return;
  const kind = catalogue.get(rule)?.kind;
  const wanted = new Set(
    kind === "relation" || kind === "plausibility" ? [kind] : ["file", "record", "exclusion", "site", "aspect", "timing"],
  );
  const found = outcome.findings.map((one) => one.rule).filter((id) => wanted.has(catalogue.get(id)?.kind ?? ""));
  expect([...new Set(found)].sort()).toEqual([...findings].sort());
}

function checkFigures({ expect: { figures } }: Case, { rows }: CaseOutcome): void {
  if (figures === undefined) return;
  expect(rows.map(({ siteCode }) => siteCode)).toEqual(Object.keys(figures));
  for (const { siteCode, counts } of rows) expect(counts).toMatchObject(figures[siteCode] ?? {});
}
