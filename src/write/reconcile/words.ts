import type { Assumption, Difference, Effect, Explanation, Reconciliation } from "../../domain/reconciliation.ts";
import type { RuleEntry } from "../../domain/rule.ts";
import { clean, count, figure, listed } from "../report/text.ts";

type Catalogue = ReadonlyMap<string, RuleEntry>;

/** "complaints kept out by rule withdrawn (Withdrawn) are counted" */
function assumptionWords({ kind, rule }: Assumption, catalogue: Catalogue): string {
  const named = `rule ${clean(rule)} (${catalogue.get(rule)?.title ?? "not known any more"})`;
  switch (kind) {
    case "counts-what-is-kept-out":
      return `complaints kept out by ${named} are counted`;
    case "leaves-out-what-counts":
      return `complaints that count by ${named} are left out`;
    case "counts-rows":
      return "every row is counted, also further rows of one complaint";
    case "resolves-without-outcome":
      return `complaints kept open by ${named} are counted as resolved`;
  }
}

/** "our figure plus the 7 withdrawn" as far as it goes. */
function effectWords({ assumption, change, references }: Effect, catalogue: Catalogue): string {
  return `${change < 0 ? "less" : "plus"} ${figure(Math.abs(change))} if ${assumptionWords(assumption, catalogue)} (${listed(references.map(clean), 6)})`;
}

/** What is said of one difference. */
export function differenceWords({ explained, rest, perhaps, elsewhere }: Difference, catalogue: Catalogue): readonly string[] {
  return [
    ...explained.map((effect) => `Explained: ${effectWords(effect, catalogue)}.`),
    ...(rest !== 0 ? perhaps.map((effect) => `Perhaps: ${effectWords(effect, catalogue)}.`) : []),
    ...(rest !== 0 && elsewhere ? ["Over all sites the two agree: these complaints stand at other sites."] : []),
    ...(rest !== 0 && perhaps.length === 0 && !elsewhere
      ? [`Not explained: ${rest < 0 ? "-" : "+"}${figure(Math.abs(rest))}.`]
      : []),
  ];
}

/** What most of the differences have in common. */
export function explanationWords({ assumptions, explains, breaks }: Explanation, catalogue: Catalogue): string {
  const broken = breaks === 0 ? "" : `, but would part ${count(breaks, "figure")} that ${breaks === 1 ? "agrees" : "agree"}`;
  return `It counts as we do, except that ${listed(assumptions.map((one) => assumptionWords(one, catalogue)))}: that explains ${count(explains, "difference")}${broken}.`;
}

export function reconciliationSummary({ compared, differences }: Reconciliation): string {
  const open = differences.filter(({ rest }) => rest !== 0).length;
  if (compared === 0) return "No figure is in both.";
  if (differences.length === 0) return `No difference: ${count(compared, "figure")} compared.`;
  const settled = differences.length - open;
  const rest =
    open === 0
      ? "all explained"
      : settled === 0
        ? "none explained for certain"
        : `${figure(settled)} explained, ${figure(open)} left`;
  return `${count(differences.length, "figure")} of ${figure(compared)} ${differences.length === 1 ? "differs" : "differ"}: ${rest}.`;
}

export function unreadWords(unread: readonly number[]): string {
  return `Rows without a known item, site or figure were passed over: ${listed(unread.map(String), 12)}.`;
}
