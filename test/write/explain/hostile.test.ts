import { describe, expect, test } from "vitest";
import type { ComplaintExplanation, FigureExplanation, RuleUse } from "../../../src/domain/explanation.ts";
import type { ItemId } from "../../../src/domain/item.ts";
import { catalogueOf } from "../../../src/rules/catalogue.ts";
import { complaintOnScreen } from "../../../src/write/explain/complaint.ts";
import { figureOnScreen } from "../../../src/write/explain/figure.ts";
import { complaintJson, figureJson } from "../../../src/write/explain/json.ts";
import { ruleBook } from "../../support/rule-book.ts";
import { EVIL, STEERS } from "../hostile.ts";

const { items } = ruleBook();
const catalogue = catalogueOf(ruleBook());
const PLAIN = Object.fromEntries(
  ["red", "yellow", "green", "cyan", "bold", "dim"].map((name) => [name, (text: string) => text]),
) as unknown as Parameters<typeof figureOnScreen>[2];

const aboutOf = (evil: string) => ({
  file: evil,
  organisation: { code: evil, name: evil },
  period: { label: evil, start: evil, end: evil },
});

/** A rule of ours at work; the policy's value comes from return.json. */
function useOf(evil: string): RuleUse {
  const rule = catalogue.get("withdrawn");
  if (rule === undefined) throw new Error("there is no rule withdrawn");
  return { rule, counts: 1, policy: { name: "withdrawn", value: evil, values: ["exclude", "not-upheld"] } };
}

function figureOf(evil: string): FigureExplanation {
  const [item] = items;
  if (item === undefined) throw new Error("there is no item");
  const source = [{ file: evil, sheet: evil, row: 2 }];
  return {
    kind: "figure",
    about: aboutOf(evil),
    item,
    site: { code: evil, name: `${evil}2` },
    figure: 3,
    counts: [{ reference: evil, site: evil, item: item.id, rules: [evil], source }],
    complaints: 1,
    sites: [
      { code: evil, name: evil, figure: 1, untraced: 0 },
      { code: evil, name: evil, figure: 2, untraced: 2 },
    ],
    parts: [{ item, figure: 1 }],
    rules: [useOf(evil)],
  };
}

function complaintOf(evil: string): ComplaintExplanation {
  const source = [{ file: evil, sheet: evil, row: 2 }];
  const one: ComplaintExplanation = {
    kind: "complaint",
    about: aboutOf(evil),
    reference: evil,
    fate: "counted",
    site: { code: evil, name: `${evil}2` },
    source,
    figures: items.slice(0, 1).map((item) => ({ item, rules: ["withdrawn"] })),
    rules: [useOf(evil)],
    notes: [],
    mergedInto: evil,
    followUps: [{ reference: evil, source }],
    otherwise: { site: evil, items: ["Complaints_Total_New" as ItemId], alsoKeptOutBy: [evil] },
    others: [],
  };
  return { ...one, others: (["excluded", "merged", "refused"] as const).map((fate) => ({ ...one, fate })) };
}

describe.each(EVIL.map((evil) => ({ evil, name: JSON.stringify(evil) })))("$name in a return.json", ({ evil }) => {
  test.each([
    ["a figure", (text: string) => figureOnScreen(figureOf(text), items, PLAIN, 1000)],
    ["a complaint", (text: string) => complaintOnScreen(complaintOf(text), { items, catalogue }, PLAIN, 1000)],
  ])("steers no terminal when %s is explained, and makes no line of its own", (_, said) => {
    expect(said(evil)).not.toMatch(STEERS);
    expect(said(evil).split("\n")).toHaveLength(said("E-01").split("\n").length);
  });

  test("stands in JSON as it is", () => {
    expect(JSON.parse(figureJson(figureOf(evil)))).toMatchObject({ site: evil, complaints: [{ reference: evil }] });
    expect(JSON.parse(complaintJson(complaintOf(evil)))).toMatchObject({ reference: evil, followUps: [{ reference: evil }] });
  });
});
