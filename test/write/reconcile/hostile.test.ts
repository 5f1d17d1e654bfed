import { describe, expect, test } from "vitest";
import type { Reconciliation } from "../../../src/domain/reconciliation.ts";
import { reconciliationOnScreen } from "../../../src/write/reconcile/console.ts";
import { reconciliationMarkdown } from "../../../src/write/reconcile/markdown.ts";
import { ruleBook } from "../../support/rule-book.ts";
import { activeMarkdown, EVIL, STEERS } from "../hostile.ts";
import { differenceOf, reconciliationOf } from "./sample.ts";

const PLAIN = Object.fromEntries(
  ["red", "yellow", "green", "cyan", "bold", "dim"].map((name) => [name, (text: string) => text]),
) as unknown as Parameters<typeof reconciliationOnScreen>[2];

const wicked = (evil: string): Reconciliation => {
  const assumption = { kind: "counts-what-is-kept-out", rule: evil } as const;
  const effect = { assumption, also: [], change: 1, references: [evil, evil] };
  return reconciliationOf({
    ours: { file: evil, organisation: { code: evil, name: `${evil}2` }, period: evil, changed: [evil] },
    theirs: { file: evil, kind: "table", unread: { rows: [3], columns: [{ name: "D", heading: evil }] } },
    differences: [differenceOf({ site: evil, explained: [effect], perhaps: [effect] })],
    explanations: [{ assumptions: [assumption], explains: 1 }],
  });
};

describe.each(EVIL.map((evil) => ({ evil, name: JSON.stringify(evil) })))(
  "$name in references, sites, rules and files",
  ({ evil }) => {
    test("steers no terminal", () => {
      expect(reconciliationOnScreen(wicked(evil), ruleBook().items, PLAIN, 100)).not.toMatch(STEERS);
    });

    test("makes no table, link, tag or mention in Markdown", () => {
      const markdown = reconciliationMarkdown(wicked(evil), ruleBook().items);
      expect(markdown).not.toMatch(STEERS);
      expect(activeMarkdown(markdown)).toEqual([]);
      const shape = (text: string) => text.split("\n").map((line) => line.replace(/\\./g, "").split("|").length);
      expect(shape(markdown)).toEqual(shape(reconciliationMarkdown(wicked("E-01"), ruleBook().items)));
    });
  },
);
