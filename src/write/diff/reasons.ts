import type { Cause, ComplaintChange, Reason } from "../../domain/comparison.ts";
import type { ItemId } from "../../domain/item.ts";
import { labelOf } from "../report/labels.ts";
import { clean, listed } from "../report/text.ts";
import { type Names, sentence, settingWords } from "./names.ts";

/** Every reason why a complaint differs, a sentence each; then the rules that only one side has. */
export function reasonWords(change: ComplaintChange, names: Names): readonly string[] {
  const { reasons } = change;
  if (reasons.length === 0) return ["Its figures differ."];
  const said = reasons.map((reason) => sentence(`${saidOf(reason, names)}${becauseOf(reason)}`));
  return [...said, ...rulesOnOneSide(change, names)];
}

/** What was recorded, and when, the reasons say already. */
function rulesOnOneSide({ a, b }: ComplaintChange, { catalogue }: Names): readonly string[] {
  const ruleWords = (id: string): string => `“${catalogue.get(id)?.title ?? "a rule not known any more"}” [${clean(id)}]`;
  if (a?.fate !== "counted" || b?.fate !== "counted") return [];
  const telling = (rule: string): boolean => catalogue.get(rule)?.kind !== "timing" || catalogue.get(rule)?.severity !== "info";
  const only = (rules: readonly string[], other: readonly string[]): readonly string[] =>
    rules.filter((rule) => !other.includes(rule) && telling(rule)).map(ruleWords);
  const side = (rules: readonly string[], name: string): readonly string[] =>
    rules.length === 0 ? [] : [`${rules.length === 1 ? "rule" : "rules"} only in ${name}: ${listed(rules)}`];
  const words = [...side(only(a.rules, b.rules), "A"), ...side(only(b.rules, a.rules), "B")];
  return words.length === 0 ? [] : [sentence(words.join("; "))];
}

function saidOf(reason: Reason, { labels, sections, catalogue }: Names): string {
  const rule = (id: string): string => `“${catalogue.get(id)?.title ?? "a rule not known any more"}” [${clean(id)}]`;
  const item = (id: ItemId): string => labelOf(labels, id);
  switch (reason.kind) {
    case "presence":
      return reason.a ? "not in the export of B" : "not in the export of A";
    case "counting":
      if (reason.b === null) return `kept out in A by ${rule(reason.a ?? "")}, counts in B`;
      return `counts in A, kept out in B by ${rule(reason.b)}`;
    case "site":
      return `at ${clean(reason.a ?? "no site")} in A, at ${clean(reason.b ?? "no site")} in B`;
    case "arrival":
      return `${ARRIVALS[reason.a ?? "none"]} in A, ${ARRIVALS[reason.b ?? "none"]} in B`;
    case "outcome":
      return `${outcome(reason.a, item)} in A, ${outcome(reason.b, item)} in B`;
    case "aspects":
      return `${sections.get(reason.section) ?? "aspects"}: ${aspects(reason.a, reason.b, item)}`;
  }
}

function outcome(decided: ItemId | null, item: (id: ItemId) => string): string {
  return decided === null ? "open" : `resolved as ${item(decided)}`;
}

const ARRIVALS = { new: "new", "brought-forward": "brought forward", none: "neither new nor brought forward" } as const;

function aspects(a: readonly ItemId[], b: readonly ItemId[], item: (id: ItemId) => string): string {
  const only = (ids: readonly ItemId[], side: string): string => `${listed(ids.map(item))} in ${side}`;
  if (a.length === 0) return `${only(b, "B")} only`;
  if (b.length === 0) return `${only(a, "A")} only`;
  return `${only(a, "A")}, ${only(b, "B")}`;
}

function becauseOf({ kind, causes }: Reason): string {
  // That a record is not there says itself why.
  if (kind === "presence" && causes.every(isRecord)) return "";
  const words = causes.map(causeWords);
  if (words.length === 0) return "";
  if (words.length === 1) return `, because ${words.join("")}`;
  // All that the runs do not have in common is said once, above.
  if (words.length > 2)
    return causes.some(isRecord)
      ? ", because its record was changed, or because of what is said above"
      : ", because of what is said above";
  return `, because of one or more of these: ${words.join("; ")}`;
}

function isRecord({ kind }: Cause): boolean {
  return kind === "record";
}

function causeWords(cause: Cause): string {
  return cause.kind === "record" ? "its record was changed" : settingWords(cause);
}
