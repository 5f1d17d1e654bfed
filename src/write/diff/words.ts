import type { Comparison, ComplaintChange, ReturnComparison, SiteChange, SumChange } from "../../domain/comparison.ts";
import { clean, count, figure, listed, quote } from "../report/text.ts";
import { untracedOf } from "./figures.ts";
import { type Names, sentence, settingWords } from "./names.ts";

export function sideWords(file: string, period: string | null): string {
  return period === null ? clean(file) : `${clean(file)}, ${clean(period)}`;
}

/** What says it all: "12 figures differ at 3 sites. Complaints: 2 came into the return, 1 went out of it." */
export function summaryOf({ returns, only }: Comparison): string {
  const changes = returns.flatMap((one) => one.changes);
  const sites = returns.flatMap(({ organisation, level, changes: own }) =>
    level === "organisation" ? [] : own.map(({ site }) => `${organisation.code} ${site}`),
  );
  const moves = returns.flatMap((one) => one.complaints);
  const kinds = (["entered", "left", "moved", "changed"] as const).flatMap((kind) => {
    const number = moves.filter((one) => one.kind === kind).length;
    const said = kind === "changed" && number > 1 ? "count differently" : KINDS[kind];
    return number === 0 ? [] : [`${figure(number)} ${said}`];
  });
  const complaints = kinds.length === 0 ? "" : ` Complaints: ${kinds.join(", ")}.`;
  const lone = only.a.length + only.b.length;
  const strangers = lone === 0 ? "" : ` ${count(lone, "return")} in one file only.`;
  const where = sites.length === 0 ? "" : ` at ${count(new Set(sites).size, "site")}`;
  const figures =
    changes.length > 0
      ? `${count(changes.length, "figure")} ${changes.length === 1 ? "differs" : "differ"}${where}.`
      : kinds.length > 0
        ? "Every figure is the same, but not of the same complaints."
        : "No difference: every figure is the same.";
  return `${figures}${complaints}${strangers}`;
}

/** What became of a complaint, from A to B. */
export const KINDS: Readonly<Record<ComplaintChange["kind"], string>> = {
  entered: "came into the return",
  left: "went out of it",
  moved: "moved",
  changed: "counts differently",
};

function siteChangeWords({ kind, code, a, b, perhaps }: SiteChange, organisation: string): string {
  const whole = code === organisation ? "the row under the organisation's own code " : "site ";
  const name = (words: string | null): string =>
    words === null || words === code || code === organisation ? "" : ` ${clean(words)}`;
  const same = perhaps === null ? "" : `; ${clean(perhaps)} has the same name`;
  switch (kind) {
    case "new":
      return `${whole}${clean(code)}${name(b)} is only in B${same}`;
    case "closed":
      return `${whole}${clean(code)}${name(a)} is only in A${same}`;
    case "renamed":
      return `${whole}${clean(code)} is ${quote(a ?? "")} in A and ${quote(b ?? "")} in B`;
  }
}

/** The site of a figure; a figure of the organisation as a whole is not that of the row under its code. */
export function siteWords(site: string, { level }: ReturnComparison): string {
  return level === "organisation" ? ALL_SITES : clean(site);
}

/** What the lines for all sites together are called. */
export const ALL_SITES = "All sites";

/** The figures of section 2 that differ over all sites together. */
export function sumsShown({ sums }: ReturnComparison, { headlines }: Names): readonly SumChange[] {
  return sums.filter(({ item }) => headlines.has(item));
}

/** Where a complaint stands on the two sides. */
export function whereWords({ a, b }: ComplaintChange): string {
  const [was, is] = [a?.site ?? null, b?.site ?? null].map((site) => (site === null ? null : clean(site)));
  if (was === null || was === undefined) return is ?? "";
  return is === null || is === undefined || was === is ? was : `${was} → ${is}`;
}

/** What is worth knowing before the figures. */
export function notesOn(compared: ReturnComparison, { labels }: Names): readonly string[] {
  const { organisation, level, traced, settings, sites, periods, changes } = compared;
  const untraced = traced ? changes.filter((change) => untracedOf(change) !== 0) : [];
  const named = untraced.map((change) => `${clean(change.site)} ${labels.get(change.item) ?? change.item}`);
  return [
    ...(periods.a !== periods.b && settings.every(({ what }) => what !== "period")
      ? [`the period is ${clean(periods.a ?? "not said")} in A and ${clean(periods.b ?? "not said")} in B`]
      : []),
    ...settings.map(settingWords),
    ...exportWords(compared),
    ...sites.map((site) => siteChangeWords(site, organisation.code)),
    ...(level === "organisation" ? ["compared for the organisation as a whole, because one side has no sites"] : []),
    ...(named.length > 0
      ? [`somebody has changed a figure in one of the files, which its complaints do not account for: ${listed(named)}`]
      : []),
    ...(compared.complaints.length > 0
      ? ["a figure that is the same is not listed, even where other complaints are behind it"]
      : []),
    ...(traced ? [] : ["complaints are not compared, because only a return.json names them"]),
  ].map(sentence);
}

function exportWords({ inputs }: ReturnComparison): readonly string[] {
  if (inputs === null || inputs.same) return [];
  const [a, b] = [inputs.a, inputs.b].map((files) => files.map(clean).join(" + "));
  return [a === b ? `the export ${a} is not the same file in A and B` : `the export is ${a} in A and ${b} in B`];
}
