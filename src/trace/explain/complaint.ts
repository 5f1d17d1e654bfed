import type { ComplaintExplanation } from "../../domain/explanation.ts";
import { partsOfTotals } from "../../domain/parts-of-totals.ts";
import type { TracedReturn } from "../../domain/read-return.ts";
import type { TracedComplaint } from "../../domain/return.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import { aboutOf } from "./about.ts";
import { type Catalogue, rulesInto, ruleUses } from "./rules.ts";

/** Every figure a complaint is in and every rule that decided about it; `records` has all that stand under its reference. */
export function explainComplaint(
  given: TracedReturn,
  records: readonly [TracedComplaint, ...TracedComplaint[]],
  book: RuleBook,
  catalogue: Catalogue,
): ComplaintExplanation {
  const [first, ...others] = records;
  const { reference } = first;
  const followUps = given.complaints.filter((one) => one.mergedInto === reference && !records.includes(one));
  return {
    ...explainRecord(given, first, book, catalogue),
    followUps: followUps.map((one) => ({ reference: one.reference, source: one.source })),
    others: others.map((one) => explainRecord(given, one, book, catalogue)),
  };
}

function explainRecord(
  given: TracedReturn,
  { reference, fate, site, items, rules, source, mergedInto, notes, otherwise }: TracedComplaint,
  book: RuleBook,
  catalogue: Catalogue,
): ComplaintExplanation {
  const row = given.rows.find(({ siteCode }) => siteCode === site);
  const isIn = new Set(partsOfTotals(book).withTotals(items));
  return {
    kind: "complaint",
    about: aboutOf(given),
    reference,
    fate,
    site: site === null ? null : { code: site, name: row?.siteName ?? site },
    source,
    figures: book.items
      .filter(({ id }) => isIn.has(id))
      .map((item) => ({ item, rules: items.includes(item.id) ? rulesInto(item, rules, catalogue) : [] })),
    rules: ruleUses([rules], catalogue, book, given.made),
    notes: ruleUses([notes ?? []], catalogue, book, given.made),
    mergedInto: mergedInto ?? null,
    followUps: [],
    otherwise: otherwise ?? null,
    others: [],
  };
}
