import type { Assumption, Difference, Effect, Explanation, Reconciliation } from "../../domain/reconciliation.ts";
import type { RuleEntry } from "../../domain/rule.ts";
import { referencesInWords } from "../cite.ts";
import { signed } from "../diff/figures.ts";
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
  if (elsewhere) return [...known, "The total of all sites agrees; only the sites differ."];
  return [...known, "Our complaints do not explain it."];
}

/** "plus the 2 kept out by withdrawn (C-1 and C-2)" */
function effectWords({ assumption, change, references }: Effect): string {
  const size = figure(Math.abs(change));
  const named = referencesInWords(references, REFERENCES);
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
  const broken =
    breaks === 0 ? "" : `, but ${count(breaks, "figure")} that ${breaks === 1 ? "agrees" : "agree"} now would differ`;
  const ways = assumptions.map(({ kind, rule }) =>
    WAYS[kind](`rule ${clean(rule)} (${catalogue.get(rule)?.title ?? "not known any more"})`),
  );
  return `Theirs counts as ours does, but ${listed(ways)}: that explains ${count(explains, "difference")}${broken}.`;
}

const WAYS: Readonly<Record<Assumption["kind"], (rule: string) => string>> = {
  "counts-what-is-kept-out": (rule) => `with the complaints kept out by ${rule}`,
  "leaves-out-what-counts": (rule) => `without the complaints that count by ${rule}`,
  "counts-rows": () => "row by row, also further rows of the same complaint",
  "resolves-without-outcome": (rule) => `as resolved what stays open by ${rule}`,
};

/** Differences of which the same is to be said, in the order in which they come. */
export function groupedDifferences(
  differences: readonly Difference[],
): readonly { readonly says: readonly string[]; readonly of: readonly Difference[] }[] {
  const groups = new Map<string, { says: readonly string[]; of: Difference[] }>();
  for (const one of differences) {
    const says = differenceWords(one);
    const key = says.join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { says, of: [one] });
    else group.of.push(one);
  }
  return [...groups.values()];
}

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

export function unreadWords({ file, unread }: Reconciliation["theirs"]): string {
  return `Rows of ${clean(file)} without a known item, site or figure were passed over: ${listed(unread.map(String), 12)}.`;
}
