import type { Assumption, Difference, Effect, Explanation, Reconciliation } from "../../domain/reconciliation.ts";
import type { RuleEntry } from "../../domain/rule.ts";
import { signed } from "../diff/words.ts";
import { clean, count, figure, listed } from "../report/text.ts";

type Catalogue = ReadonlyMap<string, RuleEntry>;

/** References in brackets; report.json and explain name all of them. */
const REFERENCES = 6;

/** What is said of one difference, as sentences. */
export function differenceWords({ explained, rest, perhaps, elsewhere }: Difference): readonly string[] {
  const known =
    explained.length === 0
      ? []
      : [`It equals our figure ${listed(explained.map(effectWords))}${rest === 0 ? "" : `, and ${signed(rest)}`}.`];
  if (rest === 0) return known;
  if (perhaps.length > 0)
    return [...known, `Perhaps ${explained.length === 0 ? "our figure" : "that is"} ${perhaps.map(effectWords).join(", or ")}.`];
  if (elsewhere) return [...known, "Over all sites the two agree: these complaints stand at other sites."];
  return [...known, "Our complaints do not explain it."];
}

/** "plus the 2 kept out by withdrawn (C-1 and C-2)" */
function effectWords({ assumption, change, references }: Effect): string {
  const size = figure(Math.abs(change));
  const named = listed(references.map(clean), REFERENCES);
  return `${change < 0 ? "less" : "plus"} the ${size} ${SHARES[assumption.kind](clean(assumption.rule))} (${named})`;
}

const SHARES: Readonly<Record<Assumption["kind"], (rule: string) => string>> = {
  "counts-what-is-kept-out": (rule) => `kept out by ${rule}`,
  "leaves-out-what-counts": (rule) => `that count by ${rule}`,
  "counts-rows": () => "further rows of the same complaints",
  "resolves-without-outcome": (rule) => `kept open by ${rule}`,
};

/** What most of the differences have in common. */
export function explanationWords({ assumptions, explains, breaks }: Explanation, catalogue: Catalogue): string {
  const broken = breaks === 0 ? "" : `, but parts ${count(breaks, "figure")} that ${breaks === 1 ? "agrees" : "agree"}`;
  const ways = assumptions.map(({ kind, rule }) =>
    WAYS[kind](`rule ${clean(rule)} (${catalogue.get(rule)?.title ?? "not known any more"})`),
  );
  return `It counts as we do, but ${listed(ways)}: that explains ${count(explains, "difference")}${broken}.`;
}

const WAYS: Readonly<Record<Assumption["kind"], (rule: string) => string>> = {
  "counts-what-is-kept-out": (rule) => `with the complaints kept out by ${rule}`,
  "leaves-out-what-counts": (rule) => `without the complaints that count by ${rule}`,
  "counts-rows": () => "row by row, also further rows of the same complaint",
  "resolves-without-outcome": (rule) => `as resolved what stays open by ${rule}`,
};

export function reconciliationSummary({ compared, differences }: Reconciliation): string {
  const open = differences.filter(({ rest }) => rest !== 0).length;
  if (compared === 0) return "No figure is in both.";
  if (differences.length === 0) return `No difference: ${count(compared, "figure")} compared.`;
  const settled = differences.length - open;
  const rest =
    open === 0
      ? "explained"
      : settled === 0
        ? "not explained for certain"
        : `${figure(settled)} explained, ${figure(open)} not explained for certain`;
  return `${count(differences.length, "figure")} of ${figure(compared)} ${differences.length === 1 ? "differs" : "differ"}: ${rest}.`;
}

export function unreadWords(unread: readonly number[]): string {
  return `Rows without a known item, site or figure were passed over: ${listed(unread.map(String), 12)}.`;
}
