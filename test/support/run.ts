import type { LocalDate } from "../../src/domain/local-date.ts";
import type { Policies } from "../../src/domain/policy.ts";
import type { Register } from "../../src/domain/register.ts";
import { NO_SETTINGS, type Settings } from "../../src/domain/settings.ts";
import { sourcesFor } from "../../src/ingest/sources/index.ts";
import { refuseWithoutOrganisation } from "../../src/normalise/organisations.ts";
import { type Job, makeReturn, type Outcome } from "../../src/pipeline.ts";
import { type HashedExport, readInput } from "../../src/read-input.ts";
import { choosePolicies } from "../../src/rulebook/policies.ts";
import { catalogueOf } from "../../src/rules/catalogue.ts";
import type { Prior } from "../../src/rules/checks/prior.ts";
import { csvText, exportFile, type Row } from "./export-file.ts";
import { registerOf, TWO_SITES } from "./register.ts";
import { periodOf, ruleBook } from "./rule-book.ts";

/** What a run may choose; everything else is as plain as it can be. */
export interface Choices {
  /** The code of the organisation that returns. */
  readonly organisation?: string;
  readonly organisationName?: string;
  /** One return for each organisation: rows without one are refused. */
  readonly all?: boolean;
  readonly period?: string;
  readonly policies?: Readonly<Record<string, string>>;
  readonly register?: Register;
  readonly settings?: Partial<Settings>;
  /** As given to `--source`. */
  readonly source?: string;
  readonly activity?: Job["activity"];
  readonly prior?: Prior | null;
  readonly today?: string | null;
  readonly fill?: Job["fill"];
}

function jobOf({
  organisation = "RZZ",
  all = false,
  period = "2025-26",
  policies = {},
  register,
  settings = {},
  source = "auto",
  activity = null,
  prior = null,
  today = null,
  fill = null,
}: Choices = {}): Job {
  const book = ruleBook(period.slice(0, 7));
  return {
    organisation: all ? null : organisation,
    period: periodOf(period),
    policies: policiesOf(policies, period.slice(0, 7)),
    book,
    catalogue: catalogueOf(book),
    register: register ?? registerOf(TWO_SITES),
    settings: { ...NO_SETTINGS, ...settings },
    sources: sourcesFor(source),
    activity,
    prior,
    today: today as LocalDate | null,
    provenance: {
      engine: "ko41a test",
      config: null,
      mapping: null,
      registers: [],
      prior: null,
      template: { sha256: "", kind: "bundled" },
    },
    fill,
  };
}

export function policiesOf(chosen: Readonly<Record<string, string>>, edition = "2025-26"): Policies {
  const choices = Object.entries(chosen).map(([name, value]) => ({ name, value, where: "test" }));
  return choosePolicies(ruleBook(edition), choices);
}

/** Exports through the whole pipeline, as `generate` takes them. */
export async function runExports(exports: readonly HashedExport[], choices: Choices = {}): Promise<Outcome> {
  const job = jobOf(choices);
  const read = await readInput(exports, job, () => {});
  const code = choices.organisation ?? "RZZ";
  const input = choices.all === true ? refuseWithoutOrganisation(read) : read;
  return makeReturn(input, { code, name: choices.organisationName ?? "NHS foundation trust" }, job);
}

/** Rows as one CSV export through the whole pipeline. */
export async function runRows(rows: readonly Row[], choices: Choices = {}): Promise<Outcome> {
  return runExports([exportFile("export.csv", csvText(rows))], choices);
}
