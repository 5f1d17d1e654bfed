import type { ComplaintExplanation, FigureExplanation, RuleUse } from "../../domain/explanation.ts";
import { itemJson } from "../item-json.ts";

/** `ko41a-explain/1` of a figure: `complaints` has one entry for each count, so their number is the figure. */
export function figureJson(explained: FigureExplanation): string {
  const { kind, about, item, site, figure, counts, complaints, sites, parts, rules } = explained;
  return printed({
    schema: "ko41a-explain/1",
    kind,
    ...about,
    item: itemJson(item),
    site: site?.code ?? null,
    siteName: site?.name ?? null,
    figure,
    distinctComplaints: complaints,
    untraced: figure - counts.length,
    sites,
    parts: parts.map((part) => ({ item: part.item.id, number: part.item.number, label: part.item.label, figure: part.figure })),
    rules: rules.map(ruleJson),
    complaints: counts,
  });
}

/** `ko41a-explain/1` of a complaint. */
export function complaintJson(explained: ComplaintExplanation): string {
  const { about, ...record } = explained;
  return printed({
    schema: "ko41a-explain/1",
    kind: record.kind,
    ...about,
    ...recordJson(record),
    others: record.others.map(recordJson),
  });
}

function recordJson({
  reference,
  fate,
  site,
  source,
  figures,
  rules,
  notes,
  mergedInto,
  followUps,
  otherwise,
}: Omit<ComplaintExplanation, "about">) {
  return {
    reference,
    fate,
    site: site?.code ?? null,
    siteName: site?.name ?? null,
    source,
    figures: figures.map(({ item, rules: own }) => ({
      ...itemJson(item),
      rules: own,
    })),
    rules: rules.map(ruleJson),
    notes: notes.map(ruleJson),
    mergedInto,
    followUps,
    otherwise,
  };
}

function ruleJson({ rule: { id, title, why, effect, otherwise, source }, counts, policy }: RuleUse) {
  return { id, title, why, effect, otherwise: otherwise ?? null, source, policy, counts };
}

function printed(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
