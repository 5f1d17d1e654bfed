import type {
  Cause,
  Comparison,
  ComplaintChange,
  FigureChange,
  Reason,
  ReturnComparison,
  Setting,
  SiteChange,
} from "../../domain/comparison.ts";
import type { Item, ItemId } from "../../domain/item.ts";
import type { RuleEntry } from "../../domain/rule.ts";
import { type ItemLabels, itemLabels, labelOf } from "../report/labels.ts";
import { clean, count, figure, listed, quote } from "../report/text.ts";

/** What sentences about a comparison need to name things by. */
export interface Names {
  readonly labels: ItemLabels;
  readonly sections: ReadonlyMap<number, string>;
  readonly catalogue: ReadonlyMap<string, RuleEntry>;
}

export function namesOf(items: readonly Item[], catalogue: Names["catalogue"]): Names {
  return {
    labels: itemLabels(items),
    sections: new Map(items.map(({ section, sectionName }) => [section, sectionName])),
    catalogue,
  };
}

/** "+4", "-2"; nothing where a figure is blank. */
export function changeOf({ a, b }: FigureChange): string {
  return a === null || b === null ? "" : signed(b - a);
}

/** A figure with its sign, as a change. */
export function signed(change: number): string {
  return `${change < 0 ? "-" : "+"}${figure(Math.abs(change))}`;
}

/** "+8.3%"; nothing where there was no figure to change. */
export function percentOf({ a, b }: FigureChange): string {
  const share = shareOf({ a, b });
  return share === null ? "" : `${share < 0 ? "-" : "+"}${figure(Math.abs(share))}%`;
}

/** The change in per cent of `a`, to one decimal; null where `a` is 0 or a figure is blank. */
export function shareOf({ a, b }: Pick<FigureChange, "a" | "b">): number | null {
  if (a === null || b === null || a === 0) return null;
  return Math.round(((b - a) / Math.abs(a)) * 1000) / 10;
}

export function figureWords(value: number | null): string {
  return value === null ? "blank" : figure(value);
}

export function sideWords(file: string, period: string | null): string {
  return period === null ? clean(file) : `${clean(file)}, ${clean(period)}`;
}

/** One line that says it all: "12 figures differ at 3 sites. 2 complaints entered, 1 left." */
export function summaryOf({ returns, only }: Comparison): string {
  const changes = returns.flatMap((one) => one.changes);
  const sites = new Set(
    returns.flatMap(({ organisation, changes: own }) => own.map(({ site }) => `${organisation.code} ${site}`)),
  ).size;
  const moves = returns.flatMap((one) => one.complaints);
  const kinds = (["entered", "left", "moved", "changed"] as const).flatMap((kind) => {
    const number = moves.filter((one) => one.kind === kind).length;
    return number === 0 ? [] : [MOVES[kind](number)];
  });
  const lone = only.a.length + only.b.length;
  const strangers = lone === 0 ? "" : ` ${count(lone, "organisation")} in one file only.`;
  const complaints = kinds.length === 0 ? "" : ` ${listed(kinds)}.`;
  if (changes.length === 0 && complaints === "") return `No difference: every figure is the same.${strangers}`;
  if (changes.length === 0) return `Every figure is the same, but not of the same complaints.${complaints}${strangers}`;
  return `${count(changes.length, "figure")} ${changes.length === 1 ? "differs" : "differ"} at ${count(sites, "site")}.${complaints}${strangers}`;
}

const MOVES: Readonly<Record<ComplaintChange["kind"], (number: number) => string>> = {
  entered: (number) => `${count(number, "complaint")} entered`,
  left: (number) => `${figure(number)} left`,
  moved: (number) => `${figure(number)} moved`,
  changed: (number) => `${figure(number)} ${number === 1 ? "counts" : "count"} otherwise`,
};

function siteChangeWords({ kind, code, a, b, perhaps }: SiteChange): string {
  const name = (words: string | null): string => (words === null || words === code ? "" : ` ${clean(words)}`);
  const same = perhaps === null ? "" : `; ${clean(perhaps)} has the same name`;
  switch (kind) {
    case "new":
      return `${clean(code)}${name(b)} is only in B${same}`;
    case "closed":
      return `${clean(code)}${name(a)} is only in A${same}`;
    case "renamed":
      return `${clean(code)} is ${quote(a ?? "")} in A and ${quote(b ?? "")} in B`;
  }
}

