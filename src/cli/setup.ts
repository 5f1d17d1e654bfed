import type { MappingSheet } from "../domain/mapping.ts";
import { Refusal } from "../domain/problem.ts";
import type { Answers } from "../write/config-yaml.ts";
import { editionFor, editionOf } from "./editions.ts";
import { surveyed } from "./map.ts";
import type { Shell } from "./shell.ts";

export interface InitOptions {
  readonly org?: string;
  readonly orgName?: string;
  readonly period?: string;
  readonly source: string;
  readonly ods?: readonly string[];
  readonly out: string;
  readonly yes?: boolean;
  readonly force?: boolean;
}

export interface Setup {
  readonly answers: Answers;
  readonly exports: readonly string[];
  readonly ods: readonly string[];
  readonly sheet: MappingSheet | null;
}

/** Without questions: what was given, and defaults. */
export async function byDefault(given: readonly string[], options: InitOptions, shell: Shell): Promise<Setup> {
  const { org, orgName, ods = [] } = options;
  if (org === undefined || org === "all")
    throw new Refusal({ what: "Which organisation makes the return?", fix: "Give --org CODE, as in --org RZZ." });
  const period = options.period ?? (await editionFor(shell.root, null)).edition;
  const { book } = await editionOf(shell.root, period);
  const sheet = given.length === 0 ? null : await survey(given, org, period, ods, options, shell);
  const policies = Object.fromEntries(book.policyChoices.map((choice) => [choice.name, choice.default]));
  return {
    answers: { organisation: org, organisationName: orgName ?? null, period, sites: [], policies },
    exports: given,
    ods,
    sheet,
  };
}

/** What exports hold, to make the mapping sheet of. */
export function survey(
  files: readonly string[],
  org: string,
  period: string,
  ods: readonly string[],
  { source }: InitOptions,
  shell: Shell,
): Promise<MappingSheet> {
  return surveyed(files, { org, period, ods, source }, shell);
}
