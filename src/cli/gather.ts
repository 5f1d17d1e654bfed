import { isoDate, type LocalDate } from "../domain/local-date.ts";
import { type Problem, Refusal } from "../domain/problem.ts";
import { NO_SETTINGS, type Settings } from "../domain/settings.ts";
import { readDelimited } from "../ingest/csv.ts";
import { kindOf } from "../ingest/kind.ts";
import { decodeText } from "../ingest/text.ts";
import type { HashedExport, Job } from "../pipeline.ts";
import { readRegister } from "../register/read-register.ts";
import { choosePolicies } from "../rulebook/policies.ts";
import { catalogueOf } from "../rules/catalogue.ts";
import { checkAcceptances } from "../rules/checks/acceptances.ts";
import { editionOf } from "./editions.ts";
import { type ReadFile, readInputFiles, sha256 } from "./files.ts";
import type { GenerateOptions } from "./options.ts";
import { readTemplate } from "./outputs.ts";

/** Everything a run of generate needs, read and checked before anything is counted. */
export interface Gathered {
  readonly exports: readonly HashedExport[];
  /** An organisation's code, or "all". */
  readonly organisation: string;
  readonly organisationName: string | null;
  readonly prior: ReadFile | null;
  readonly template: Uint8Array;
  readonly job: Omit<Job, "prior" | "organisation">;
}

/** @throws {Refusal} naming everything that is missing or unreadable */
export async function gather(
  given: readonly string[],
  options: GenerateOptions,
  root: string,
  version: string,
): Promise<Gathered> {
  const extras = [options.config, options.prior].map((name) => (name === undefined ? [] : [name]));
  const [configNames = [], priorNames = []] = extras;
  const odsNames = options.ods ?? [];
  const files = await readInputFiles([...given, ...configNames, ...priorNames, ...odsNames]);
  const exports = files.slice(0, given.length);
  const [config = null] = files.slice(given.length, given.length + configNames.length);
  const [prior = null] = files.slice(given.length + configNames.length, files.length - odsNames.length);
  const registers = files.slice(files.length - odsNames.length);
  refuseTwins(exports);

  const settings = config === null ? NO_SETTINGS : await readSettings(config);
  const organisation = options.org ?? settings.organisation;
  const label = options.period ?? settings.period;
  refuseUnsaid(organisation, label);
  const { book, period } = await editionOf(root, label ?? "");
  const catalogue = catalogueOf(book);
  checkAcceptances(settings.accepted, catalogue);
  const fromConfig = Object.entries(settings.policies).map(([name, value]) => ({
    name,
    value,
    where: `${config?.file}: policies`,
  }));
  const register = readRegister(await Promise.all(registers.map(odsGrid)), settings.sites);
  const template = await readTemplate(root);
  const named = ({ file, sha256: hash }: ReadFile) => ({ file, sha256: hash });
  return {
    exports,
    organisation: organisation ?? "",
    organisationName: options.orgName ?? (organisation === settings.organisation ? settings.organisationName : null),
    prior,
    template,
    job: {
      period,
      policies: choosePolicies(book, [...fromConfig, ...(options.policy ?? [])]),
      book,
      catalogue,
      register,
      settings,
      today: dayOf(options.generatedAt),
      provenance: {
        engine: `ko41a ${version}`,
        ...(options.generatedAt === undefined ? {} : { generatedAt: options.generatedAt }),
        config: config === null ? null : named(config),
        mapping: null,
        registers: registers.map(named),
        prior: prior === null ? null : named(prior),
        template: { sha256: sha256(template), kind: "bundled" },
      },
    },
  };
}

/** The YAML reader is loaded only when there is YAML to read. */
async function readSettings({ file, bytes }: ReadFile): Promise<Settings> {
  const { readConfig } = await import("../config/read-config.ts");
  return readConfig(file, await decodeText(file, bytes));
}

async function odsGrid({ file, bytes }: ReadFile) {
  if (bytes.length === 0 || kindOf(file, bytes) !== "delimited")
    throw new Refusal({
      what: "This is no ODS file: it holds no CSV.",
      where: file,
      fix: "Download etr.csv and ets.csv from the ODS data downloads and give them unchanged.",
    });
  return (
    await readDelimited(
      file,
      bytes,
      (cells) => cells.length,
      () => {},
    )
  ).grid;
}

function dayOf(instant: string | undefined): LocalDate | null {
  return instant === undefined ? null : isoDate(instant.slice(0, 10));
}

function refuseTwins(exports: readonly ReadFile[]): void {
  const twins = exports.filter(({ file }, index) => exports.findIndex((other) => other.file === file) !== index);
  const problems = twins.map(
    ({ file }): Problem => ({
      what: "Two exports have this name, so rows could not be told apart.",
      where: file,
      fix: "Rename one of them.",
    }),
  );
  if (problems.length > 0) throw new Refusal(...problems);
}

function refuseUnsaid(organisation: string | null, period: string | null): void {
  const problems: Problem[] = [];
  if (organisation === null)
    problems.push({
      what: "Which organisation makes the return?",
      fix: "Give --org CODE, as in --org RZZ, or organisation: in ko41a.yaml.",
    });
  if (period === null)
    problems.push({ what: "For which period?", fix: "Give --period, as in --period 2025-26, or period: in ko41a.yaml." });
  if (problems.length > 0) throw new Refusal(...problems);
}
