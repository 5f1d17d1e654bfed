import type { Report } from "../../../domain/report.ts";
import type { RuleEntry, Severity } from "../../../domain/rule.ts";
import { cite } from "../../cite.ts";
import { plain } from "../../markdown.ts";
import { type FormatOptions, titleOf } from "../formats.ts";
import { clean } from "../text.ts";

export const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** The rules that a report names, and how its results name them. */
export interface Rules {
  readonly descriptors: readonly object[];
  readonly referenceTo: (rule: string) => { readonly id: string; readonly index: number };
  readonly titleOf: (rule: string) => string;
}

export function rulesOf(report: Report, options: FormatOptions): Rules {
  const named = new Set([...report.rules.map(({ id }) => id), ...report.findings.map(({ rule }) => rule)]);
  const known = [...options.catalogue.keys()].filter((id) => named.has(id));
  const entries = new Map<string, RuleEntry | null>();
  for (const id of [...known, ...named]) if (!entries.has(idOf(id))) entries.set(idOf(id), options.catalogue.get(id) ?? null);
  const indexes = new Map([...entries.keys()].map((id, index) => [id, index]));
  return {
    descriptors: [...entries].map(([id, entry]) => (entry === null ? { id } : descriptor(id, entry))),
    referenceTo: (rule) => ({ id: idOf(rule), index: indexes.get(idOf(rule)) ?? -1 }),
    titleOf: (rule) => titleOf(rule, options),
  };
}

/** Ids are compared by what is left of them when they are clean, so that no two are the same. */
function idOf(rule: string): string {
  return clean(rule) || "unnamed";
}

function descriptor(id: string, { kind, severity, title, why, effect, otherwise, source }: RuleEntry): object {
  const help = [
    effect,
    ...(otherwise === undefined ? [] : [`It would count otherwise if ${otherwise}`]),
    `Source: ${cite(source)}`,
  ]
    .map(clean)
    .filter((part) => part !== "");
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: clean(title) },
    fullDescription: { text: clean(why) },
    help: { text: help.join("\n\n"), markdown: help.map(plain).join("\n\n") },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ["ko41a", kind], kind },
  };
}

function pascalCase(id: string): string {
  return id
    .split(/[^\p{L}\p{N}]+/u)
    .map((part) => `${part.slice(0, 1).toUpperCase()}${part.slice(1)}`)
    .join("");
}
