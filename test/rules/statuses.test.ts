import { describe, expect, test } from "vitest";
import type { RuleStatus } from "../../src/domain/rule.ts";
import { catalogueOf } from "../../src/rules/catalogue.ts";
import { ruleBook } from "../support/rule-book.ts";
import { type Choices, runRows } from "../support/run.ts";

const row = { "Complaint reference": "C-1", "Date received": "2025-05-14", "Site code": "RZZ01" };

async function statusOf(id: string, rows: readonly Readonly<Record<string, string>>[] = [row], choices: Choices = {}) {
  const { report } = await runRows(rows, choices);
  const found = report.rules.find((rule) => rule.id === id);
  if (found === undefined) throw new Error(`no status of ${id}`);
  return found;
}

test("every rule of the catalogue has a status", async () => {
  const { report } = await runRows([row]);
  expect(report.rules.map(({ id }) => id)).toEqual([...catalogueOf(ruleBook()).keys()]);
  for (const { status, count, reason } of report.rules satisfies readonly RuleStatus[]) {
    expect(status === "found").toBe(count > 0 && reason === null);
    expect(status === "not-run").toBe(reason !== null);
  }
});

describe("a rule that was not run says why", () => {
  test.each<[string, Choices, RegExp]>([
    ["icb-scope", {}, /integrated care board/],
    ["sites-sum", {}, /overall row/],
    ["brought-forward-continuity", {}, /--prior/],
    ["site-fell-silent", {}, /--prior/],
    [
      "moved-against-prior",
      { prior: { rows: [], level: "site", period: null, sameLength: false, adjoins: true, complaints: null } },
      /another length/,
    ],
    [
      "brought-forward-continuity",
      { prior: { rows: [], level: "site", period: null, sameLength: true, adjoins: false, complaints: null } },
      /day before/,
    ],
    ["new-site", {}, /--prior/],
    [
      "new-site",
      { prior: { rows: [], level: "organisation", period: null, sameLength: true, adjoins: true, complaints: null } },
      /no sites/,
    ],
    ["not-brought-forward", {}, /--prior/],
    [
      "not-brought-forward",
      { prior: { rows: [], level: "site", period: null, sameLength: true, adjoins: true, complaints: null } },
      /name its complaints/,
    ],
    [
      "not-carried-forward",
      { prior: { rows: [], level: "site", period: null, sameLength: true, adjoins: false, complaints: [] } },
      /day before/,
    ],
    ["oral-next-working-day", { policies: { oralResolvedNextWorkingDay: "count" } }, /policy/],
  ])("%s", async (id, choices, reason) => {
    const found = await statusOf(id, [row], choices);
    expect(found).toMatchObject({ status: "not-run" });
    expect(found.reason).toMatch(reason);
  });
});

describe("a rule that found something says how often", () => {
  test("complaints that it kept out", async () => {
    const rows = [1, 2, 3].map((index) => ({
      ...row,
      "Complaint reference": `C-${index}`,
      "Record type": index < 3 ? "PALS" : "",
    }));
    expect(await statusOf("not-a-complaint", rows)).toMatchObject({ status: "found", count: 2 });
  });

  test("findings that it made", async () => {
    expect(await statusOf("aspect-missing")).toMatchObject({ status: "found", count: 4 });
  });

  test("and one that found nothing passed", async () => {
    expect(await statusOf("closed-before-received")).toEqual({
      id: "closed-before-received",
      status: "passed",
      reason: null,
      count: 0,
    });
  });
});
