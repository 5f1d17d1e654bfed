import type { Assumption, Difference, Effect, Explanation, Reconciliation, Unread } from "../../domain/reconciliation.ts";
import { referencesInWords } from "../cite.ts";
import { signed } from "../diff/figures.ts";
import { clean, count, figure, listed, quote } from "../report/text.ts";

/** References in brackets; report.json and explain name all of them. */
const REFERENCES = 6;
/** Ways that are told of one figure, and of the whole; so many more prove nothing. */
export const MOST_WAYS = 5;

/** What is said of one difference, as sentences; `isTie`: several ways would explain them, and none was chosen. */
export function differenceWords({ explained, rest, perhaps, elsewhere }: Difference, isTie: boolean): readonly string[] {
  const effects = listed(explained.map(effectWords));
  if (rest === 0) return [`It equals our figure ${effects}.`];
  const part = explained.length === 0 ? [] : [`Our figure ${effects} leaves ${signed(rest)}.`];
  if (perhaps.length > 0)
    return [...part, `Perhaps ${explained.length === 0 ? "our figure" : "that"} ${anyOf(perhaps.map(effectWords))}.`];
  if (elsewhere) return [...part, "The total of all sites agrees; only the sites differ."];
  if (isTie) return ["One of the ways above may explain it."];
  return explained.length === 0 ? ["Our complaints do not explain it."] : part;
}

function anyOf(ways: readonly string[]): string {
  const more = ways.length - MOST_WAYS;
  return `${ways.slice(0, MOST_WAYS).join(", or ")}${more > 0 ? `, or in ${count(more, "other way")}` : ""}`;
}

/** "plus the 2 kept out by withdrawn (C-1, C-2)" */
function effectWords({ assumption, also, change, references }: Effect): string {
  const size = Math.abs(change);
  const share = SHARES[assumption.kind](listed([assumption.rule, ...also].map(clean)), size === 1);
  return `${change < 0 ? "less" : "plus"} the ${figure(size)} ${share} (${referencesInWords(references, REFERENCES)})`;
}

const SHARES: Readonly<Record<Assumption["kind"], (rule: string, isOne: boolean) => string>> = {
  "counts-what-is-kept-out": (rule) => `kept out by ${rule}`,
  "leaves-out-what-counts": (rule, isOne) => `that ${isOne ? "counts" : "count"} by ${rule}`,
  "counts-rows": (_, isOne) => (isOne ? "further row of the same complaint" : "further rows of the same complaints"),
  "resolves-without-outcome": (rule) => `kept open by ${rule}`,
};

/** What most of the differences have in common. */
export function explanationWords({ assumptions, explains }: Explanation): string {
  const kinds = new Map<Assumption["kind"], string[]>();
  for (const { kind, rule } of assumptions) kinds.set(kind, [...(kinds.get(kind) ?? []), clean(rule)]);
  const ways = [...kinds].map(([kind, rules]) => WAYS[kind](listed(rules)));
  return `Theirs counts as ours does, but ${listed(ways)}: that explains ${count(explains, "difference")}.`;
}

const WAYS: Readonly<Record<Assumption["kind"], (rules: string) => string>> = {
  "counts-what-is-kept-out": (rules) => `with the complaints kept out by ${rules}`,
  "leaves-out-what-counts": (rules) => `without the complaints that count by ${rules}`,
  "counts-rows": () => "row by row, also further rows of the same complaint",
  "resolves-without-outcome": (rules) => `with what stays open by ${rules} as resolved`,
};

/** There are ways that would explain the differences, and none was chosen. */
export function isOpen({ explanations, differences }: Reconciliation): boolean {
  return explanations.length > 0 && differences.every(({ explained }) => explained.length === 0);
}

/** Differences of which the same is to be said, in the order in which they come. */
export function groupedDifferences(
  reconciled: Reconciliation,
): readonly { readonly says: readonly string[]; readonly of: readonly Difference[] }[] {
  const groups = new Map<string, { says: readonly string[]; of: Difference[] }>();
  for (const one of reconciled.differences) {
    const says = differenceWords(one, isOpen(reconciled));
    const key = says.join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { says, of: [one] });
    else group.of.push(one);
  }
  return [...groups.values()];
}

/** "20 figures of 78 differ: 14 explained, 5 perhaps, 1 not explained." */
export function reconciliationSummary({ compared, differences, theirs }: Reconciliation): string {
  const unread = isAllRead(theirs.unread) ? "" : " Some of theirs are not compared.";
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

/** That our own file cannot be trusted; null when it can. */
export function changedWords({ file, changed }: Reconciliation["ours"]): string | null {
  if (changed.length === 0) return null;
  return `Somebody has changed ${clean(file)}: ${count(changed.length, "figure")} ${changed.length === 1 ? "is" : "are"} not what its complaints add up to (${listed(changed.map(clean), 3)}). Make it again with ko41a generate.`;
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
