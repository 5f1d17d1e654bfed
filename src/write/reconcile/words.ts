import type { Assumption, Difference, Effect, Explanation, Reconciliation, Unread } from "../../domain/reconciliation.ts";
import type { RuleEntry } from "../../domain/rule.ts";
import { referencesInWords } from "../cite.ts";
import { signed } from "../diff/figures.ts";
import { clean, count, figure, listed, quote } from "../report/text.ts";

type Catalogue = ReadonlyMap<string, RuleEntry>;

/** References in brackets; report.json and explain name all of them. */
const REFERENCES = 6;

/** What is said of one difference, as sentences. */
export function differenceWords({ explained, rest, perhaps, elsewhere }: Difference): readonly string[] {
  const effects = listed(explained.map(effectWords));
  if (rest === 0) return [`It equals our figure ${effects}.`];
  const part = explained.length === 0 ? [] : [`Of our figure ${effects}, ${signed(rest)} is left.`];
  if (perhaps.length > 0)
    return [...part, `Perhaps ${explained.length === 0 ? "our figure" : "that"} ${perhaps.map(effectWords).join(", or ")}.`];
  if (elsewhere) return [...part, "The total of all sites agrees; only the sites differ."];
  return explained.length === 0 ? ["Our complaints do not explain it."] : part;
}

/** "plus the 2 kept out by withdrawn (C-1, C-2)" */
function effectWords({ assumption, change, references }: Effect): string {
  const size = Math.abs(change);
  const share = SHARES[assumption.kind](clean(assumption.rule), size === 1);
  return `${change < 0 ? "less" : "plus"} the ${figure(size)} ${share} (${referencesInWords(references, REFERENCES)})`;
}

const SHARES: Readonly<Record<Assumption["kind"], (rule: string, isOne: boolean) => string>> = {
  "counts-what-is-kept-out": (rule) => `kept out by ${rule}`,
  "leaves-out-what-counts": (rule, isOne) => `that ${isOne ? "counts" : "count"} by ${rule}`,
  "counts-rows": (_, isOne) => (isOne ? "further row of the same complaint" : "further rows of the same complaints"),
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

/** "20 figures of 78 differ: 14 explained, 5 perhaps, 1 not explained." */
export function reconciliationSummary({ compared, differences, theirs }: Reconciliation): string {
  const unread = isAllRead(theirs.unread) ? "" : " Some of theirs are not compared, as said above.";
  if (differences.length === 0) return `No difference: ${count(compared, "figure")} compared.${unread}`;
  const explained = differences.filter(({ rest }) => rest === 0).length;
  const perhaps = differences.filter(({ rest, perhaps: some, elsewhere }) => rest !== 0 && (some.length > 0 || elsewhere)).length;
  const parts = [
    [explained, "explained"],
    [perhaps, "perhaps"],
    [differences.length - explained - perhaps, "not explained"],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${figure(number)} ${words}`);
  return `${count(differences.length, "figure")} of ${figure(compared)} ${differences.length === 1 ? "differs" : "differ"}: ${said.join(", ")}.${unread}`;
}

/** What was not compared, so that nobody takes it for agreement; null when all was. */
export function unreadWords({ file, unread }: Reconciliation["theirs"]): string | null {
  if (isAllRead(unread)) return null;
  const rows =
    unread.rows.length === 0 ? [] : [`${unread.rows.length === 1 ? "row" : "rows"} ${listed(unread.rows.map(String), 12)}`];
  const columns = unread.columns.map(
    ({ name, heading }) => `column ${name}${clean(heading) === "" ? "" : ` (${quote(heading)})`}`,
  );
  return `Not compared, because the item, the site or the figure is not understood: ${listed([...rows, ...columns])} of ${clean(file)}.`;
}

function isAllRead({ rows, columns }: Unread): boolean {
  return rows.length + columns.length === 0;
}
