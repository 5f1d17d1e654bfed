import { describe, expect, test } from "vitest";
import type { TracedComplaint } from "../src/domain/return.ts";
import { catalogueOf } from "../src/rules/catalogue.ts";
import { type Case, type ExpectedComplaint, readDecks } from "./support/cases.ts";
import { ruleBook } from "./support/rule-book.ts";
import { type CaseOutcome, runCase } from "./support/run-case.ts";

const decks = readDecks();
const catalogue = catalogueOf(ruleBook());

describe("the conformance deck", () => {
  test("has a file for every rule and a rule for every file", () => {
    expect(decks.map(({ file }) => file)).toEqual([...catalogue.keys()].map((id) => `${id}.yaml`).sort());
    for (const { file, rule } of decks) expect(`${rule}.yaml`).toBe(file);
  });

  test.each(decks)("shows $rule where it applies and where it does not", ({ cases }) => {
    expect(new Set(cases.map(({ applies }) => applies))).toEqual(new Set([true, false]));
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });
});

describe.each(decks)("$rule", ({ rule, cases }) => {
  test.each(cases)("$name", async (one) => {
    const outcome = await runCase(one);
    expect(rulesAtWork(outcome).has(rule), `${rule} applies`).toBe(one.applies);
    checkComplaints(one, outcome);
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

function checkComplaints({ expect: { complaints = {}, ...one } }: Case, outcome: CaseOutcome): void {
  const [first] = outcome.complaints;
  if (saysAnything(one)) checkComplaint(one, first);
  for (const [reference, expected] of Object.entries(complaints))
    checkComplaint(
      expected,
      outcome.complaints.find((complaint) => complaint.reference === reference),
    );
}

function saysAnything({ fate, rule, rules, notRules, site, has, hasNot }: ExpectedComplaint): boolean {
  return [fate, rule, rules, notRules, site, has, hasNot].some((said) => said !== undefined);
}

function checkComplaint(expected: ExpectedComplaint, complaint: TracedComplaint | undefined): void {
  expect(complaint, "the complaint").toBeDefined();
  if (complaint === undefined) return;
  if (expected.fate !== undefined) expect(complaint.fate).toBe(expected.fate);
  if (expected.rule !== undefined) expect(complaint.rules).toEqual([expected.rule]);
  if (expected.site !== undefined) expect(complaint.site).toBe(expected.site);
  expect(complaint.rules).toEqual(expect.arrayContaining(expected.rules ?? []));
  for (const rule of expected.notRules ?? []) expect(complaint.rules).not.toContain(rule);
  expect(complaint.items).toEqual(expect.arrayContaining(expected.has ?? []));
  for (const item of expected.hasNot ?? []) expect(complaint.items).not.toContain(item);
}

function checkLedger({ expect: { rows } }: Case, { ledger }: CaseOutcome): void {
  if (rows === undefined) return;
  expect(ledger).toHaveLength(rows.length);
  expect(ledger).toMatchObject(rows);
}

/** All findings that concern complaints; those on the finished return only where the case is about one of them. */
function checkFindings(rule: string, { expect: { findings, severity } }: Case, outcome: CaseOutcome): void {
  if (severity !== undefined)
    expect([...new Set(outcome.findings.filter((found) => found.rule === rule).map((found) => found.severity))]).toEqual([severity]);
  if (findings === undefined) return;
  const kind = catalogue.get(rule)?.kind;
  const wanted = new Set(kind === "relation" || kind === "plausibility" ? [kind] : ["file", "record", "exclusion", "site", "aspect", "timing"]);
  const found = outcome.findings.map((one) => one.rule).filter((id) => wanted.has(catalogue.get(id)?.kind ?? ""));
  expect([...new Set(found)].sort()).toEqual([...findings].sort());
}

function checkFigures({ expect: { figures } }: Case, { rows }: CaseOutcome): void {
  if (figures === undefined) return;
  expect(rows.map(({ siteCode }) => siteCode)).toEqual(Object.keys(figures));
  for (const { siteCode, counts } of rows) expect(counts).toMatchObject(figures[siteCode] ?? {});
}