const SETTINGS: Readonly<Record<Setting["what"], string>> = {
  period: "the period",
  edition: "the rule book",
  mapping: "the mapping sheet",
  config: "ko41a.yaml",
  register: "the ODS files",
  program: "the program",
  policy: "policy",
};

/** "policy withdrawn: exclude in A, not-upheld in B" */
function settingWords({ what, name, a, b }: Setting): string {
  const side = (value: string | null): string => (value === null ? "none" : clean(value));
  const subject = `${SETTINGS[what]}${name === "" ? "" : ` ${name}`}`;
  if (a === b) return `${subject}: ${side(a)}, which was changed`;
  return `${subject}: ${side(a)} in A, ${side(b)} in B`;
}

/** Where a complaint stands on the two sides. */
export function whereWords({ a, b }: ComplaintChange): string {
  const [was, is] = [a?.site ?? null, b?.site ?? null].map((site) => (site === null ? null : clean(site)));
  if (was === null || was === undefined) return is ?? "";
  return is === null || is === undefined || was === is ? was : `${was} → ${is}`;
}

/** Every reason why a complaint differs, as a sentence each. */
export function reasonWords({ reasons }: ComplaintChange, names: Names): readonly string[] {
  if (reasons.length === 0) return ["Its figures differ."];
  return reasons.map((reason) => {
    const said = saidOf(reason, names);
    return sentence(`${said}${becauseOf(reason)}`);
  });
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function saidOf(reason: Reason, { labels, sections, catalogue }: Names): string {
  const rule = (id: string): string => `rule ${clean(id)} (${catalogue.get(id)?.title ?? "not known any more"})`;
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
      if (reason.a === null) return `outcome recorded: ${item(reason.b as ItemId)} in B, open in A`;
      if (reason.b === null) return `no outcome any more: open in B, ${item(reason.a)} in A`;
      return `outcome changed: ${item(reason.a)} in A, ${item(reason.b)} in B`;
    case "aspects":
      return `${sections.get(reason.section) ?? "aspects"}: ${aspects(reason.a, reason.b, item)}`;
  }
}

const ARRIVALS = { new: "new", "brought-forward": "brought forward", none: "neither new nor brought forward" } as const;

function aspects(a: readonly ItemId[], b: readonly ItemId[], item: (id: ItemId) => string): string {
  const only = (ids: readonly ItemId[], side: string): string => `${listed(ids.map(item))} in ${side}`;
  if (a.length === 0) return `also ${only(b, "B")}`;
  if (b.length === 0) return `also ${only(a, "A")}`;
  return `${only(a, "A")}, ${only(b, "B")}`;
}

function becauseOf({ kind, causes }: Reason): string {
  // That a record is not there says itself why.
  if (kind === "presence" && causes.every((cause) => cause.kind === "record")) return "";
  const [first, ...more] = causes.map(causeWords);
  if (first === undefined) return "";
  if (more.length === 0) return `, because of ${first}`;
  return `, because of one of these: ${listed([first, ...more], Number.POSITIVE_INFINITY)}`;
}

function causeWords(cause: Cause): string {
  return cause.kind === "record" ? "the record in the export" : settingWords(cause);
}

/** What is worth knowing before the figures: how the two were made. */
export function notesOn({ level, traced, settings, inputs, sites, periods }: ReturnComparison): readonly string[] {
  return [
    ...(periods.a !== periods.b && settings.every(({ what }) => what !== "period")
      ? [`the period: ${clean(periods.a ?? "not said")} in A, ${clean(periods.b ?? "not said")} in B`]
      : []),
    ...settings.map(settingWords),
    ...(inputs !== null && inputs.a.join() !== inputs.b.join()
      ? [`the exports: ${listed(inputs.a.map(clean))} in A, ${listed(inputs.b.map(clean))} in B`]
      : []),
    ...sites.map(siteChangeWords),
    ...(level === "organisation" ? ["compared for the organisation as a whole, because one side has no sites"] : []),
    ...(traced ? [] : ["complaints are not compared, because only a return.json names them"]),
  ].map(sentence);
}
